"""``manage.py load_vocabulary DIR``: schemes and concepts from readable files."""

import json
from argparse import ArgumentParser
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from content.loading.refusing import refused_whole
from content.loading.vocabulary import read_vocabulary, write_vocabulary


class Command(BaseCommand):
    help = "Laadt begrippenlijsten uit YAML-bestanden. Veilig om te herhalen."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """``DIR``, ``--dry-run`` and ``--json``."""
        parser.add_argument("folder", type=Path, help="map met een bestand per begrippenlijst")
        parser.add_argument("--dry-run", action="store_true", help="alleen nakijken, niets opslaan")
        parser.add_argument("--json", action="store_true", help="uitvoer als JSON, voor programma's")

    def handle(self, *args: Any, **options: Any) -> None:
        """Load, or refuse the whole with every fault named.

        Raises:
            CommandError: a file is not good; nothing was changed.
        """
        with refused_whole():
            schemes = read_vocabulary(options["folder"])
        if options["dry_run"]:
            self.stdout.write(
                f"In orde: {sum(len(scheme.concepts) for scheme in schemes)} begrippen. Niets opgeslagen."
            )
            return
        outcome = write_vocabulary(schemes)
        if options["json"]:
            self.stdout.write(json.dumps(asdict(outcome)))
        else:
            self.stdout.write(
                f"Woordenlijst: {outcome.concepts} begrippen, {outcome.labels} woorden, {outcome.schemes} lijsten"
                f" ({outcome.created} nieuw, {outcome.updated} gewijzigd)."
            )
