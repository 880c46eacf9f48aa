"""What larger changes of the vocabulary may not do; the same for a form and for the change itself."""

from django.core.exceptions import ValidationError

from content.models import Concept, Follow, Label

LABEL_LENGTH = 120


def check_merge(concept: Concept, target: Concept) -> None:
    """Refuse what ``merge`` refuses.

    Raises:
        ValidationError: says why, in Dutch.
    """
    _check_pair(concept, target)
    if concept.scheme_id != target.scheme_id:
        raise ValidationError("Samenvoegen kan alleen met een begrip uit dezelfde begrippenlijst.")


def check_split(concept: Concept, pref_label: str, texts: set[str]) -> None:
    """Refuse what ``split`` refuses.

    Raises:
        ValidationError: says why, in Dutch.
    """
    if concept.deprecated:
        raise ValidationError(f"{concept} is vervallen.")
    if not pref_label or len(pref_label) > LABEL_LENGTH:
        raise ValidationError(f"Geef het nieuwe begrip een naam van ten hoogste {LABEL_LENGTH} tekens.")
    own = set(Label.objects.filter(concept=concept).values_list("text", flat=True))
    if not texts or not texts <= own:
        raise ValidationError(f"Kies welke woorden van {concept} naar het nieuwe begrip gaan.")
    _check_name(concept, pref_label, None)
    if pref_label.casefold() in {text.casefold() for text in own - texts}:
        raise ValidationError(f"‘{pref_label}’ is nog een woord van {concept}. Laat dat woord ook meegaan.")


def check_deprecate(concept: Concept, successor: Concept | None) -> None:
    """Refuse what ``deprecate`` refuses.

    Raises:
        ValidationError: says why, in Dutch.
    """
    if concept.deprecated:
        raise ValidationError(f"{concept} is al vervallen.")
    if successor is not None:
        _check_pair(concept, successor)


def check_restore(concept: Concept) -> None:
    """Refuse what ``restore`` refuses.

    Raises:
        ValidationError: says why, in Dutch.
    """
    if not concept.deprecated:
        raise ValidationError(f"{concept} is niet vervallen.")
    if concept.merged:
        raise ValidationError(f"{concept} is samengevoegd met {concept.replaced_by}. Splitsen kan nog wel.")
    _check_name(concept, concept.pref_label, concept.pk)


def check_delete(concept: Concept) -> None:
    """Refuse what ``delete`` refuses.

    Raises:
        ValidationError: says why, in Dutch.
    """
    if Follow.objects.filter(concept=concept).exists():
        raise ValidationError(
            f"Lezers volgen {concept}. Laat het begrip vervallen, dan blijft het adres werken."
        )


def _check_pair(concept: Concept, other: Concept) -> None:
    if concept.pk == other.pk:
        raise ValidationError("Kies een ander begrip dan dit begrip zelf.")
    for row in (concept, other):
        if row.deprecated:
            raise ValidationError(f"{row} is vervallen. Kies een begrip dat in gebruik is.")


def _check_name(concept: Concept, pref_label: str, but: int | None) -> None:
    others = Concept.objects.in_use().filter(scheme=concept.scheme_id).exclude(pk=but)
    names = {name.casefold() for name in others.values_list("pref_label", flat=True)}
    if pref_label.casefold() in names:
        raise ValidationError(f"Er is al een begrip dat ‘{pref_label}’ heet.")
