"""Everyday expressions in a query for concepts of the vocabulary: *komt weer niet opdagen*, *papa moet zitten*."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from content.nlp.analysis import AnalysedToken, analyse, word
from content.nlp.data import everyday, kin_words
from content.nlp.data.function_words import FUNCTION_WORDS
from content.nlp.lemmas import lemma
from content.nlp.matching import Match
from content.nlp.vocabulary import Vocabulary
from search.asking import whole_verbs
from search.near import plain_lemmas

EVERYDAY, EVERYDAY_WORD = "everyday", "everyday_word"  # kinds of a match: by several words, and by one
SPREAD = 3  # other words that may stand between the words of an expression
WORDS = "="  # how a line begins that means words of pages
_SIGN = re.compile(r"[,.;:?!+/]")


@dataclass(frozen=True, slots=True)
class Said:
    """What an expression in a query means, and where: a concept (its slug in ``means``), or words of pages (``near``)."""

    text: str
    start: int
    end: int
    means: str
    near: tuple[str, ...]
    single: bool
    position: int


@dataclass(frozen=True, slots=True)
class _Expression:
    text: str
    means: str
    near: tuple[str, ...]
    words: frozenset[str]
    spread: int


def everyday_matches(text: str, expressions: Iterable[Said], vocabulary: Vocabulary) -> list[Match]:
    """The expressions in a query that are for a concept of the vocabulary; each concept once a place."""
    keys = _keys(vocabulary)
    return [
        Match(
            *keys[said.means],
            said.text,
            said.start,
            said.end,
            text[said.start : said.end],
            EVERYDAY_WORD if said.single else EVERYDAY,
            said.position,
        )
        for said in expressions
        if said.means in keys
    ]


def near_expressions(expressions: Iterable[Said]) -> list[Said]:
    """Those that are for words of pages, the longest first."""
    found = [said for said in expressions if said.near]
    return sorted(found, key=lambda said: (said.start - said.end, said.start))


def expressions_in(text: str) -> tuple[Said, ...]:
    """Every everyday expression in a query, in order."""
    tokens = analyse(text)
    found: dict[tuple[int, int, str], Said] = {}
    for first, last in _parts(text, tokens):
        places = _places(tokens[first:last])
        for start in places.keys() & _expressions().keys():
            for expression in _expressions()[start]:
                if span := _span(expression, places):
                    begin, end = tokens[first + span[0]].start, tokens[first + span[1]].end
                    found[begin, end, expression.means] = _said(expression, begin, end, first + span[0])
    return tuple(found[place] for place in sorted(found))


def _said(expression: _Expression, start: int, end: int, position: int) -> Said:
    single = len(expression.words) == 1
    return Said(expression.text, start, end, expression.means, expression.near, single, position)


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
    for means, text in lines():
        words = frozenset(said if said in FUNCTION_WORDS else word(said).lemma for said in text.split())
        telling = words - FUNCTION_WORDS - plain_lemmas()
        near = tuple(map(lemma, means[1:].split())) if means[0] == WORDS else ()
        expression = _Expression(text, means, near, words, SPREAD if telling else 0)
        found[max(words, key=lambda said: (len(said), said))].append(expression)
    return found


def lines() -> Iterator[tuple[str, str]]:
    """Each expression with what it means."""
    for line in everyday.LINES.replace("\n ", " ").strip().splitlines():
        means, _, texts = line.partition(":")
        for text in texts.split(","):
            yield means, " ".join(text.split())


@lru_cache(maxsize=1)
def _also() -> Mapping[str, tuple[str, ...]]:
    return {first: tuple(rest) for first, *rest in map(str.split, filter(None, kin_words.LINES.splitlines()))}


@lru_cache(maxsize=2)
def _keys(vocabulary: Vocabulary) -> Mapping[str, tuple[str, str]]:
    return {concept.slug: (concept.scheme, concept.slug) for concept in vocabulary.concepts}
