"""``manage.py evaluate_search``: the judged queries, scored with the present weights, vocabulary and index."""

import json
from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from content import vocabulary
from search import live, relevance
from search.backends.base import SearchError
from search.engine import backend
from search.relevance import JudgedQuery, Score
from search.weights import using

DEFAULT_FILE = Path(settings.BASE_DIR) / "fixtures" / "relevance" / "queries.yaml"
WEAK = 0.6


class Command(BaseCommand):
    help = "Meet hoe goed het zoeken de beoordeelde zoekvragen beantwoordt, per soort vraag."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The file, ``--json``, and ``--weak`` to see what goes wrong."""
        parser.add_argument("file", nargs="?", type=Path, default=DEFAULT_FILE, help="beoordeelde zoekvragen")
        parser.add_argument("--json", action="store_true", help="uitvoer als JSON, voor programma's")
        parser.add_argument(
            "--weak", action="store_true", help="toon de zwakke vragen waarop u mag afstemmen"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Score and print.

        Raises:
            CommandError: the file cannot be used, or search is away.
        """
        try:
            queries = relevance.load(options["file"])
            table = {name: relevance.score(part, _find) for name, part in _parts(queries).items()}
        except (OSError, KeyError, ValueError, TypeError) as error:
            raise CommandError(
                f"{options['file']} is geen bestand met beoordeelde zoekvragen: {error}"
            ) from error
        except SearchError as error:
            raise CommandError(f"De zoekmachine werkt nu niet: {error}") from error
        if options["json"]:
            self.stdout.write(json.dumps({name: vars(score) for name, score in table.items()}))
            return
        for line in lines(table):
            self.stdout.write(line)
        if options["weak"]:
            self._show_weak(queries)

    def _show_weak(self, queries: list[JudgedQuery]) -> None:
        for query in queries:
            pages = _find(query.text)
            if not query.held_out and relevance.ndcg(pages, query.grades) < WEAK:
                self.stdout.write(f"\n{query.text}  ({relevance.ndcg(pages, query.grades):.2f})")
                for page in pages[: relevance.DEPTH]:
                    self.stdout.write(f"  {query.grades.get(page, 0)} {page}")


def lines(table: dict[str, Score]) -> list[str]:
    """The table as Markdown."""
    head = ["| vragen | aantal | nDCG@10 | MRR | zonder treffer |", "|---|---|---|---|---|"]
    return head + [
        f"| {name} | {found.queries} | {found.ndcg:.3f} | {found.mrr:.3f} | {found.zero_hits:.0%} |"
        for name, found in table.items()
    ]


def _parts(queries: list[JudgedQuery]) -> dict[str, list[JudgedQuery]]:
    held_out = [query for query in queries if query.held_out]
    kinds = {kind: [q for q in held_out if q.kind == kind] for kind in dict.fromkeys(q.kind for q in queries)}
    return {
        **kinds,
        "apart gehouden": held_out,
        "om op af te stemmen": [query for query in queries if not query.held_out],
    }


def _find(text: str) -> Sequence[str]:
    with using(live.numbers()):
        return relevance.finder(vocabulary.current(), backend())(text)
