"""``manage.py demo``: vocabulary, content, accounts and index, so that there is something to see."""

from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from kenniscentrum import demo_users

FIXTURES = settings.BASE_DIR / "fixtures"


class Command(BaseCommand):
    help = (
        "Vult een lege database met de woordenlijst, voorbeeldinhoud en demo-accounts. Veilig om te herhalen."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        """Load everything; a second call changes nothing.

        Raises:
            CommandError: in production, where demo accounts do not belong.
        """
        if settings.PRODUCTION:
            raise CommandError(
                "Demo-accounts horen niet in productie. Laad inhoud met load_vocabulary, load_site en load_content, "
                "en maak een beheerder met createsuperuser."
            )
        self.stdout.write("Woordenlijst laden …")
        call_command("load_vocabulary", FIXTURES / "vocabulary", stdout=self.stdout)
        self.stdout.write("Inhoud laden …")
        call_command("load_content", FIXTURES / "content", stdout=self.stdout)
        call_command("load_site", FIXTURES / "site", stdout=self.stdout)
        demo_users.ensure_accounts()
        self.stdout.write("Labels en zoekindex bijwerken …")
        call_command("index", "update", stdout=self.stdout)
        call_command("judged_searches", "load", stdout=self.stdout)
