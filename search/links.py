"""Pages that editors linked to each other: as related, or because one is a source of the other."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from content.models import RelatedPage, SourceReference

Links = Mapping[int, Collection[int]]  # page → pages, in both directions


def related(page_ids: Collection[int]) -> Links:
    """Which of these pages editors called related."""
    found = RelatedPage.objects.filter(page_id__in=page_ids, target_id__in=page_ids)
    return _both_ways(found.values_list("page_id", "target_id"))


def cited(page_ids: Collection[int]) -> Links:
    """Which of these pages are sources of each other."""
    found = SourceReference.objects.filter(page_id__in=page_ids, publication_id__in=page_ids)
    return _both_ways(found.values_list("page_id", "publication_id"))


def _both_ways(pairs: Iterable[tuple[int, int]]) -> Links:
    links: dict[int, set[int]] = defaultdict(set)
    for one, other in pairs:
        links[one].add(other)
        links[other].add(one)
    return links
