"""``manage.py load_site DIR``: the texts of the front page and of about, privacy and accessibility."""

import json
from argparse import ArgumentParser
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from content.loading.refusing import refused_whole
from content.loading.site import load_site_texts


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
        with refused_whole():
            outcome = load_site_texts(options["folder"])
        if options["json"]:
            self.stdout.write(json.dumps(asdict(outcome)))
            return
        self.stdout.write(f"Gevuld: {', '.join(outcome.filled) or 'geen'}.")
        if outcome.kept:
            self.stdout.write(f"Zo gelaten, want al eens bewaard: {', '.join(outcome.kept)}.")
