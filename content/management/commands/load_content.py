"""``manage.py load_content DIR``: pages from Markdown files."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from content.loading.batch import read_batch
from content.loading.pages import Loader, Outcome
from content.loading.source import LoadError
from content.page_screen import PersonalDataFound

PROGRESS_EVERY = 25


class Command(BaseCommand):
    help = (
        "Laadt pagina's uit DIR/<type>/<naam>.md (types: publications elements factsheets answers articles). "
        "Veilig om te herhalen: wat niet veranderd is, blijft zoals het is."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """``DIR``, ``--dry-run`` and ``--json``."""
        parser.add_argument("folder", type=Path, metavar="DIR", help="map met een map per type")
        parser.add_argument("--dry-run", action="store_true", help="alleen nakijken, niets opslaan")
        parser.add_argument("--json", action="store_true", help="uitvoer als JSON, voor programma's")

    def handle(self, *args: Any, **options: Any) -> None:
        """Load, or refuse the whole batch with every fault named.

        Raises:
            CommandError: a file is not good; nothing was changed.
        """
        try:
            loader = Loader(read_batch(options["folder"]))
        except LoadError as error:
            faults = "\n".join(map(str, error.errors))
            raise CommandError(f"{faults}\nNiets geladen: verbeter dit en probeer het opnieuw.") from error
        try:
            outcome = loader.plan() if options["dry_run"] else loader.load(self._progress(options))
        except PersonalDataFound as found:
            raise CommandError(f"{' '.join(found.messages)} Niets geladen: haal dit weg.") from None
        self._report(outcome, options)

    def _progress(self, options: dict[str, Any]) -> Any:
        def show(done: int, total: int) -> None:
            if not options["json"] and (done % PROGRESS_EVERY == 0 or done == total):
                self.stdout.write(f"  {done} van {total} pagina's")
                self.stdout.flush()

        return show

    def _report(self, outcome: Outcome, options: dict[str, Any]) -> None:
        if options["json"]:
            result = {"created": outcome.created, "updated": outcome.updated, "unchanged": outcome.unchanged}
            self.stdout.write(json.dumps({**result, "dry_run": options["dry_run"]}))
            return
        verb = "Zou laden" if options["dry_run"] else "Geladen"
        self.stdout.write(
            f"{verb}: {len(outcome.created)} nieuwe pagina's, {len(outcome.updated)} gewijzigd, "
            f"{len(outcome.unchanged)} ongewijzigd."
        )
