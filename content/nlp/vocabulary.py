"""The vocabulary as this room sees it: SKOS concepts with their labels, frozen."""

import hashlib
from dataclasses import dataclass
from functools import cached_property

HIDDEN, TRIED = "hidden", "tried"


@dataclass(frozen=True, slots=True)
class Label:
    """A label of a concept. ``kind`` is "pref", "alt" or "hidden", or "tried" of one that is not in use yet.

    ``context``: words of which one must stand in the same or a neighbouring sentence for the label to count, and, with a
    minus before them, words that may not stand in its sentence ("-eigen" for *schuld*).
    """

    text: str
    kind: str
    context: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Concept:
    """A concept; ``broader`` is the slug of its parent in the same scheme."""

    scheme: str
    slug: str
    pref_label: str
    labels: tuple[Label, ...]
    broader: str | None
    definition: str = ""


@dataclass(frozen=True)
class Vocabulary:
    """All concepts of the schemes that tag and search."""

    concepts: tuple[Concept, ...]

    @cached_property
    def version(self) -> str:
        """Changes when a concept, label or relation changes; eight hexadecimal digits."""
        return hashlib.sha256(repr(self.concepts).encode()).hexdigest()[:8]

    @cached_property
    def by_key(self) -> dict[tuple[str, str], Concept]:
        """(scheme, slug) → concept."""
        return {(concept.scheme, concept.slug): concept for concept in self.concepts}

    def top_of(self, scheme: str, slug: str) -> str:
        """The slug of the highest broader concept of a concept; its own where it is a top, or in a circle."""
        seen = {slug}
        while (concept := self.by_key.get((scheme, slug))) and concept.broader:
            if concept.broader in seen:
                break
            slug = concept.broader
            seen.add(slug)
        return slug

    def __hash__(self) -> int:
        return int(self.version, 16)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Vocabulary) and self.concepts == other.concepts
