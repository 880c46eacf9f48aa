"""The changes of the vocabulary by name: what each needs, and how it is made."""

from base64 import b64decode
from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError
from wagtail.log_actions import log

from content import vocabulary_changes
from content.models import Concept, ConceptScheme, Label, TagThreshold, VocabularyChange
from content.skos.load import import_skos
from content.vocabulary import TAGGED_SCHEMES

FAULTS_SHOWN = 5
LIMITS = ("strong", "shown")
Kind = VocabularyChange.Kind
Payload = dict[str, Any]
NO_CONCEPT = {
    Kind.ADD,
    Kind.IMPORT,
    Kind.THRESHOLD,
}  # changes that are about no concept that is there already


def edit_payload(concept: Concept) -> Payload:
    """A concept as a form left it, not saved yet, with what it was made of.

    Returns:
        ``{"concept": …, "base": …}``; ``base`` is the stored concept, None for a new one.
    """
    stored = Concept.objects.filter(pk=concept.pk).first() if concept.pk else None
    return {"concept": concept.serializable_data(), "base": stored.serializable_data() if stored else None}


def label_payload(concept: Concept, text: str) -> Payload:
    """As ``edit_payload``, for a concept that gets a word.

    Raises:
        ValidationError: it has that word already.
    """
    changed = Concept.objects.get(pk=concept.pk)
    known = {changed.pref_label.casefold(), *(label.text.casefold() for label in changed.label_set.all())}
    if text.casefold() in known:
        raise ValidationError(f"‘{text}’ hoort al bij {concept}.")
    changed.label_set.add(Label(text=text))
    return edit_payload(changed)


def unlabel_payload(concept: Concept, text: str) -> Payload:
    """As ``edit_payload``, for a concept that loses a word.

    Raises:
        ValidationError: it has no such word.
    """
    changed = Concept.objects.get(pk=concept.pk)
    gone = [label for label in changed.label_set.all() if label.text == text]
    if not gone:
        raise ValidationError(f"‘{text}’ hoort niet meer bij {concept}.")
    changed.label_set.remove(*gone)
    return edit_payload(changed)


def concerned(kind: str, concept: Concept | None, payload: Payload) -> list[int]:
    """The concepts whose decisions and pages a change moves."""
    if concept is None or kind not in (Kind.MERGE, Kind.DELETE):
        return []
    return [concept.pk, payload["target"]] if kind == Kind.MERGE else [concept.pk]


def perform(kind: str, concept: Concept | None, payload: Payload, user: Any) -> Concept | None:
    """Make a change as it was proposed.

    Returns:
        The concept that it is about, as it is now; None where it is about none, or that one is gone.

    Raises:
        ValidationError: it cannot be made (any more), and why.
    """
    fresh = Concept.objects.filter(pk=concept.pk).first() if concept else None
    if fresh is None and kind not in NO_CONCEPT:
        raise ValidationError("Dit begrip is er niet meer.")
    return _PERFORM[kind](fresh, payload, user)


def _save(concept: Concept | None, payload: Payload, user: Any) -> Concept:
    if concept is not None and concept.serializable_data() != payload["base"]:
        raise ValidationError(
            f"Iemand anders heeft {concept} intussen veranderd. Open het begrip opnieuw en doe uw wijziging nog een keer."
        )
    made: Concept = Concept.from_serializable_data(payload["concept"])
    made.full_clean()
    made.save()
    log(made, "wagtail.edit" if concept else "wagtail.create", user=user, content_changed=True)
    return made


def _merge(concept: Concept, payload: Payload, user: Any) -> Concept:
    vocabulary_changes.merge(concept, _other(payload["target"]), user)
    return concept


def _split(concept: Concept, payload: Payload, user: Any) -> Concept:
    vocabulary_changes.split(concept, payload["pref_label"], payload["labels"], payload["below"], user)
    return concept


def _deprecate(concept: Concept, payload: Payload, user: Any) -> Concept:
    successor = _other(payload["successor"]) if payload["successor"] else None
    vocabulary_changes.deprecate(concept, successor, user)
    return concept


def _restore(concept: Concept, payload: Payload, user: Any) -> Concept:
    vocabulary_changes.restore(concept, user)
    return concept


def _delete(concept: Concept, payload: Payload, user: Any) -> None:
    vocabulary_changes.delete(concept, user)


def _import(concept: None, payload: Payload, user: Any) -> None:
    data = b64decode(payload["data"])
    report = import_skos(data, payload["notation"], payload["scheme"], user=user)
    if report.refused:
        raise ValidationError([str(fault) for fault in report.refused[:FAULTS_SHOWN]])


def stored_thresholds() -> dict[str, dict[str, int | None]]:
    """Scheme → the points that editors set: ``strong`` and ``shown``, None where they set none."""
    rows = {row.pop("scheme__slug"): row for row in TagThreshold.objects.values("scheme__slug", *LIMITS)}
    return {scheme: rows.get(scheme, dict.fromkeys(LIMITS)) for scheme in TAGGED_SCHEMES}


def _set_thresholds(concept: None, payload: Payload, user: Any) -> None:
    if stored_thresholds() != payload["base"]:
        raise ValidationError(
            "Iemand anders heeft deze getallen intussen veranderd. Doe uw wijziging nog een keer."
        )
    for slug, limits in payload["thresholds"].items():
        TagThreshold.objects.update_or_create(scheme=ConceptScheme.objects.get(slug=slug), defaults=limits)


def _other(pk: int) -> Concept:
    found = Concept.objects.filter(pk=pk).first()
    if found is None:
        raise ValidationError("Het andere begrip is er niet meer.")
    return found


_PERFORM: dict[str, Callable[..., Concept | None]] = {
    Kind.EDIT: _save,
    Kind.ADD: _save,
    Kind.MERGE: _merge,
    Kind.SPLIT: _split,
    Kind.DEPRECATE: _deprecate,
    Kind.RESTORE: _restore,
    Kind.DELETE: _delete,
    Kind.IMPORT: _import,
    Kind.THRESHOLD: _set_thresholds,
}
