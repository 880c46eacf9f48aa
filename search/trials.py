"""Trying a change of ranking on the judged searches before it is live.

A trial is measured in small steps, each a task of its own, so that publishing never waits long for it and one that a crash
cuts off goes on where it was.
"""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from content import vocabulary
from content.models import Concept, VocabularyChange
from content.nlp.vocabulary import TRIED, Label, Vocabulary
from content.steering import operations
from content.steering.changes import propose
from search import judging, live, relevance
from search.backends.base import SearchError
from search.engine import backend
from search.models import Trial
from search.relevance import JudgedQuery, Score
from search.weights import editable, using

logger = logging.getLogger(__name__)

STEP = 5  # judged searches measured at a time: a second or two, also in a large collection
MOST_SEARCHES = 1000  # in one trial
KEPT = 20  # trials; older ones are deleted
DIFFERS = 0.005  # of nDCG, before we call it a gain or a loss


@dataclass(frozen=True)
class LabelChange:
    """A label to add to a concept, or with ``removed`` to take away from it."""

    scheme: str
    slug: str
    text: str
    removed: bool = False


@dataclass(frozen=True)
class Change:
    """What is proposed: numbers of ``tunables`` by name, and a label. Without either, a trial measures what is live."""

    numbers: Mapping[str, float]
    label: LabelChange | None = None

    @classmethod
    def of(cls, trial: Trial) -> "Change":
        """The change that a trial tries, but for numbers that no longer exist since an update of the site."""
        label = trial.change["label"]
        numbers = {name: value for name, value in trial.change["numbers"].items() if editable(name)}
        return cls(numbers, LabelChange(**label) if label else None)

    @property
    def empty(self) -> bool:
        """Whether nothing is proposed."""
        return not self.numbers and self.label is None

    def applied_to(self, words: Vocabulary) -> Vocabulary:
        """The vocabulary as it would be."""
        wanted = self.label
        if wanted is None:
            return words
        return Vocabulary(
            tuple(
                replace(concept, labels=_changed(concept.labels, wanted))
                if (concept.scheme, concept.slug) == (wanted.scheme, wanted.slug)
                else concept
                for concept in words.concepts
            )
        )


@dataclass(frozen=True)
class Compared:
    """A judged search with its nDCG and first pages, as it is and as it would be."""

    query: JudgedQuery
    before: float
    after: float
    pages_before: Sequence[str]
    pages_after: Sequence[str]

    @property
    def gain(self) -> float:
        """How much better it would be."""
        return self.after - self.before


@dataclass(frozen=True)
class Outcome:
    """What a trial shows so far: ``totals`` are (name, before, after).

    Of the held-out half only the total is told: who looks at single searches of it would tune on it.
    """

    totals: tuple[tuple[str, Score, Score], ...]
    gains: tuple[Compared, ...]
    losses: tuple[Compared, ...]
    same: int


@transaction.atomic
def start(change: Change, user: Any) -> Trial:
    """Begin a trial of a change on the searches as they are judged now."""
    from search.tasks import measure_trial

    trial = Trial.objects.create(
        change=asdict(change), judged=judging.rows()[:MOST_SEARCHES], made_by=user if user.pk else None
    )
    Trial.objects.exclude(pk__in=list(Trial.objects.values_list("pk", flat=True)[:KEPT])).delete()
    measure_trial.enqueue(trial.pk)
    return trial


def step(trial: Trial) -> bool:
    """Measure the next searches of a trial, in memory; returns whether there are more. Where search is away it fails.

    Not in a transaction: a publisher would wait for it.
    """
    change = Change.of(trial)
    words = vocabulary.current()
    present, proposed = live.numbers(), {**live.numbers(), **change.numbers}
    wanted = change.applied_to(words)
    rows = trial.judged[len(trial.found) : len(trial.found) + STEP]
    try:
        for row in rows:
            before = _found(row["query"], words, present)
            after = before if change.empty else _found(row["query"], wanted, proposed)
            trial.found.append([before, after])
    except SearchError as error:
        logger.warning("A trial stopped: search is away (%s).", type(error).__name__)
        trial.state = Trial.State.FAILED
    if len(trial.found) >= len(trial.judged):
        trial.state = Trial.State.DONE
    return trial.state == Trial.State.WAITING


def outcome(trial: Trial) -> Outcome:
    """What a trial found, scored as everywhere (see ``relevance``)."""
    queries = [relevance.judged(row) for row in trial.judged[: len(trial.found)]]
    pairs = list(zip(queries, trial.found, strict=True))
    parts = {
        "om op af te stemmen": [pair for pair in pairs if not pair[0].held_out],
        "apart gehouden": [pair for pair in pairs if pair[0].held_out],
        "alles": pairs,
    }
    compared = [_compared(query, found) for query, found in parts["om op af te stemmen"]]
    gains = [item for item in compared if item.gain > DIFFERS]
    losses = [item for item in compared if item.gain < -DIFFERS]
    return Outcome(
        totals=tuple((name, _score(part, 0), _score(part, 1)) for name, part in parts.items()),
        gains=tuple(sorted(gains, key=lambda item: -item.gain)),
        losses=tuple(sorted(losses, key=lambda item: item.gain)),
        same=len(compared) - len(gains) - len(losses),
    )


def make_live(trial: Trial, user: Any) -> VocabularyChange | None:
    """Let the whole site search with the numbers of a trial. Its word changes tags too, so that is a proposal first.

    Returns:
        The proposal; None where the trial is of numbers alone.

    Raises:
        ValidationError: the word cannot be proposed, and why; nothing was changed.
    """
    change = Change.of(trial)
    proposed = _propose(change.label, user) if change.label else None
    if change.numbers:
        with transaction.atomic():
            live.put(change.numbers)
            trial.live_at = timezone.now()
            trial.save(update_fields=["live_at"])
    return proposed


def _propose(label: LabelChange, user: Any) -> VocabularyChange:
    concept = Concept.objects.filter(scheme__slug=label.scheme, slug=label.slug).first()
    if concept is None:
        raise ValidationError("Het begrip van dit woord is er niet meer.")
    make = operations.unlabel_payload if label.removed else operations.label_payload
    title = f"{concept}: woord {'weg' if label.removed else 'erbij'} ‘{label.text}’"
    return propose(VocabularyChange.Kind.EDIT, concept, title, make(concept, label.text), user)


def _found(text: str, words: Vocabulary, numbers: Mapping[str, float]) -> list[str]:
    with using(numbers):
        return list(relevance.finder(words, backend())(text))


def _changed(labels: tuple[Label, ...], wanted: LabelChange) -> tuple[Label, ...]:
    kept = tuple(label for label in labels if label.kind == "pref" or label.text != wanted.text)
    return kept if wanted.removed else (*kept, Label(wanted.text, TRIED))


def _score(pairs: list[tuple[JudgedQuery, list[list[str]]]], side: int) -> Score:
    found = {query.text: lists[side] for query, lists in pairs}
    return relevance.score([query for query, _ in pairs], found.__getitem__)


def _compared(query: JudgedQuery, found: list[list[str]]) -> Compared:
    before, after = found
    return Compared(
        query, relevance.ndcg(before, query.grades), relevance.ndcg(after, query.grades), before, after
    )
