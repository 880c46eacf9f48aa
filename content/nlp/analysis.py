"""Dutch analysis: the one function that texts and queries both go through."""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from content.nlp.compounds import split
from content.nlp.data import compound_words, exceptions
from content.nlp.ellipsis import completed
from content.nlp.lemmas import lemma
from content.nlp.stems import stem
from content.nlp.tokens import made, matches

CODE_VERSION = "4"


def _data_version() -> str:
    data = (
        sorted(exceptions.LEMMAS.items()),
        sorted(compound_words.FIELD),
        sorted(compound_words.NEVER_FIRST),
        sorted(compound_words.NEVER_LAST),
        sorted(compound_words.SPLITS.items()),
    )
    return hashlib.sha256(repr(data).encode()).hexdigest()[:8]


ANALYSIS_VERSION = f"{CODE_VERSION}-{_data_version()}"
"""Changes when the same text may give other tokens; an index made with another version must be rebuilt."""


class AnalysedToken(NamedTuple):
    """A word with its folded lemma and the lemmas of its parts (none where it is no compound).

    ``form``: the word in full, which is the text but for a part that it shares: *jeugdhulp* in *jeugd- en gezinshulp*.
    """

    text: str
    start: int
    end: int
    lemma: str
    parts: tuple[str, ...]
    form: str


@dataclass(frozen=True, slots=True)
class IndexTokens:
    """A text as an engine indexes it: tokens joined by spaces."""

    lemmas: str
    stems: str


@dataclass(frozen=True, slots=True)
class Word:
    """What analysis knows of a word form: lemma, lemmas of its parts, and the stems of them all, each once."""

    lemma: str
    parts: tuple[str, ...]
    stems: tuple[str, ...]


@lru_cache(maxsize=200_000)
def word(text: str) -> Word:
    """The analysis of one word form, remembered: a collection has few forms and many words."""
    base = lemma(text)
    parts = split(base)
    return Word(base, parts, tuple(dict.fromkeys(stem(part) for part in (base, *parts))))


def analyse(text: str) -> tuple[AnalysedToken, ...]:
    """The words of a text in order, with lemma and compound parts."""
    return tuple(
        [
            made(AnalysedToken, (match[0], *match.span(), known.lemma, known.parts, form))
            for match, form in _with_forms(text)
            for known in (word(form),)
        ]
    )


def analyse_wanted(text: str, wanted: Mapping[str, bool]) -> dict[int, AnalysedToken]:
    """The words of a text whose form in full is wanted, by their number in the text; ``wanted`` knows every form."""
    return {
        number: AnalysedToken(match[0], *match.span(), known.lemma, known.parts, form)
        for number, (match, form) in enumerate(_with_forms(text))
        if wanted[form]
        for known in (word(form),)
    }


def words_of(text: str) -> list[Word]:
    """The analysis of each word of a text, in order."""
    return [word(form) for _, form in _with_forms(text)]


def _with_forms(text: str) -> Iterator[tuple[re.Match[str], str]]:
    """The words of a text, each with its form in full."""
    words = matches(text)
    forms = [match[0] for match in words]
    for number, form in completed(text, words).items():
        forms[number] = form
    return zip(words, forms, strict=True)


def index_tokens(words: Sequence[Word]) -> IndexTokens:
    """The tokens of a text, given its words, for the two fields of an index; ``lemmas`` are in the order of the words."""
    return IndexTokens(
        lemmas=" ".join(known.lemma for known in words),
        stems=" ".join(stem for known in words for stem in known.stems),
    )
