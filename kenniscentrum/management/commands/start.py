"""``manage.py start``: what ``make run`` calls. Prepares the database, then runs web and worker."""

import os
import shlex
import sys
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand
from honcho.manager import Manager

from kenniscentrum import demo_users

WEB_WORKERS = 2
WEB_THREADS = 4


class Command(BaseCommand):
    help = "Start het kenniscentrum op deze machine: database, voorbeeldinhoud, website en achtergrondwerk."
    requires_migrations_checks = False

    def handle(self, *args: Any, **options: Any) -> None:
        """Prepare and run; ends with the exit status of the first process that stops by itself."""
        self.stdout.write("Database bijwerken …")
        call_command("migrate", verbosity=0, interactive=False)
        call_command("demo", stdout=self.stdout)
        self._greet()
        sys.exit(self._run())

    def _greet(self) -> None:
        names = " of ".join(account.username for account in demo_users.ACCOUNTS)
        self.stdout.write(
            f"\nKenniscentrum MPG draait op {settings.BASE_URL}\n"
            f"Redactie: {settings.BASE_URL}/beheer/\n"
            f"    gebruiker:  {names}\n"
            f"    wachtwoord: {demo_users.password()}\n"
            "Stoppen: Ctrl-C\n"
        )
        self.stdout.flush()

    @staticmethod
    def _run() -> int:
        python = shlex.quote(sys.executable)
        manager = Manager()
        bind = shlex.quote(f"{os.environ.get('BIND', '127.0.0.1')}:{settings.PORT}")
        manager.add_process(
            "web",
            f"exec {python} -m gunicorn kenniscentrum.wsgi --bind {bind} --workers {WEB_WORKERS} "
            f"--threads {WEB_THREADS} --worker-class gthread --log-level warning",
            cwd=str(settings.BASE_DIR),
        )
        manager.add_process("worker", f"exec {python} manage.py worker", cwd=str(settings.BASE_DIR))
        manager.loop()
        return int(manager.returncode or 0)
