"""The vocabulary as the Dutch room reads it: frozen, and read from the database once per change."""

import secrets
from functools import lru_cache

from content.models import Concept as ConceptRow
from content.models import VocabularyState
from content.nlp.vocabulary import Concept, Label, Vocabulary

TAGGED_SCHEMES = ("domein", "thema")
BATCH = 1000  # concepts read at once
REVISIONS = 2**31 - 1


def vocabulary_changed() -> None:
    """Tell every process to read the vocabulary again; call it in the transaction that changes a concept.

    The number is drawn, not counted: whoever read the vocabulary in a transaction that was taken back remembers it by a
    number that no later change may get.
    """
    VocabularyState.objects.update_or_create(pk=1, defaults={"revision": 1 + secrets.randbelow(REVISIONS)})


def current() -> Vocabulary:
    """The schemes that tag and search, with every concept and label. One small query when nothing changed."""
    revision = VocabularyState.objects.filter(pk=1).values_list("revision", flat=True).first() or 0
    return _read(revision)


@lru_cache(maxsize=1)
def _read(revision: int) -> Vocabulary:
    return read()


def read() -> Vocabulary:
    """Every concept in use, as the database has it now, remembered by nobody.

    The deprecated ones neither tag nor search, and what is under them moves up.
    """
    rows = (
        ConceptRow.objects.filter(scheme__slug__in=TAGGED_SCHEMES)
        .select_related("scheme")
        .prefetch_related("label_set")
        .order_by("scheme__slug", "order", "pk")
    )
    by_pk = {row.pk: row for row in rows.iterator(chunk_size=BATCH)}
    return Vocabulary(tuple(_frozen(row, by_pk) for row in by_pk.values() if not row.deprecated))


def _frozen(row: ConceptRow, by_pk: dict[int, ConceptRow]) -> Concept:
    labels = [Label(row.pref_label, "pref", _words(row.pref_context))]
    labels += [Label(label.text, label.kind, _words(label.context)) for label in row.label_set.all()]
    broader = _broader_in_use(row, by_pk)
    return Concept(
        scheme=row.scheme.slug,
        slug=row.slug,
        pref_label=row.pref_label,
        labels=tuple(labels),
        broader=broader.slug if broader else None,
        definition=row.definition,
    )


def _broader_in_use(row: ConceptRow, by_pk: dict[int, ConceptRow]) -> ConceptRow | None:
    """The nearest broader concept that is in use."""
    seen, step = {row.pk}, by_pk.get(row.broader_id)
    while step and step.deprecated and step.pk not in seen:
        seen.add(step.pk)
        step = by_pk.get(step.broader_id)
    return step if step and not step.deprecated else None


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in text.split(",") if word.strip())
