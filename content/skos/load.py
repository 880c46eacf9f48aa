"""Importing a SKOS file: read, compared, and written whole or not at all."""

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.db import transaction
from modelsearch.backends import get_search_backends
from wagtail.log_actions import log

from content import vocabulary
from content.models import Concept, ConceptScheme, Label
from content.skos.interpret import interpret
from content.skos.plan import Plan, make_plan
from content.skos.reading import ReadError, read_graph
from content.skos.shapes import Key, Refusal, Thesaurus
from content.skos.stored import Row, Stored

BATCH = 500
IMPORTED = "content.concept_imported"
_PLAIN = (
    "pref_label",
    "pref_context",
    "definition",
    "scope_note",
    "order",
    "deprecated",
    "merged",
    "origin",
)
_LINKS = ("exact_match", "close_match")


@dataclass(frozen=True)
class Report:
    """What an import did or would do; concepts as "scheme/slug". With refusals nothing was changed."""

    added: tuple[str, ...] = ()
    changed: tuple[tuple[str, tuple[str, ...]], ...] = ()
    unchanged: tuple[str, ...] = ()
    refused: tuple[Refusal, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def changes(self) -> bool:
        """Whether a concept comes or changes."""
        return bool(self.added or self.changed)

    def as_json(self) -> dict[str, Any]:
        """The report as JSON-ready data."""
        return {
            "added": list(self.added),
            "changed": [{"concept": name, "fields": list(fields)} for name, fields in self.changed],
            "unchanged": list(self.unchanged),
            "refused": [{"about": refusal.about, "reason": refusal.reason} for refusal in self.refused],
            "notes": list(self.notes),
        }


def import_skos(
    data: bytes, notation: str, scheme: str = "", dry_run: bool = False, user: Any = None
) -> Report:
    """Make the database say what a SKOS file says. Concepts that only the database has are left alone.

    Args:
        data: the whole file.
        notation: "turtle", "xml" or "json-ld".
        scheme: slug of the scheme for concepts that name none.
        dry_run: only report.
        user: who does it, for the history of the concepts.

    Returns:
        The report; where it has refusals nothing was changed.
    """
    try:
        thesaurus = _thesaurus(data, notation, scheme)
    except ReadError as error:
        return Report(refused=(Refusal("het bestand", str(error)),))
    with transaction.atomic():
        plan = make_plan(thesaurus)
        if not (plan.refusals or dry_run):
            _write(plan, user)
    return Report(
        added=tuple("/".join(row.key) for row in plan.added),
        changed=tuple(("/".join(row.key), fields) for row, fields in plan.changed),
        unchanged=tuple("/".join(row.key) for row in plan.unchanged),
        refused=tuple(plan.refusals),
        notes=tuple(plan.notes),
    )


@lru_cache(maxsize=1)
def _thesaurus(data: bytes, notation: str, scheme: str) -> Thesaurus:
    """What a file says; the last one is kept, for it is looked at, shown and applied one after another."""
    return interpret(read_graph(data, notation), scheme)


def _write(plan: Plan, user: Any) -> None:
    schemes = _write_schemes(plan)
    pks = dict(plan.stored.pks)
    for level in _levels(plan.added, plan.stored):
        made = Concept.objects.bulk_create([_new(row, schemes, pks) for row in level], batch_size=BATCH)
        pks |= {row.key: concept.pk for row, concept in zip(level, made, strict=True)}
    rows = [*plan.added, *(row for row, _ in plan.changed)]
    if not rows:
        return
    concepts = Concept.objects.in_bulk([pks[row.key] for row, _ in plan.changed])
    for row, _ in plan.changed:
        _fill(concepts[pks[row.key]], row, pks)
    fields = [*_PLAIN, *_LINKS, "broader", "replaced_by"]
    Concept.objects.bulk_update(concepts.values(), fields, batch_size=BATCH)
    _write_successors(plan.added, pks)
    _write_labels(plan, pks)
    _write_related(plan, pks)
    _note(plan, pks, user)
    vocabulary.vocabulary_changed()


def _write_schemes(plan: Plan) -> dict[str, int]:
    """Slug → primary key of the schemes of the file; a scheme that the file does not describe keeps its texts."""
    pks = {}
    for slug, data in plan.schemes.items():
        row, made = ConceptScheme.objects.get_or_create(
            slug=slug, defaults={"title": data.title, "description": data.description, "origin": data.origin}
        )
        pks[slug] = row.pk
        described = data.uri and (data.title, data.description) != (row.title, row.description)
        if not made and described and data.title != slug:
            ConceptScheme.objects.filter(pk=row.pk).update(title=data.title, description=data.description)
    return pks


def _levels(added: list[Row], stored: Stored) -> list[list[Row]]:
    """The new concepts in such order that what is broader comes before what is narrower."""
    levels: dict[int, list[Row]] = defaultdict(list)
    new = {row.key: row for row in added}
    depths: dict[Key, int] = {}
    for row in added:
        path: list[Key] = []
        step: Key | None = row.key
        while step is not None and step in new and step not in depths:
            path.append(step)
            step = new[step].broader
        depth = depths.get(step, -1) if step else -1
        for key in reversed(path):
            depth += 1
            depths[key] = depth
            levels[depth].append(new[key])
    return [levels[depth] for depth in sorted(levels)]


def _new(row: Row, schemes: dict[str, int], pks: dict[Key, int]) -> Concept:
    concept = Concept(scheme_id=schemes[row.key[0]], slug=row.key[1])
    _fill(concept, row, pks)
    return concept


def _fill(concept: Concept, row: Row, pks: dict[Key, int]) -> None:
    for name in _PLAIN:
        setattr(concept, name, getattr(row, name))
    for name in _LINKS:
        setattr(concept, name, list(getattr(row, name)))
    concept.broader_id = pks[row.broader] if row.broader else None
    concept.replaced_by_id = pks.get(row.replaced_by) if row.replaced_by else None


def _write_successors(added: list[Row], pks: dict[Key, int]) -> None:
    """Successors of new concepts, which may be new themselves."""
    for row in added:
        if row.replaced_by:
            Concept.objects.filter(pk=pks[row.key]).update(replaced_by=pks[row.replaced_by])


def _write_labels(plan: Plan, pks: dict[Key, int]) -> None:
    rows = [*plan.added, *(row for row, fields in plan.changed if "labels" in fields)]
    for row, fields in plan.changed:
        if "labels" in fields:
            Label.objects.filter(concept=pks[row.key]).delete()
    Label.objects.bulk_create(
        (
            Label(concept_id=pks[row.key], text=text, kind=kind, context=context)
            for row in rows
            for text, kind, context in sorted(row.labels)
        ),
        batch_size=BATCH,
    )


def _write_related(plan: Plan, pks: dict[Key, int]) -> None:
    through = Concept.related.through
    rows = [*plan.added, *(row for row, fields in plan.changed if "related" in fields)]
    for row, fields in plan.changed:
        if "related" in fields:
            through.objects.filter(from_concept=pks[row.key]).delete()
    through.objects.bulk_create(
        (
            through(from_concept_id=pks[row.key], to_concept_id=pks[key])
            for row in rows
            for key in sorted(row.related)
        ),
        batch_size=BATCH,
    )


def _note(plan: Plan, pks: dict[Key, int], user: Any) -> None:
    """The admin's search and the history of the concepts, which writing in bulk passes by."""
    keys = [row.key for row in plan.added] + [row.key for row, _ in plan.changed]
    changes = {pks[row.key]: list(fields) for row, fields in plan.changed}
    for start in range(0, len(keys), BATCH):
        concepts = Concept.objects.filter(pk__in=[pks[key] for key in keys[start : start + BATCH]])
        batch = list(concepts.prefetch_related("label_set"))
        for backend in get_search_backends(with_auto_update=True):
            backend.add_bulk(Concept, batch)
        for concept in batch:
            if concept.pk in changes:
                log(concept, IMPORTED, user=user, data={"fields": changes[concept.pk]})
