"""``manage.py search TEXT``: the site's search on the command line."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import CommandError

from content.management.text_commands import TextCommand
from search import results, snippets
from search.backends.base import SearchError
from search.engine import backend
from search.fields import FACETS_BY_KEY
from search.query import PER_PAGE, SearchQuery, clean

MAX_LIMIT = 1000


class Command(TextCommand):
    help = "Zoekt zoals de website zoekt."
    text_help = "wat u zoekt"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """As the other text commands, and ``--filter`` and ``--limit``."""
        super().add_arguments(parser)
        parser.add_argument(
            "--filter",
            action="append",
            default=[],
            metavar="facet=slug",
            help=f"alleen pagina's met deze waarde; mag vaker. Facetten: {', '.join(FACETS_BY_KEY)}",
        )
        parser.add_argument("--limit", type=int, default=PER_PAGE, help="hoeveel treffers hoogstens")

    def prepare(self, options: dict[str, Any]) -> None:
        """Read the filters.

        Raises:
            CommandError: a filter that is no ``facet=slug``, or a limit that is no small positive number.
        """
        if not 1 <= options["limit"] <= MAX_LIMIT:
            raise CommandError(f"--limit moet tussen 1 en {MAX_LIMIT} liggen.")
        self.limit = options["limit"]
        self.filters: dict[str, tuple[str, ...]] = {}
        for item in options["filter"]:
            facet, sign, value = item.partition("=")
            if not sign or facet not in FACETS_BY_KEY or not value:
                raise CommandError(
                    f"--filter '{item}': schrijf facet=slug. Facetten: {', '.join(FACETS_BY_KEY)}."
                )
            self.filters[facet] = (*self.filters.get(facet, ()), value)

    def judge(self, text: str) -> dict[str, Any]:
        """Total, hits, facets and time.

        Raises:
            CommandError: there is no index, or the engine does not answer.
        """
        query = SearchQuery(text=clean(text), filters=self.filters, per_page=self.limit)
        try:
            result = results.run(query, backend())
        except SearchError as error:
            raise CommandError(str(error)) from error
        return {
            "total": result.total,
            "hits": [
                {
                    "id": hit.id,
                    "type": hit.type,
                    "slug": hit.slug,
                    "title": hit.title,
                    "url": hit.url,
                    "score": round(hit.score, 4),
                    "snippet": snippets.plain(hit.snippet),
                }
                for hit in result.hits
            ],
            "facets": {
                facet.key: [
                    {"value": v.value, "label": v.label, "count": v.count, "selected": v.selected}
                    for v in facet
                ]
                for facet in result.facets
            },
            "took_ms": round(result.took_ms, 2),
        }

    def show(self, result: dict[str, Any]) -> None:
        """A line a hit, and its passage."""
        self.stdout.write(f"{result['total']} resultaten in {result['took_ms']:.0f} ms")
        for hit in result["hits"]:
            self.stdout.write(f"\n{hit['title']}  ({hit['type']}, {hit['score']:.2f})\n  {hit['url']}")
            self.stdout.write(f"  {hit['snippet']}")
