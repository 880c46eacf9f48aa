"""The rows that a change of the vocabulary touched, as they were and as they became, so that it can be taken back.

The whole vocabulary is compared before and after, so no operation has to know how it is undone.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model, Q

from content import usage
from content.models import Concept, ConceptScheme, ContentPage, Label, TagDecision, TagThreshold

Row = dict[str, Any]
Entry = dict[str, Any]  # table, pk, before (Row or None), after (Row or None)
Snapshot = dict[str, dict[int, Row]]
CONCEPT, SCHEME, THRESHOLD = "concept", "scheme", "threshold"
LASTING = {CONCEPT, SCHEME}  # what was made has an address, which stays


@dataclass(frozen=True)
class Table:
    """Rows to watch; of those that belong to the ``vocabulary`` every one, of the others those about some concepts."""

    name: str
    model: type[Model]
    fields: tuple[str, ...]
    about: str = ""
    page: str = ""

    @property
    def vocabulary(self) -> bool:
        return not self.about


def snapshot(concepts: Collection[int]) -> Snapshot:
    """The vocabulary as it is, with the decisions and fields of pages that name one of these concepts."""
    found: Snapshot = {}
    for table in _tables():
        rows = table.model._default_manager.order_by()
        if table.about:
            rows = rows.filter(**{f"{table.about}__in": list(concepts)})
        found[table.name] = {row.pop("pk"): row for row in rows.values("pk", *table.fields)}
    return found


def difference(before: Snapshot, after: Snapshot) -> list[Entry]:
    """What became different: an entry for each row that came, went or changed."""
    return [
        {"table": name, "pk": pk, "before": before[name].get(pk), "after": after[name].get(pk)}
        for name in before
        for pk in sorted(before[name].keys() | after[name].keys())
        if before[name].get(pk) != after[name].get(pk)
    ]


def take_back(entries: list[Entry], origin: Concept | None) -> set[int]:
    """Let the rows be as they were. A decision or field that an editor changed since stays as the editor wants it.

    A concept that the change made keeps its address: it goes up in ``origin``, or is deprecated where there is none.

    Returns:
        The primary keys of the concepts that were touched. Call it in a transaction.

    Raises:
        ValidationError: the vocabulary was changed since at the same place, and in what concept.
    """
    tables = {table.name: table for table in _tables()}
    told = [(tables[entry["table"]], entry) for entry in entries]
    _refuse_later_changes(told)
    for table, entry in told:
        if entry["before"] is None and table.name not in LASTING:
            table.model._default_manager.filter(pk=entry["pk"], **_condition(entry["after"])).delete()
    for table, entry in told:
        rows = table.model._default_manager.filter(pk=entry["pk"])
        if entry["before"] is None and table.name == CONCEPT:
            rows.update(deprecated=True, merged=origin is not None, replaced_by=origin, broader=None)
        elif entry["before"] is not None and entry["after"] is not None:
            rows.filter(**_condition(entry["after"])).update(**entry["before"])
    for table, entry in told:
        if entry["after"] is None and _fits(table, entry["before"]):
            table.model._default_manager.create(pk=entry["pk"], **entry["before"])
    return {pk for table, entry in told if table.vocabulary for pk in _concepts(table, entry)}


def _tables() -> list[Table]:
    through = Concept.related.through
    tables = [
        Table(SCHEME, ConceptScheme, _columns(ConceptScheme)),
        Table(CONCEPT, Concept, _columns(Concept)),
        Table("label", Label, _columns(Label)),
        Table("related", through, ("from_concept_id", "to_concept_id")),
        Table(THRESHOLD, TagThreshold, _columns(TagThreshold)),
        Table("decision", TagDecision, ("page_id", "concept_id", "decision"), "concept", "page_id"),
    ]
    for relation in usage.page_fields():
        if relation.many_to_many:
            source, owner = relation.m2m_reverse_field_name(), f"{relation.m2m_field_name()}_id"
            model = relation.remote_field.through
            tables.append(Table(f"field {relation}", model, (owner, f"{source}_id"), source, owner))
        else:
            tables.append(Table(f"field {relation}", relation.model, (relation.attname,), relation.name))
    return tables


def _columns(model: type[Model]) -> tuple[str, ...]:
    return tuple(column.attname for column in model._meta.concrete_fields if not column.primary_key)


def _condition(row: Row) -> Row:
    """A row as it was left, for a filter; lists are left out, for not every database can compare them."""
    return {name: value for name, value in row.items() if not isinstance(value, list)}


def _refuse_later_changes(told: list[tuple[Table, Entry]]) -> None:
    changed: set[int] = set()
    limits = False
    made = {entry["pk"] for table, entry in told if table.name == CONCEPT and entry["before"] is None}
    for table, entry in told:
        if not table.vocabulary or (table.name == CONCEPT and entry["pk"] in made):
            continue
        now = table.model._default_manager.filter(pk=entry["pk"]).values(*table.fields).first()
        if now != entry["after"]:
            changed |= set(_concepts(table, entry))
            limits = limits or table.name == THRESHOLD
    touched = Concept.objects.filter(broader__in=made).exclude(pk__in=[e["pk"] for _, e in told])
    names = Concept.objects.filter(Q(pk__in=changed) | Q(pk__in=touched)).values_list("pref_label", flat=True)
    if changed or limits or names:
        unnamed = "wanneer labels meetellen" if limits else "een begrip dat er niet meer is"
        listed = ", ".join(sorted(names)) or unnamed
        raise ValidationError(
            f"Terugdraaien kan niet meer: daarna veranderde iemand {listed}. Draai die wijziging eerst terug."
        )


def _concepts(table: Table, entry: Entry) -> Iterator[int]:
    """The concepts that a row of the vocabulary belongs to."""
    if table.name == CONCEPT:
        yield entry["pk"]
        return
    for row in filter(None, (entry["before"], entry["after"])):
        yield from (row[name] for name in ("concept_id", "from_concept_id", "to_concept_id") if name in row)


def _fits(table: Table, row: Row) -> bool:
    """Whether a row that went can come back: its page is still there, and nothing took its place."""
    if table.vocabulary:
        return True
    if not ContentPage.objects.filter(pk=row[table.page]).exists():
        return False
    place = {name: value for name, value in row.items() if name != "decision"}
    return not table.model._default_manager.filter(**place).exists()
