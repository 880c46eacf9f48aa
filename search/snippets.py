"""The passage of a page that answers best, with the asker's words marked in whatever form they stand there."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from content.nlp.analysis import AnalysedToken, analyse
from content.nlp.data.function_words import FUNCTION_WORDS
from content.nlp.stems import stem
from search.backends.base import AllOf, Group, Phrase, Term
from search.reading import ReadText, Wanted

_SENTENCE_AND_LINE_END = re.compile(r"(?<=[.!?…:;])[^\S\n]*\n\s*")
_LINE_END = re.compile(r"[^\S\n]*\n\s*")

LENGTH = 240  # characters
CONTEXT = 60  # characters before the first word found


@dataclass(frozen=True)
class Segment:
    """A piece of text; ``found`` says whether it is one of the asker's words."""

    text: str
    found: bool


def wanted(groups: Iterable[Group]) -> Wanted:
    """What the groups of a query look for: the asker's own words, and what may stand for them."""
    lemmas: set[str] = set()
    stems: set[str] = set()
    runs: set[tuple[str, ...]] = set()
    together: set[frozenset[str]] = set()
    for group in groups:
        own = [token.lemma for token in analyse(group.text) if token.lemma not in FUNCTION_WORDS]
        lemmas.update(own)
        stems.update(map(stem, own))
        for alternative in group.alternatives:
            if isinstance(alternative, Phrase):
                runs.add(alternative.lemmas)
            elif isinstance(alternative, AllOf):
                together.add(frozenset(stem(term.token) for term in alternative.terms))
            elif isinstance(alternative, Term):
                (stems if alternative.stemmed else lemmas).add(alternative.token)
    return Wanted(frozenset(lemmas), frozenset(stems), frozenset(runs), frozenset(together))


def mark(read: ReadText) -> tuple[Segment, ...]:
    """The whole text in segments."""
    return _segments(read.text, 0, len(read.text), _places(read))


def snippet(texts: Iterable[ReadText], length: int = LENGTH) -> tuple[Segment, ...]:
    """The best passage of the first text that has a word found; the start of the first text where none has."""
    first = ""
    for read in texts:
        first = first or read.text
        places = _places(read)
        if places:
            return _passage(read.text, places, length)
    return _segments(first, 0, _cut(first, length), []) if first else ()


def plain(segments: Iterable[Segment]) -> str:
    """The text of segments, without marks."""
    return "".join(segment.text for segment in segments)


def _places(read: ReadText) -> list[AnalysedToken]:
    """The words that are found, in order."""
    wanted = read.wanted
    found = {place for lemma in wanted.lemmas & read.lemmas.keys() for place in read.lemmas[lemma]}
    found |= {place for stem in wanted.stems & read.stems.keys() for place in read.stems[stem]}
    runs = [run for run in wanted.runs if run[0] in read.lemmas]
    found |= {place for run in runs for places in read.runs(run) for place in places}
    found |= {place for members in wanted.together for place in read.near_each_other(members)}
    return [read.tokens[place] for place in sorted(found)]


def _passage(text: str, places: list[AnalysedToken], length: int) -> tuple[Segment, ...]:
    best_start, best_worth = places[0].start, 0.0
    ends = [place.end for place in places]
    for number, place in enumerate(places):
        inside = places[number : bisect_right(ends, place.start - CONTEXT + length, lo=number)]
        worth = len({other.lemma for other in inside}) + len(inside) / 100
        if worth > best_worth:
            best_start, best_worth = place.start, worth
    start = _back_to_word(text, max(0, best_start - CONTEXT), best_start)
    end = start + _cut(text[start:], length)
    segments = list(_segments(text, start, end, places))
    if start:
        segments.insert(0, Segment("… ", False))
    if end < len(text):
        segments.append(Segment(" …", False))
    return tuple(segments)


def _back_to_word(text: str, position: int, found: int) -> int:
    """The start of a sentence near a position when there is one, else of the word; never behind the word that is found."""
    reach = min(position + CONTEXT // 2, found)
    line = max(text.rfind("\n", 0, reach), text.rfind(". ", 0, reach) + 1)
    if position - line < CONTEXT and line >= 0:
        return line + 1 if line else 0
    space = text.rfind(" ", 0, position)
    return space + 1 if space >= 0 else 0


def _cut(text: str, length: int) -> int:
    """Where to stop: at ``length``, but not inside a word."""
    if len(text) <= length:
        return len(text)
    space = text.rfind(" ", 0, length)
    return space if space > length // 2 else length


def _segments(text: str, start: int, end: int, places: list[AnalysedToken]) -> tuple[Segment, ...]:
    segments: list[Segment] = []
    here = start
    for place in places:
        if place.start < here or place.end > end:
            continue
        if place.start > here:
            segments.append(Segment(_one_line(text[here : place.start]), False))
        segments.append(Segment(text[place.start : place.end], True))
        here = place.end
    if here < end:
        segments.append(Segment(_one_line(text[here:end]), False))
    return tuple(segments)


def _one_line(text: str) -> str:
    """The text with a dot on its half height where a heading or an item of a list ended without a full stop."""
    return _LINE_END.sub(" · ", _SENTENCE_AND_LINE_END.sub(" ", text))
