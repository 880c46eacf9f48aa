"""The passage of a page that answers best, with the asker's words marked in whatever form they stand there."""

from collections.abc import Iterable
from dataclasses import dataclass

from content.nlp.analysis import AnalysedToken, analyse
from content.nlp.stems import stem
from search.backends.base import AllOf, Alternative, Group, Phrase, Term

LENGTH = 240  # characters
CONTEXT = 60  # characters before the first word found


@dataclass(frozen=True)
class Segment:
    """A piece of text; ``found`` says whether it is one of the asker's words."""

    text: str
    found: bool


@dataclass(frozen=True)
class Wanted:
    """What to mark: lemmas, and stems of words or of compound parts."""

    lemmas: frozenset[str]
    stems: frozenset[str]


def wanted(groups: Iterable[Group]) -> Wanted:
    """What the groups of a query look for."""
    lemmas: set[str] = set()
    stems: set[str] = set()
    for group in groups:
        for alternative in group.alternatives:
            _collect(alternative, lemmas, stems)
    return Wanted(frozenset(lemmas), frozenset(stems))


def mark(text: str, looking_for: Wanted) -> tuple[Segment, ...]:
    """The whole text in segments."""
    return _segments(text, 0, len(text), _places(text, looking_for))


def snippet(texts: Iterable[str], looking_for: Wanted, length: int = LENGTH) -> tuple[Segment, ...]:
    """The best passage of the first text that has a word found; the start of the first text where none has."""
    candidates = [text for text in texts if text]
    for text in candidates:
        places = _places(text, looking_for)
        if places:
            return _passage(text, places, length)
    return _segments(candidates[0], 0, _cut(candidates[0], length), []) if candidates else ()


def plain(segments: Iterable[Segment]) -> str:
    """The text of segments, without marks."""
    return "".join(segment.text for segment in segments)


def _collect(alternative: Alternative, lemmas: set[str], stems: set[str]) -> None:
    if isinstance(alternative, Phrase):
        lemmas.update(alternative.lemmas)
        return
    for term in alternative.terms if isinstance(alternative, AllOf) else (alternative,):
        assert isinstance(term, Term)  # noqa: S101 (narrows the type)
        (stems if term.stemmed else lemmas).add(term.token)


def _places(text: str, looking_for: Wanted) -> list[AnalysedToken]:
    return [token for token in analyse(text) if _is_wanted(token, looking_for)]


def _is_wanted(token: AnalysedToken, looking_for: Wanted) -> bool:
    if token.lemma in looking_for.lemmas:
        return True
    return any(stem(part) in looking_for.stems for part in (token.lemma, *token.parts))


def _passage(text: str, places: list[AnalysedToken], length: int) -> tuple[Segment, ...]:
    best_start, best_worth = places[0].start, 0.0
    for number, place in enumerate(places):
        inside = [other for other in places[number:] if other.end <= place.start - CONTEXT + length]
        worth = len({other.lemma for other in inside}) + len(inside) / 100
        if worth > best_worth:
            best_start, best_worth = place.start, worth
    start = _back_to_word(text, max(0, best_start - CONTEXT))
    end = start + _cut(text[start:], length)
    segments = list(_segments(text, start, end, places))
    if start:
        segments.insert(0, Segment("… ", False))
    if end < len(text):
        segments.append(Segment(" …", False))
    return tuple(segments)


def _back_to_word(text: str, position: int) -> int:
    """The start of the sentence when it is near, else of the word."""
    line = max(text.rfind("\n", 0, position + CONTEXT // 2), text.rfind(". ", 0, position + CONTEXT // 2) + 1)
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
            segments.append(Segment(text[here : place.start].replace("\n", " "), False))
        segments.append(Segment(text[place.start : place.end], True))
        here = place.end
    if here < end:
        segments.append(Segment(text[here:end].replace("\n", " "), False))
    return tuple(segments)
