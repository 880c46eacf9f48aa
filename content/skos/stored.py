"""Concepts of the database in the shape that an import compares."""

from collections import defaultdict
from dataclasses import dataclass, fields

from content.models import Concept, Label
from content.skos.shapes import Key


@dataclass(frozen=True)
class Row:
    """A concept with its relations as keys; two rows that are equal need no writing."""

    key: Key
    pref_label: str
    pref_context: str
    labels: frozenset[tuple[str, str, str]]
    definition: str
    scope_note: str
    order: int
    broader: Key | None
    related: frozenset[Key]
    exact_match: tuple[str, ...]
    close_match: tuple[str, ...]
    deprecated: bool
    merged: bool
    replaced_by: Key | None
    origin: str

    def differences(self, other: "Row") -> tuple[str, ...]:
        """The names of the fields in which two rows differ."""
        return tuple(f.name for f in fields(self) if getattr(self, f.name) != getattr(other, f.name))


@dataclass(frozen=True)
class Stored:
    """Every concept of the database: its row and its primary key, by key."""

    rows: dict[Key, Row]
    pks: dict[Key, int]


def stored_concepts() -> Stored:
    """Read every concept of the database; three queries for any number."""
    concepts = list(Concept.objects.select_related("scheme"))
    keys = {concept.pk: (concept.scheme.slug, concept.slug) for concept in concepts}
    related: dict[int, set[Key]] = defaultdict(set)
    for start, end in Concept.related.through.objects.values_list("from_concept_id", "to_concept_id"):
        related[start].add(keys[end])
    labels: dict[int, set[tuple[str, str, str]]] = defaultdict(set)
    for pk, *label in Label.objects.values_list("concept_id", "text", "kind", "context"):
        labels[pk].add((label[0], label[1], label[2]))
    rows = {keys[c.pk]: _row(c, keys, frozenset(labels[c.pk]), frozenset(related[c.pk])) for c in concepts}
    return Stored(rows, {key: pk for pk, key in keys.items()})


def _row(
    concept: Concept,
    keys: dict[int, Key],
    labels: frozenset[tuple[str, str, str]],
    related: frozenset[Key],
) -> Row:
    return Row(
        key=keys[concept.pk],
        pref_label=concept.pref_label,
        pref_context=concept.pref_context,
        labels=labels,
        definition=concept.definition,
        scope_note=concept.scope_note,
        order=concept.order,
        broader=keys[concept.broader_id] if concept.broader_id else None,
        related=related,
        exact_match=tuple(sorted(concept.exact_match)),
        close_match=tuple(sorted(concept.close_match)),
        deprecated=concept.deprecated,
        merged=concept.merged,
        replaced_by=keys[concept.replaced_by_id] if concept.replaced_by_id else None,
        origin=concept.origin,
    )
