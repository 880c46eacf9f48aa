"""Questions and answers near a question, by the words they share: lemmas and parts of compounds, the rare ones most.

The measure is the cosine of vectors of inverse document frequencies (G. Salton and C. Buckley, 1988), each stem once:
questions are short, and a word that is said twice says no more.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from content.models import AnswerPage, Question
from content.nlp.analysis import analyse, word
from content.nlp.data.function_words import FUNCTION_WORDS

NEAR = 0.2  # a cosine from which it is worth a look
MOST = 5
LOOKED_AT = 400  # the latest questions beside which one is held
COUNTED = 2000  # the latest answers in which is counted how rare a word is
MOST_WORDS = 8  # shown of what is shared


@dataclass(frozen=True, slots=True)
class Near:
    """A question near another one: how near (0 to 1), and the words of the other that it shares."""

    question: Question
    score: float
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """The stems of a text, each with the word that it was read from."""

    words: Mapping[str, str]


def profile(text: str) -> Profile:
    """What a text is compared by; words that carry grammar alone are left out."""
    words: dict[str, str] = {}
    for token in analyse(text):
        if token.lemma in FUNCTION_WORDS or not token.lemma[0].isalpha():
            continue
        for stem in word(token.form).stems:
            words.setdefault(stem, token.text.lower())
    return Profile(words)


def near_questions(question: Question) -> list[Near]:
    """Other questions near a question, nearest first; those that were merged or declined are left out."""
    others = (
        Question.objects.exclude(pk=question.pk)
        .exclude(status__in=[Question.Status.DUPLICATE, Question.Status.DECLINED])
        .order_by("-received_at")[:LOOKED_AT]
    )
    answers = (
        AnswerPage.objects.live().public().order_by("-pk").values_list("title", "short_answer")[:COUNTED]
    )
    return _nearest(
        question,
        [(other, _question_text(other)) for other in others],
        known=[_answer_stems("\n".join(texts)) for texts in answers],
    )


@lru_cache(maxsize=2 * COUNTED)
def _answer_stems(text: str) -> frozenset[str]:
    """The stems of an answer, remembered by its text, so that a changed answer is read anew.

    Answers are public; what was asked is not, and stays in no memory after it is erased.
    """
    return frozenset(profile(text).words)


def _question_text(question: Question) -> str:
    return f"{question.question}\n{question.context}"


def _nearest(
    question: Question, others: list[tuple[Question, str]], known: Iterable[frozenset[str]]
) -> list[Near]:
    """The questions nearest to one. How rare a stem is, is counted over the questions and what is ``known``."""
    own = profile(_question_text(question))
    profiles = [(item, profile(text)) for item, text in others]
    collection = [*(other.words.keys() for _, other in profiles), *known]
    counts = Counter(stem for stems in collection for stem in stems)
    weights = {stem: math.log1p((len(collection) + 1) / (counts[stem] + 1)) for stem in {*counts, *own.words}}
    near = [
        Near(item, score, _shared(own, other, weights))
        for item, other in profiles
        if (score := _cosine(own, other, weights)) >= NEAR
    ]
    return sorted(near, key=lambda found: -found.score)[:MOST]


def _cosine(own: Profile, other: Profile, weights: Mapping[str, float]) -> float:
    shared = sum(weights[stem] ** 2 for stem in own.words.keys() & other.words.keys())
    return shared / (_length(own, weights) * _length(other, weights)) if shared else 0.0


def _length(text: Profile, weights: Mapping[str, float]) -> float:
    return math.sqrt(sum(weights[stem] ** 2 for stem in text.words))


def _shared(own: Profile, other: Profile, weights: Mapping[str, float]) -> tuple[str, ...]:
    """The words of the question that the other shares, rarest first, each once."""
    stems = sorted(own.words.keys() & other.words.keys(), key=lambda stem: (-weights[stem], stem))
    return tuple(dict.fromkeys(own.words[stem] for stem in stems))[:MOST_WORDS]
