"""Everyday expressions in a query for concepts of the vocabulary: *komt weer niet opdagen*, *papa moet zitten*."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from content.nlp.analysis import AnalysedToken, analyse, word
from content.nlp.data import everyday, kin_words
from content.nlp.data.function_words import FUNCTION_WORDS
from content.nlp.matching import Match
from content.nlp.vocabulary import Vocabulary
from search.asking import whole_verbs
from search.near import plain_lemmas

EVERYDAY, EVERYDAY_WORD = "everyday", "everyday_word"  # kinds of a match: by several words, and by one
SPREAD = 3  # other words that may stand between the words of an expression
_SIGN = re.compile(r"[,.;:?!+/]")


@dataclass(frozen=True, slots=True)
class _Expression:
    text: str
    slug: str
    words: frozenset[str]
    spread: int


def everyday_matches(text: str, vocabulary: Vocabulary) -> list[Match]:
    """Every expression that a query has, for the concepts that the vocabulary has; each concept once a place."""
    keys = _keys(vocabulary)
    tokens = analyse(text)
    found: dict[tuple[int, int, str], Match] = {}
    for first, last in _parts(text, tokens):
        places = _places(tokens[first:last])
        for start in places.keys() & _expressions().keys():
            for expression in _expressions()[start]:
                span = _span(expression, places) if expression.slug in keys else None
                if span:
                    begin, end = tokens[first + span[0]].start, tokens[first + span[1]].end
                    kind = EVERYDAY if len(expression.words) > 1 else EVERYDAY_WORD
                    found[begin, end, expression.slug] = Match(
                        *keys[expression.slug],
                        expression.text,
                        begin,
                        end,
                        text[begin:end],
                        kind,
                        first + span[0],
                    )
    return [found[place] for place in sorted(found)]


@lru_cache(maxsize=1)
def everyday_words() -> frozenset[str]:
    """Every lemma that an expression is met by."""
    return frozenset(
        said for some in _expressions().values() for expression in some for said in expression.words
    )


def _parts(text: str, tokens: Sequence[AnalysedToken]) -> Iterator[tuple[int, int]]:
    """First and last word, the last left out, of each part of a query between signs."""
    first = 0
    for place in range(1, len(tokens)):
        if _SIGN.search(text, tokens[place - 1].end, tokens[place].start):
            yield first, place
            first = place
    yield first, len(tokens)


def _places(tokens: Sequence[AnalysedToken]) -> Mapping[str, Sequence[int]]:
    """What the words of a query say, with the places of each."""
    places: dict[str, list[int]] = defaultdict(list)
    whole = whole_verbs(tokens)
    for place, token in enumerate(tokens):
        form = token.text.lower()
        own = (form,) if form in FUNCTION_WORDS else (form, token.lemma)
        if verb := whole.get(token.start):
            own = (*own, word(verb).lemma, f"{verb}en")
        for said in dict.fromkeys(other for one in own for other in (one, *_also().get(one, ()))):
            places[said].append(place)
    return places


def _span(expression: _Expression, places: Mapping[str, Sequence[int]]) -> tuple[int, int] | None:
    """First and last of the nearest words that an expression is met by, each word by another."""
    if not all(found in places for found in expression.words):
        return None
    size = len(expression.words)
    ways = (way for way in product(*(places[found] for found in expression.words)) if len(set(way)) == size)
    spans = [(min(way), max(way)) for way in ways]
    near = [span for span in spans if span[1] - span[0] < size + expression.spread]
    return min(near, key=lambda span: (span[1] - span[0], span[0]), default=None)


@lru_cache(maxsize=1)
def _expressions() -> Mapping[str, Sequence[_Expression]]:
    """The expressions by the longest of their words, which few queries have."""
    found: dict[str, list[_Expression]] = defaultdict(list)
    for slug, text in _lines():
        words = frozenset(said if said in FUNCTION_WORDS else word(said).lemma for said in text.split())
        telling = words - FUNCTION_WORDS - plain_lemmas()
        expression = _Expression(text, slug, words, SPREAD if telling else 0)
        found[max(words, key=lambda said: (len(said), said))].append(expression)
    return found


def _lines() -> Iterator[tuple[str, str]]:
    """Each expression with the slug of its concept."""
    for line in everyday.LINES.replace("\n ", " ").strip().splitlines():
        slug, _, texts = line.partition(":")
        for text in texts.split(","):
            yield slug, " ".join(text.split())


@lru_cache(maxsize=1)
def _also() -> Mapping[str, tuple[str, ...]]:
    return {first: tuple(rest) for first, *rest in map(str.split, filter(None, kin_words.LINES.splitlines()))}


@lru_cache(maxsize=2)
def _keys(vocabulary: Vocabulary) -> Mapping[str, tuple[str, str]]:
    return {concept.slug: (concept.scheme, concept.slug) for concept in vocabulary.concepts}
