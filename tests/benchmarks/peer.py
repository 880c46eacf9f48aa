"""What somebody would otherwise run: Wagtail's own search on the same database, doing the same work."""

import sys
import time
from collections.abc import Sequence

from django.core.management import call_command
from django.db.models import Count
from django.db.models.functions import ExtractYear

from content.models import ContentPage, Tag
from search.query import PER_PAGE, SearchQuery
from tests.benchmarks.measures import percentiles, times

SCHEMES = {"domain": "domein", "theme": "thema"}
PATIENCE = 300.0  # seconds for all queries together; at sizes where that is too short it has no figure


def wagtail(queries: Sequence[SearchQuery], pages: int) -> dict[str, float]:
    """Pages a second that its index takes, and a query with the same five facets where it finishes."""
    started = time.perf_counter()
    call_command("wagtail_update_index", verbosity=0, stdout=sys.stderr)
    figures = {"wagtail_index_pages_s": pages / (time.perf_counter() - started)}
    took: list[float] = []
    deadline = time.perf_counter() + PATIENCE
    for query in queries:
        if time.perf_counter() > deadline:
            return figures
        took += times(facet_query, [query], rounds=1)
    return figures | percentiles(took, "wagtail")


def facet_query(query: SearchQuery) -> tuple[list[ContentPage], dict[str, object]]:
    """The first page of results, and exact counts for five facets, each blind to its own selection."""
    counted: dict[str, object] = {}
    whole = _matching(query, ())
    for facet in ("type", "domain", "theme", "audience", "year"):
        ids = whole if facet not in query.filters else _matching(query, (facet,))
        counted[facet] = list(_counts(facet, ids))
    first = {page.pk: page for page in ContentPage.objects.filter(pk__in=whole[:PER_PAGE]).specific()}
    return [first[pk] for pk in whole[:PER_PAGE]], counted


def _matching(query: SearchQuery, without: tuple[str, ...]) -> list[int]:
    pages = ContentPage.objects.live().public()
    for facet, values in query.filters.items():
        if facet not in without:
            tags = Tag.objects.active().filter(concept__scheme__slug=SCHEMES[facet], concept__slug__in=values)
            pages = pages.filter(pk__in=tags.values("page_id"))
    return [page.pk for page in pages.only("pk").search(query.text, operator="and")]


def _counts(facet: str, ids: list[int]) -> object:
    pages = ContentPage.objects.filter(pk__in=ids).order_by()
    if facet in SCHEMES:
        tags = Tag.objects.active().filter(page_id__in=ids, concept__scheme__slug=SCHEMES[facet])
        return tags.values_list("concept__slug").annotate(Count("page_id", distinct=True))
    if facet == "type":
        return pages.values_list("content_type").annotate(Count("pk"))
    if facet == "audience":
        return pages.values_list("audience__slug").annotate(Count("pk"))
    return pages.annotate(year=ExtractYear("published_on")).values_list("year").annotate(Count("pk"))
