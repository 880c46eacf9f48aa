"""``manage.py import_skos FILE``: concepts from a SKOS file, of ours or of somebody else."""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import slug_re

from content.skos.load import Report, import_skos
from content.skos.reading import MAX_BYTES, notation_of
from content.skos.terms import BY_NAME
from content.steering import changes
from content.steering.importing import propose_import

SHOWN = 20


class Command(BaseCommand):
    help = (
        "Laadt begrippen uit een SKOS-bestand (Turtle, RDF/XML of JSON-LD): het geheel of niets. Begrippen die alleen "
        "hier staan, blijven zoals ze zijn. Terug te draaien in het beheer. Haalt nooit iets van internet."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """``FILE``, ``--format``, ``--scheme``, ``--dry-run`` and ``--json``."""
        parser.add_argument("file", help="bestand, of - voor de standaardinvoer")
        parser.add_argument("--format", choices=sorted(BY_NAME), help="de notatie, als de naam die niet zegt")
        parser.add_argument("--scheme", default="", help="begrippenlijst voor begrippen die er geen noemen")
        parser.add_argument("--dry-run", action="store_true", help="alleen nakijken, niets opslaan")
        parser.add_argument("--json", action="store_true", help="uitvoer als JSON, voor programma's")

    def handle(self, *args: Any, **options: Any) -> None:
        """Import, or refuse the whole with every fault named.

        Raises:
            CommandError: the file is not good; nothing was changed.
        """
        if options["scheme"] and not slug_re.match(options["scheme"]):
            raise CommandError("--scheme: gebruik alleen letters, cijfers en streepjes.")
        data = _read(options["file"])
        notation = options["format"] or notation_of(options["file"], data)
        report = import_skos(data, notation, options["scheme"], dry_run=True)
        if not (report.refused or options["dry_run"]):
            _apply(data, notation, options["scheme"], options["file"], report)
        if options["json"]:
            self.stdout.write(
                json.dumps({**report.as_json(), "dry_run": options["dry_run"]}, ensure_ascii=False)
            )
        elif not report.refused:
            self._show(report, options["dry_run"])
        if report.refused:
            reasons = "\n".join(map(str, report.refused[:SHOWN]))
            more = len(report.refused) - SHOWN
            tail = f"\n… en nog {more}" if more > 0 else ""
            raise CommandError(f"{reasons}{tail}\nNiets geladen: verbeter dit en probeer het opnieuw.")

    def _show(self, report: Report, dry_run: bool) -> None:
        verb = "Zou laden" if dry_run else "Geladen"
        self.stdout.write(
            f"{verb}: {len(report.added)} nieuwe begrippen, {len(report.changed)} gewijzigd, "
            f"{len(report.unchanged)} ongewijzigd."
        )
        lines = [f"nieuw: {name}" for name in report.added]
        lines += [f"gewijzigd: {name} ({', '.join(fields)})" for name, fields in report.changed]
        for part in (lines, [f"let op: {note}" for note in report.notes]):
            for line in part[:SHOWN]:
                self.stdout.write(f"  {line}")
            if len(part) > SHOWN:
                self.stdout.write(f"  … en nog {len(part) - SHOWN}")


def _apply(data: bytes, notation: str, scheme: str, name: str, report: Report) -> None:
    """Make the change, so that it stands in the list of changes and can be taken back there.

    Raises:
        CommandError: it could not be made after all, and why.
    """
    if not report.changes:
        import_skos(data, notation, scheme)  # perhaps the title of a list
        return
    try:
        change = propose_import(data, notation, scheme, Path(name).name, report)
    except ValidationError as error:
        raise CommandError(f"{' '.join(error.messages)} Er is niets geladen.") from error
    changes.apply_now(change)
    if change.problem:
        raise CommandError(f"{change.problem} Er is niets geladen.")


def _read(name: str) -> bytes:
    """The bytes of the file; one more than is allowed where it is too large, so that nothing larger is read."""
    if name == "-":
        return sys.stdin.buffer.read(MAX_BYTES + 1)
    try:
        with Path(name).open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        raise CommandError(f"{name} kan niet gelezen worden: {error.strerror}.") from error
