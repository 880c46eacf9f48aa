"""The form of a change to try: numbers of ranking, and a word to add to a concept or take away."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.formats import number_format

from content import vocabulary
from content.models import Concept, Label
from search import live
from search.trials import Change, LabelChange
from search.weights import tunables


@dataclass(frozen=True)
class Number:
    """A number of ``search.tunables`` that editors may try, between ``least`` and ``most``."""

    name: str
    label: str
    least: float
    most: float


NUMBERS = (
    Number("STEM_WEIGHT", "Verwante vorm, of deel van een langer woord", 0, 1),
    Number("PARTS_WEIGHT", "Delen van een samenstelling die los staan", 0, 1),
    Number("SYNONYM_WEIGHT", "Synoniem", 0, 1),
    Number("SYNONYM_STEM_WEIGHT", "Verwante vorm van een synoniem", 0, 1),
    Number("JOINED_WEIGHT", "Twee woorden die samen één woord zijn", 0, 2),
    Number("RELAXED_WEIGHT", "Woord dat wij loslieten", 0, 3),
    Number("COVERAGE_BONUS", "Punten voor elk probleem dat de pagina noemt", 0, 30),
    Number("ABOUT_BONUS", "Punten als het onderwerp een label van de pagina is", 0, 30),
    Number("EXACT_TITLE_BOOST", "Punten als de titel precies de zoekvraag is", 0, 50),
    Number("SUBJECT_WEIGHT", "Invloed van hoe vaak een pagina het over het onderwerp heeft", 0, 5),
    Number("ENOUGH_HITS", "Resultaten waaronder wij een woord loslaten", 1, 100),
)
KEEP, ADD, REMOVE = "keep", "add", "remove"


def present(number: Number) -> float:
    """The number as it is live."""
    value: float = live.numbers().get(number.name, getattr(tunables, number.name))
    return value


class TrialForm(forms.Form):
    """A change to try; left as it is, it measures what is live."""

    what = forms.ChoiceField(
        label="Een woord",
        choices=[(KEEP, "niets veranderen"), (ADD, "toevoegen aan"), (REMOVE, "weghalen bij")],
        initial=KEEP,
    )
    concept = forms.ModelChoiceField(
        label="Begrip",
        required=False,
        queryset=Concept.objects.in_use()
        .filter(scheme__slug__in=vocabulary.TAGGED_SCHEMES)
        .select_related("scheme")
        .order_by("pref_label"),
        empty_label="Kies een begrip",
    )
    text = forms.CharField(label="Woord of woordgroep", required=False, max_length=120)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        for number in NUMBERS:
            self.fields[number.name] = forms.FloatField(
                label=number.label,
                min_value=number.least,
                max_value=number.most,
                initial=present(number),
                widget=forms.NumberInput(attrs={"step": "any"}),
            )

    @property
    def numbers(self) -> list[forms.BoundField]:
        """The fields of numbers."""
        return [self[number.name] for number in NUMBERS]

    @property
    def word(self) -> list[forms.BoundField]:
        """The fields of the word."""
        return [self[name] for name in ("what", "concept", "text")]

    def clean(self) -> dict[str, Any]:
        """A word to change needs a concept, and one to take away must be there."""
        data: dict[str, Any] = super().clean() or {}
        what, concept, text = data.get("what"), data.get("concept"), (data.get("text") or "").strip()
        if what not in (ADD, REMOVE):
            return data
        if concept is None:
            self.add_error("concept", "Kies het begrip waar het woord bij hoort.")
        if not text:
            self.add_error("text", "Vul het woord in.")
        elif concept is not None:
            there = Label.objects.filter(concept=concept, text=text).exists()
            if what == ADD and there:
                self.add_error("text", "Dit woord hoort al bij dat begrip.")
            if what == REMOVE and not there:
                self.add_error(
                    "text", "Dit woord hoort niet bij dat begrip. Schrijf het precies zoals het er staat."
                )
        return data

    @property
    def change(self) -> Change:
        """What is proposed: what differs from what is live."""
        data = self.cleaned_data
        numbers = {n.name: data[n.name] for n in NUMBERS if data[n.name] != present(n)}
        if data["what"] == KEEP:
            return Change(numbers)
        concept = data["concept"]
        label = LabelChange(concept.scheme.slug, concept.slug, data["text"].strip(), data["what"] == REMOVE)
        return Change(numbers, label)


def described(change: Change) -> list[str]:
    """A change in words, one thing a line."""
    labels = {number.name: number for number in NUMBERS}
    lines = [
        f"{labels[name].label}: {number_format(value)} (live: {number_format(present(labels[name]))})"
        for name, value in change.numbers.items()
        if name in labels
    ]
    if change.label:
        known = Concept.objects.filter(scheme__slug=change.label.scheme, slug=change.label.slug).first()
        doing = "weghalen bij" if change.label.removed else "toevoegen aan"
        lines.append(f"Woord ‘{change.label.text}’ {doing} {known or change.label.slug}")
    return lines


def changed_numbers() -> list[str]:
    """The numbers that editors put live, beside those that ship."""
    return [
        f"{number.label}: {number_format(present(number))} (was {number_format(getattr(tunables, number.name))})"
        for number in NUMBERS
        if number.name in live.numbers()
    ]
