"""What a change does to the vocabulary and the thresholds themselves, a Dutch sentence for each thing."""

from collections.abc import Iterator

from content.nlp.thresholds import Thresholds
from content.nlp.vocabulary import Concept
from content.steering.rehearsal import Rehearsal
from content.thresholds import NAMES, points

STEPS = (("strong", "telt een label mee"), ("shown", "is een label te zien als mogelijk"))


def sentences(rehearsed: Rehearsal) -> Iterator[str]:
    """What changes, in order of concept; thresholds last."""
    before, after = rehearsed.before.by_key, rehearsed.after.by_key
    for key in sorted(before.keys() | after.keys()):
        old, new = before.get(key), after.get(key)
        if old is None and new is not None:
            yield f"{new.pref_label}: komt erbij"
        elif new is None and old is not None:
            yield f"{old.pref_label}: doet niet meer mee"
        elif old is not None and new is not None and old != new:
            yield from _changed_words(old, new, rehearsed)
    yield from _changed_thresholds(rehearsed.limits_before, rehearsed.limits_after)


def _changed_words(old: Concept, new: Concept, rehearsed: Rehearsal) -> Iterator[str]:
    name = new.pref_label
    if old.pref_label != new.pref_label:
        yield f"{old.pref_label} heet voortaan {new.pref_label}"
    were, are = ({label.text: label.context for label in concept.labels[1:]} for concept in (old, new))
    for text in sorted(are.keys() - were.keys()):
        yield f"{name}: woord erbij ‘{text}’"
    for text in sorted(were.keys() - are.keys()):
        yield f"{name}: woord weg ‘{text}’"
    for text in sorted(text for text in were.keys() & are.keys() if were[text] != are[text]):
        yield f"{name}: ‘{text}’ telt in een andere omgeving"
    if old.labels[0].context != new.labels[0].context:
        yield f"{name}: ‘{name}’ telt in een andere omgeving"
    if old.broader != new.broader:
        place = rehearsed.after.by_key.get((new.scheme, new.broader or ""))
        yield f"{name}: staat voortaan {'onder ' + place.pref_label if place else 'bovenaan'}"


def _changed_thresholds(before: Thresholds, after: Thresholds) -> Iterator[str]:
    schemes = {row.scheme for limits in (before, after) for row in limits.schemes}
    for scheme in sorted(schemes):
        for name, words in STEPS:
            old, new = (getattr(limits.of(scheme), name) for limits in (before, after))
            if old != new:
                yield f"Bij {NAMES.get(scheme, scheme)} {words} vanaf {_points(new)} (nu {_points(old)})"


def _points(score: float | None) -> str:
    return "het getal dat het portaal zelf kiest" if score is None else str(points(score))
