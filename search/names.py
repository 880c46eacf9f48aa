"""What the values of facets are called, and how they hang together. Read from the database once per change."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from content.models import Concept, VocabularyState
from content.numerals import whole_number
from search.fields import FACETS, TYPE_LABELS, FacetField


@dataclass(frozen=True)
class Names:
    """(scheme, slug) of a facet value → its label, its place in the scheme, and the slug of what it is narrower than."""

    labels: Mapping[tuple[str, str], str]
    order: Mapping[tuple[str, str], int]
    broader: Mapping[tuple[str, str], str]

    def label(self, facet: FacetField, value: str) -> str:
        """What a value is called."""
        if facet.scheme:
            return self.labels.get((facet.scheme, value), value)
        return TYPE_LABELS.get(value, value)

    def knows(self, facet: FacetField, value: str) -> bool:
        """Whether a facet can have this value."""
        if facet.scheme:
            return (facet.scheme, value) in self.labels
        if facet.key == "type":
            return value in TYPE_LABELS
        return len(value) == 4 and whole_number(value, 4) is not None

    def above(self, scheme: str, value: str) -> Iterator[str]:
        """What a value falls under, the nearest first; ends where concepts go round in a circle."""
        seen = {value}
        while (value := self.broader.get((scheme, value), "")) and value not in seen:
            seen.add(value)
            yield value


def names() -> Names:
    """The names as they are now; one small query when nothing changed."""
    revision = VocabularyState.objects.filter(pk=1).values_list("revision", flat=True).first() or 0
    return _read(revision)


@lru_cache(maxsize=1)
def _read(revision: int) -> Names:
    schemes = [facet.scheme for facet in FACETS if facet.scheme]
    rows = list(
        Concept.objects.filter(scheme__slug__in=schemes).values_list(
            "scheme__slug", "slug", "pref_label", "order", "broader__slug"
        )
    )
    return Names(
        labels={(scheme, slug): label for scheme, slug, label, _, _ in rows},
        order={(scheme, slug): order for scheme, slug, _, order, _ in rows},
        broader={(scheme, slug): broader for scheme, slug, _, _, broader in rows if broader},
    )
