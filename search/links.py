"""Pages that editors linked to each other: as related, or because one is a source of the other."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.db.models import Value

from content.models import RelatedPage, SourceReference

PageLinks = Mapping[int, Collection[int]]  # page → pages, in both directions
RELATED, CITED = "related", "cited"


@dataclass(frozen=True)
class Links:
    """Links between pages: those that editors called ``related``, and those of which one is a source of the other
    (``cited``)."""

    related: PageLinks
    cited: PageLinks


def links(page_ids: Collection[int]) -> Links:
    """The links among these pages, in one query."""
    pages = frozenset(page_ids)
    related = RelatedPage.objects.order_by().filter(page_id__in=pages)
    cited = SourceReference.objects.order_by().filter(page_id__in=pages)
    rows = related.values_list("page_id", "target_id", Value(RELATED)).union(
        cited.values_list("page_id", "publication_id", Value(CITED)), all=True
    )
    found: dict[str, dict[int, set[int]]] = {kind: defaultdict(set) for kind in (RELATED, CITED)}
    for page, other, kind in rows:
        if other in pages:
            found[kind][page].add(other)
            found[kind][other].add(page)
    return Links(found[RELATED], found[CITED])
