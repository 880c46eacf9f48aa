"""The pages that editors put above the results of a query."""

from dataclasses import dataclass

from content.models import ContentPage
from search.fields import TYPE_LABELS
from search.models import PinnedPage
from search.models.pinned import query_key
from search.query import SearchQuery


@dataclass(frozen=True)
class Pinned:
    """A page as it stands above the results."""

    id: int
    title: str
    url: str
    summary: str
    type_label: str


def pinned_for(query: SearchQuery) -> tuple[Pinned, ...]:
    """The live, public pages pinned for a query, in the editors' order; only on its first page and without filters."""
    if not query.text or query.filters or query.page > 1:
        return ()
    rows = PinnedPage.objects.filter(query__key=query_key(query.text)).order_by("sort_order")
    ids = list(rows.values_list("page_id", flat=True))
    if not ids:
        return ()
    public = ContentPage.objects.filter(pk__in=ids).live().public().specific().in_bulk()
    found = (public[pk] for pk in ids if pk in public)
    return tuple(
        Pinned(page.pk, page.title, page.url or "", page.summary, TYPE_LABELS[page.type_slug])
        for page in found
    )
