"""What stands around a label: some labels count only near certain words, or not beside others."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache
from operator import itemgetter

from content.nlp.analysis import AnalysedToken, analyse
from content.nlp.tokens import sentences


class Sentences:
    """The sentences of a text, of which the lemmas are read where they are asked for."""

    def __init__(self, text: str, tokens: Sequence[AnalysedToken]) -> None:
        self._spans = sentences(text)
        self._tokens = tokens
        self._starts = [token.start for token in tokens]
        self._read: dict[int, frozenset[str]] = {}

    def fit(self, place: int, label: str, context: tuple[str, ...]) -> bool:
        """Whether a label at a character has its context (``vocabulary.Label``).

        One of the words of the context must stand in the same or a neighbouring sentence, and none of its words with a minus
        in the sentence itself; the words of the label do not count.
        """
        here = self._number_at(place)
        own = _label_lemmas(label)
        wanted, unwanted = _context_lemmas(context)
        if not unwanted.isdisjoint(self._lemmas(here) - own):
            return False
        return not wanted or any((self._lemmas(n) - own) & wanted for n in (here - 1, here, here + 1))

    def _number_at(self, place: int) -> int:
        """The number of the sentence in which a character stands; 0 where it stands in none."""
        number = bisect_right(self._spans, place, key=itemgetter(0)) - 1
        return number if number >= 0 and place < self._spans[number][1] else 0

    def _lemmas(self, number: int) -> frozenset[str]:
        """The lemmas in a sentence; none where there is no sentence of that number."""
        if number not in self._read:
            start, end = self._spans[number] if 0 <= number < len(self._spans) else (0, 0)
            own = self._tokens[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
            self._read[number] = _lemmas(own)
        return self._read[number]


def _lemmas(tokens: Sequence[AnalysedToken]) -> frozenset[str]:
    """The lemmas of words and of their parts."""
    return frozenset(lemma for token in tokens for lemma in (token.lemma, *token.parts))


@lru_cache(maxsize=50_000)
def _label_lemmas(label: str) -> frozenset[str]:
    return _lemmas(analyse(label))


@lru_cache(maxsize=2000)
def _context_lemmas(context: tuple[str, ...]) -> tuple[frozenset[str], frozenset[str]]:
    """The lemmas of which one must stand near, and those that may not."""
    wanted = frozenset(token.lemma for text in context if text[0] != "-" for token in analyse(text))
    unwanted = frozenset(token.lemma for text in context if text[0] == "-" for token in analyse(text[1:]))
    return wanted, unwanted
