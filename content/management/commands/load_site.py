"""``manage.py load_site DIR``: the texts of the front page and of about, privacy and accessibility."""

import json
from argparse import ArgumentParser
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from content.loading.site import load_site_texts
from content.loading.source import LoadError
from content.page_screen import PersonalDataFound


class Command(BaseCommand):
    help = (
        "Vult de voorpagina en de pagina's over, privacy en toegankelijkheid uit DIR/<naam>.md. "
        "Veilig om te herhalen: een pagina die iemand al eens heeft bewaard, blijft zoals zij is."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """``DIR`` and ``--json``."""
        parser.add_argument("folder", type=Path, metavar="DIR", help="map met een bestand per pagina")
        parser.add_argument("--json", action="store_true", help="uitvoer als JSON, voor programma's")

    def handle(self, *args: Any, **options: Any) -> None:
        """Load, or refuse the whole folder.

        Raises:
            CommandError: a file is not good; nothing was changed.
        """
        try:
            outcome = load_site_texts(options["folder"])
        except LoadError as error:
            faults = "\n".join(map(str, error.errors))
            raise CommandError(f"{faults}\nNiets geladen: verbeter dit en probeer het opnieuw.") from error
        except PersonalDataFound as found:
            raise CommandError(f"{' '.join(found.messages)} Niets geladen: haal dit weg.") from None
        if options["json"]:
            self.stdout.write(json.dumps(asdict(outcome)))
            return
        self.stdout.write(f"Gevuld: {', '.join(outcome.filled) or 'geen'}.")
        if outcome.kept:
            self.stdout.write(f"Zo gelaten, want al eens bewaard: {', '.join(outcome.kept)}.")
