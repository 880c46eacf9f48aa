"""``manage.py housekeeping``: the periodic work, for the worker or for cron."""

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.utils import timezone

from content import candidates
from content.following.digests import send_digests
from content.following.erasing import forget_unwanted
from content.handling import experts, publishing
from content.mail.delivery import deliver_due
from content.models import Remark
from content.page_screen import hold_back_scheduled
from content.privacy.retention import erase_due
from content.privacy.wiping import wipe_log
from content.tagging import announce_due_pages
from search.asked import forget_old
from search.changes import busy


class Command(BaseCommand):
    help = (
        "Publiceert wat gepland is, vernieuwt verouderde labels, zoekt 's nachts nieuwe woorden en ruimt op. "
        "Veilig om vaak te herhalen."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        """Run each duty once."""
        hold_back_scheduled()
        call_command("publish_scheduled")
        announced = (
            0 if busy() else announce_due_pages()
        )  # else those that wait would be announced each minute
        candidates.refresh_nightly(timezone.now())
        forget_old(timezone.localdate())
        publishing.settle_all()
        experts.call_off_expired()
        experts.remind_due()
        experts.forget_due()
        deliver_due()
        erase_due()
        Remark.forget_old(timezone.localdate())
        forget_unwanted(timezone.now())
        send_digests(timezone.now())
        call_command("clearsessions")
        call_command(
            "prune_db_task_results",
            min_age_days=0,
            failed_min_age_days=14,
            verbosity=0,
        )
        wipe_log()
        if options["verbosity"] > 1:
            self.stdout.write(f"{announced} pagina's krijgen opnieuw labels.")
