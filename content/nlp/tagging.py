"""From labels met in a text to the domains and themes it is about, with a score and the passages that show it.

score = 1 - exp(-strength / SCALE), where strength adds up over the different labels of a top concept and of all that is
narrower. One label counts: weight of the field it stands in × weight of how it was met × its specificity × a logarithm of
how often it was met, so that ten times the same word never outweighs three different ones. Long texts touch on much in
passing, so strength is divided by a root of the length.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from content.nlp.analysis import AnalysedToken, analyse
from content.nlp.asserting import asserted
from content.nlp.matching import COMPOUND_PART, EXACT, INFLECTED, PARTS_TOGETHER, ConceptMatcher, Match
from content.nlp.vocabulary import Vocabulary

FIELD_WEIGHTS = {"title": 3.0, "summary": 1.6, "key": 1.4, "body": 1.0}
MATCH_WEIGHTS = {EXACT: 1.0, INFLECTED: 1.0, PARTS_TOGETHER: 0.9, COMPOUND_PART: 0.65}
SCALE = 1.6
FREE_LENGTH = 40  # words; a text up to this length is not damped
LENGTH_POWER = 0.7
STRONG = 0.45
SUGGESTED = 0.22
RELATIVE = 0.45  # a strong tag has at least this share of the strength of the strongest of its scheme
MAX_EVIDENCE = 5
MATCHER = "matcher"
WORDS_BONUS = 0.25  # specificity per further word or compound part of the label


@dataclass(frozen=True, slots=True)
class TextField:
    """A piece of a page: ``name`` is title, summary, key or body."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a label was met: characters ``start`` to ``end`` of the text of ``field``."""

    field: str
    start: int
    end: int
    text: str
    label: str
    match: str


@dataclass(frozen=True, slots=True)
class TagScore:
    """A top concept that a text is about; ``score`` from 0 to 1, ``evidence`` best first.

    ``source``: "matcher", "learned" or "both". ``leads``: not too far behind the strongest of its scheme to count.
    """

    scheme: str
    concept: str
    label: str
    score: float
    strong: bool
    evidence: tuple[Evidence, ...]
    source: str = MATCHER
    leads: bool = True


@dataclass(frozen=True, slots=True)
class _Hit:
    field: str
    match: Match
    weight: float


def tag_matches(
    found: Sequence[tuple[TextField, Sequence[Match]]],
    vocabulary: Vocabulary,
    words: Sequence[Sequence[AnalysedToken]] | None = None,
) -> list[TagScore]:
    """The top concepts that a text is about, strongest first; suggestions included.

    Args:
        found: the pieces of the text with the labels met in each; unknown names of pieces weigh as body.
        words: the pieces as analysed, where the caller has them.
    """
    hits: dict[tuple[str, str], list[_Hit]] = defaultdict(list)
    read = words if words is not None else [None] * len(found)
    for (piece, matches), tokens in zip(found, read, strict=True):
        for match in asserted(piece.text, matches, tokens):
            top = vocabulary.top_of(match.scheme, match.concept)
            hits[match.scheme, top].append(_Hit(piece.name, match, _weight(piece.name, match)))
    damping = _damping(sum(len(piece.text.split()) for piece, _ in found))
    strengths = {key: _strength(places) / damping for key, places in hits.items()}
    return _ranked(strengths, hits, vocabulary)


def tag_fields(
    fields: Sequence[TextField], matcher: ConceptMatcher, vocabulary: Vocabulary
) -> list[TagScore]:
    """As ``tag_matches``, for texts that are still to be matched."""
    return tag_matches([(piece, matcher.matches(piece.text)) for piece in fields], vocabulary)


def _ranked(
    strengths: dict[tuple[str, str], float], hits: dict[tuple[str, str], list[_Hit]], vocabulary: Vocabulary
) -> list[TagScore]:
    best: dict[str, float] = defaultdict(float)
    for (scheme, _), strength in strengths.items():
        best[scheme] = max(best[scheme], strength)
    tags = []
    for (scheme, slug), strength in strengths.items():
        score = 1 - math.exp(-strength / SCALE)
        if score < SUGGESTED:
            continue
        leads = strength >= RELATIVE * best[scheme]
        label = vocabulary.by_key[scheme, slug].pref_label
        evidence = _evidence(hits[scheme, slug])
        tags.append(TagScore(scheme, slug, label, score, leads and score >= STRONG, evidence, leads=leads))
    return sorted(tags, key=lambda tag: (-tag.score, tag.scheme, tag.concept))


def _weight(field: str, match: Match) -> float:
    specific = 1 + WORDS_BONUS * (_label_size(match.label) - 1)
    return FIELD_WEIGHTS.get(field, 1.0) * MATCH_WEIGHTS[match.kind] * specific


@lru_cache(maxsize=50_000)
def _label_size(label: str) -> int:
    return min(3, sum(max(1, len(token.parts)) for token in analyse(label)))


def _strength(hits: Iterable[_Hit]) -> float:
    by_label: dict[str, list[float]] = defaultdict(list)
    for hit in hits:
        by_label[hit.match.label].append(hit.weight)
    return sum(max(weights) * (1 + math.log(len(weights)) / 2) for weights in by_label.values())


def _damping(words: int) -> float:
    return max(1.0, (words / FREE_LENGTH) ** LENGTH_POWER)


def _evidence(hits: list[_Hit]) -> tuple[Evidence, ...]:
    """The weightiest places, a label at most twice and different labels first."""
    chosen: list[_Hit] = []
    seen: dict[str, int] = defaultdict(int)
    for hit in sorted(hits, key=lambda h: (seen[h.match.label], -h.weight)):
        if seen[hit.match.label] < 2:
            seen[hit.match.label] += 1
            chosen.append(hit)
    return tuple(
        Evidence(h.field, h.match.start, h.match.end, h.match.text, h.match.label, h.match.kind)
        for h in chosen[:MAX_EVIDENCE]
    )
