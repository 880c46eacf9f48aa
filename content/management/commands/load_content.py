"""``manage.py load_content DIR``: pages from Markdown files."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from content.loading.batch import read_batch
from content.loading.pages import Loader, Outcome
from content.loading.refusing import refused_whole

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
        with refused_whole():
            loader = Loader(read_batch(options["folder"]))
            outcome = loader.plan() if options["dry_run"] else loader.load(self._progress(options))
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
