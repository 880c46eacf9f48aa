"""A text with where each lemma and each stem of it stands, read once for all that is asked of it."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from content.nlp.analysis import AnalysedToken, Word, analyse, word, words_of

REMEMBERED = 256  # texts, of some 0.1 MB each
TEXTS_OF_A_PAGE = 8
NEAR = 6  # words between which the words of a label still say the same as the label


@dataclass(frozen=True, slots=True)
class ReadText:
    """A text taken apart.

    ``lemmas`` and ``stems``: to the places, in order, of the tokens that have them; the stems are those of the word and
    of the parts of a compound.
    """

    text: str
    tokens: tuple[AnalysedToken, ...]
    lemmas: Mapping[str, Sequence[int]]
    stems: Mapping[str, Sequence[int]]

    def runs(self, lemmas: Sequence[str]) -> Iterator[range]:
        """The places at which the lemmas stand next to each other, in this order."""
        for start in self.lemmas.get(lemmas[0], ()):
            here = self.tokens[start : start + len(lemmas)]
            if len(here) == len(lemmas) and all(t.lemma == own for t, own in zip(here, lemmas, strict=True)):
                yield range(start, start + len(lemmas))

    def near_each_other(self, stems: Collection[str]) -> list[int]:
        """The places, in order, of words that have one of the stems and all others of them within ``NEAR`` words."""
        places = [self.stems.get(stem, ()) for stem in stems]
        if not all(places):
            return []
        return sorted(
            {place for own in places for place in own if all(one_near(place, other) for other in places)}
        )


@lru_cache(maxsize=REMEMBERED)
def read(text: str) -> ReadText:
    """Take a public text apart, remembered: most searches find pages that were found a moment ago."""
    tokens = analyse(text)
    lemmas: dict[str, list[int]] = defaultdict(list)
    stems: dict[str, list[int]] = defaultdict(list)
    for place, token in enumerate(tokens):
        lemmas[token.lemma].append(place)
        for stem in word(token.form).stems:
            stems[stem].append(place)
    return ReadText(text, tokens, lemmas, stems)


@lru_cache(maxsize=TEXTS_OF_A_PAGE)
def words_of_page(text: str) -> tuple[Word, ...]:
    """The words of a text of a page that is being indexed, which asks for them twice in a row."""
    return tuple(words_of(text))


def one_near(place: int, others: Sequence[int]) -> bool:
    """Whether one of the places, which are in order, is at most ``NEAR`` from a place."""
    first = bisect_left(others, place - NEAR)
    return first < len(others) and others[first] <= place + NEAR
