"""``manage.py export_vocabulary [FILE|-]``: every begrippenlijst as SKOS."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from content.skos.export import serialize, vocabulary_graph
from content.skos.terms import BY_NAME, BY_SUFFIX


class Command(BaseCommand):
    help = "Schrijft alle begrippenlijsten als SKOS: Turtle, RDF/XML of JSON-LD."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """``FILE`` and ``--format``."""
        parser.add_argument("file", nargs="?", default="-", help="bestand, of - voor de standaarduitvoer")
        parser.add_argument(
            "--format",
            choices=sorted(BY_NAME),
            help="de notatie; anders volgt die uit de naam van het bestand",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Write the vocabulary.

        Raises:
            CommandError: the file cannot be written.
        """
        name = options["file"]
        by_name = BY_SUFFIX.get(name.rpartition(".")[2].lower(), BY_NAME["turtle"])
        content = serialize(vocabulary_graph(), options["format"] or by_name.name)
        if name == "-":
            self.stdout.write(content.decode())
            return
        try:
            Path(name).write_bytes(content)
        except OSError as error:
            raise CommandError(f"{name} kan niet geschreven worden: {error.strerror}.") from error
        self.stdout.write(f"Geschreven: {name} ({len(content) // 1000} kB).")
