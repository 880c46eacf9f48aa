"""A text with where the lemmas and stems that a search looks for stand in it, read once for all that is asked of it."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from content.nlp.analysis import AnalysedToken, Word, analyse_wanted, word, words_of
from content.nlp.data.function_words import FUNCTION_WORDS

TEXTS_OF_A_PAGE = 8
NEAR = 6  # words between which the words of a label still say the same as the label


@dataclass(frozen=True)
class Wanted:
    """What a search looks for: lemmas, stems of words or of compound parts, runs of lemmas that count only in that order,
    and sets of stems that count only near each other."""

    lemmas: frozenset[str]
    stems: frozenset[str]
    runs: frozenset[tuple[str, ...]]
    together: frozenset[frozenset[str]]

    @cached_property
    def forms(self) -> Mapping[str, bool]:
        """Whether a word form may be part of it; of any form, and remembered for the next page that has it."""
        return _Forms(self.lemmas.union(*self.runs), self.stems.union(*self.together))


class _Forms(dict[str, bool]):
    def __init__(self, lemmas: frozenset[str], stems: frozenset[str]) -> None:
        super().__init__()
        self._lemmas, self._stems = lemmas, stems

    def __missing__(self, form: str) -> bool:
        known = word(form)
        self[form] = known.lemma in self._lemmas or not self._stems.isdisjoint(known.stems)
        return self[form]


@dataclass(frozen=True, slots=True)
class ReadText:
    """A text with what is looked for in it (``wanted``).

    ``tokens``: the words of the text that may be part of that, by their place among all its words. ``lemmas`` and
    ``stems``: to the places, in order, of those that have them; the stems are those of the word and of the parts of a
    compound.
    """

    text: str
    wanted: Wanted
    tokens: Mapping[int, AnalysedToken]
    lemmas: Mapping[str, Sequence[int]]
    stems: Mapping[str, Sequence[int]]

    def runs(self, lemmas: Sequence[str]) -> Iterator[range]:
        """The places at which the lemmas stand next to each other, in this order."""
        for start in self.lemmas.get(lemmas[0], ()):
            run = range(start, start + len(lemmas))
            if all(place in self.lemmas.get(own, ()) for place, own in zip(run, lemmas, strict=True)):
                yield run

    def near_each_other(self, stems: Collection[str]) -> list[int]:
        """The places, in order, of words that have one of the stems and all others of them within ``NEAR`` words."""
        places = [self.stems[stem] for stem in stems if stem in self.stems]
        if len(places) < len(stems):
            return []
        return sorted(
            {place for own in places for place in own if all(one_near(place, other) for other in places)}
        )


def read(text: str, wanted: Wanted) -> ReadText:
    """Find in a text the words that may be part of what is looked for."""
    tokens = analyse_wanted(text, wanted.forms)
    lemmas: dict[str, list[int]] = defaultdict(list)
    stems: dict[str, list[int]] = defaultdict(list)
    for place, token in tokens.items():
        lemmas[token.lemma].append(place)
        for stem in word(token.form).stems:
            stems[stem].append(place)
    return ReadText(text, wanted, tokens, lemmas, stems)


@lru_cache(maxsize=TEXTS_OF_A_PAGE)
def words_of_page(text: str) -> tuple[Word, ...]:
    """The words of a text of a page that is being indexed, which asks for them twice in a row."""
    return tuple(words_of(text))


def telling_stems(words: Iterable[Word]) -> Iterator[str]:
    """The stems of all words but small ones, and of the parts of compounds, in order; as often as they are there."""
    return (stem for known in words if known.lemma not in FUNCTION_WORDS for stem in known.stems)


def one_near(place: int, others: Sequence[int]) -> bool:
    """Whether one of the places, which are in order, is at most ``NEAR`` from a place."""
    first = bisect_left(others, place - NEAR)
    return first < len(others) and others[first] <= place + NEAR
