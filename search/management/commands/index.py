"""``manage.py index rebuild|update|status|check``: keeping the index."""

import json
import time
from argparse import ArgumentParser
from contextlib import nullcontext
from typing import Any

from django.core.management.base import BaseCommand, CommandError, OutputWrapper
from django.db.models import Max, Min
from django.utils import timezone

from search.backends.base import SearchError
from search.changes import WriterBusy, drain, pending, writing
from search.checking import compare, repair, titles
from search.engine import backend
from search.models import IndexChange
from search.rebuilding import rebuild

PROGRESS_EVERY = 100
BUSY = "Een ander proces werkt nu aan de index. Wacht tot het klaar is en probeer het opnieuw."


class Command(BaseCommand):
    help = (
        "Maakt de zoekindex opnieuw (rebuild), werkt haar bij (update), zegt hoe het met haar staat (status) "
        "of vergelijkt haar met de pagina's (check)."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The action, and ``--json``."""
        parser.add_argument("action", choices=["rebuild", "update", "status", "check"])
        parser.add_argument("--repair", action="store_true", help="bij check: herstel wat er niet klopt")
        parser.add_argument("--json", action="store_true", help="uitvoer als JSON, voor programma's")

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it.

        Raises:
            CommandError: the engine does not answer, or another process is writing.
        """
        action = options["action"]
        if options["repair"] and action != "check":
            raise CommandError("--repair hoort bij check.")
        try:
            result = (
                self._check(options["repair"]) if action == "check" else self._do(action, options["json"])
            )
        except WriterBusy as error:
            raise CommandError(BUSY) from error
        except SearchError as error:
            raise CommandError(f"De zoekmachine werkt nu niet: {error}") from error
        if options["json"]:
            self.stdout.write(json.dumps(result, ensure_ascii=False))
        else:
            for name, value in result.items():
                self.stdout.write(f"{name}: {self._lines(value)}")
        if action == "check" and not (result["good"] or result["repaired"]):
            raise CommandError("De index klopt niet. Herstel haar met: manage.py index check --repair")

    def _do(self, action: str, quiet: bool) -> dict[str, Any]:
        actions = {"rebuild": self._rebuild, "update": self._update, "status": self._status}
        return actions[action](quiet)

    @staticmethod
    def _lines(value: Any) -> str:
        if not isinstance(value, list):
            return str(value)
        return str(len(value)) + "".join(f"\n  {row['id']} {row['title']}" for row in value)

    def _check(self, repairing: bool) -> dict[str, Any]:
        """What is missing, stale and extra, by id and title."""
        with writing() if repairing else nullcontext():
            found = compare(backend())
            if repairing:
                repair(backend(), found)
        names = titles((*found.missing, *found.stale, *found.extra))

        def rows(ids: tuple[int, ...]) -> list[dict[str, Any]]:
            return [{"id": pk, "title": names.get(pk, "(verwijderd)")} for pk in ids]

        return {
            "good": found.good,
            "repaired": repairing and not found.good,
            "missing": rows(found.missing),
            "stale": rows(found.stale),
            "extra": rows(found.extra),
        }

    def _rebuild(self, quiet: bool) -> dict[str, Any]:
        started = time.monotonic()
        count = rebuild() if quiet else rebuild(Shown(self.stdout))
        return {"documents": count, "seconds": round(time.monotonic() - started, 1)}

    def _update(self, quiet: bool) -> dict[str, Any]:
        if not backend().status().usable:
            if not quiet:
                self.stdout.write("Er is nog geen bruikbare index; die wordt nu gemaakt.")
            return self._rebuild(quiet)
        return {"updated": drain(), "pending": pending()}

    def _status(self, quiet: bool) -> dict[str, Any]:
        state = backend().status()
        waiting = IndexChange.objects.aggregate(oldest=Min("created_at"), attempts=Max("attempts"))
        failure = (
            IndexChange.objects.exclude(error="").order_by("-due_at").values_list("error", flat=True).first()
        )
        oldest = waiting["oldest"]
        return {
            "engine": state.engine,
            "usable": state.usable,
            "generation": state.generation,
            "documents": state.documents,
            "pending": pending(),
            "oldest_seconds": round((timezone.now() - oldest).total_seconds()) if oldest else 0,
            "failing": IndexChange.objects.exclude(error="").count(),
            "last_error": failure or "",
        }


class Shown:
    """Progress of a rebuild, as lines for who watches it."""

    def __init__(self, out: OutputWrapper) -> None:
        self.out = out
        self.began: dict[str, float] = {}

    def __call__(self, what: str, done: int, total: int) -> None:
        """Write a line for every so many pages, and for the last."""
        now = time.monotonic()
        began = self.began.setdefault(what, now)
        if done % PROGRESS_EVERY == 0 or done == total:
            left = round((now - began) / done * (total - done))
            self.out.write(f"  {what}: {done} van {total}" + (f", nog ongeveer {left} s" if left else ""))
            self.out.flush()
