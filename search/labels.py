"""Labels looked up by what somebody has typed so far. Pure: texts in, positions out, and no database."""

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import chain, islice

from content.nlp.tokens import fold

CANDIDATES = 300  # labels that are ranked per way of matching
SCANNED = 5_000  # labels of which the words are compared, where several words were typed
MIN_INSIDE = 3  # letters before a text is looked for inside words, as *uitzetting* in *huisuitzetting*
_WORD = re.compile(r"[^\W_]+")

STARTS, WORD_STARTS, INSIDE = range(3)


class LabelIndex:
    """An index over labels. Building is linear in their length; looking up does not grow with their number."""

    def __init__(self, labels: Sequence[str]) -> None:
        self._labels = [f" {' '.join(_words(label))} " for label in labels]
        self._order = sorted(range(len(labels)), key=self._labels.__getitem__)
        self._sorted = [self._labels[n] for n in self._order]
        places: dict[str, array[int]] = {}
        for n, label in enumerate(self._labels):
            for word in dict.fromkeys(label.split()):
                places.setdefault(word, array("L")).append(n)
        self._words = sorted(places)
        self._places = places
        self._all_words = "\n".join(["", *self._words, ""])

    def find(self, text: str, limit: int) -> list[int]:
        """Positions of the labels that fit a text, best first: those that start with it, then those with a
        word that starts with it, then those with a word that contains it. Shorter labels first in each.

        Accents and capitals do not count. Of several words, all but the last must be whole.
        """
        words = _words(text)
        if not words or limit < 1:
            return []
        found: dict[int, int] = {}
        roads = ((STARTS, self._starting), (WORD_STARTS, self._by_words), (INSIDE, self._inside))
        for rank, road in roads:
            for n in islice(road(words), CANDIDATES):
                found.setdefault(n, rank)
            if len(found) >= limit:
                break
        labels = self._labels
        return sorted(found, key=lambda n: (found[n], len(labels[n]), labels[n]))[:limit]

    def _starting(self, words: list[str]) -> Iterator[int]:
        start = f" {' '.join(words)}"
        for n in range(bisect_left(self._sorted, start), len(self._sorted)):
            if not self._sorted[n].startswith(start):
                return
            yield self._order[n]

    def _by_words(self, words: list[str]) -> Iterator[int]:
        *whole, last = words
        if not whole:
            return chain.from_iterable(self._places[word] for word in self._words_from(last))
        rarest = min((self._places.get(word, array("L")) for word in whole), key=len)
        needles = [f" {word} " for word in whole] + [f" {last}"]
        return (n for n in rarest[:SCANNED] if all(needle in self._labels[n] for needle in needles))

    def _words_from(self, start: str) -> Iterator[str]:
        for n in range(bisect_left(self._words, start), len(self._words)):
            if not self._words[n].startswith(start):
                return
            yield self._words[n]

    def _inside(self, words: list[str]) -> Iterator[int]:
        text = words[0]
        if len(words) > 1 or len(text) < MIN_INSIDE:
            return
        place = self._all_words.find(text)
        while place >= 0:
            start = self._all_words.rindex("\n", 0, place) + 1
            end = self._all_words.index("\n", place)
            yield from self._places[self._all_words[start:end]]
            place = self._all_words.find(text, end)


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))
