"""Searches that editors wrote for a page, beside what somebody asks now: which of them say it in nearly the same words.

Words that a page does not use itself, put in front of it for whoever asks in them: the expansion of documents by queries of
R. Nogueira et al. (2019), *Document expansion by query prediction*, with people in the place of the model. Searches are
compared as vectors of stems and of pairs of neighbouring words, as in ``resemblance``.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from content.nlp.analysis import words_of
from search.reading import telling_stems

PAIR = "_"  # between the stems of two words that stand next to each other
PAIR_WEIGHT = 0.5


@dataclass(frozen=True)
class Nearest:
    """The search of a page that is nearest to what is asked: its number among those of the page, and how near, to 1."""

    number: int
    closeness: float


def features(text: str) -> tuple[str, ...]:
    """What a search is compared by: the stems of its telling words and of the parts of compounds, and its pairs of words."""
    words = words_of(text)
    pairs = (PAIR.join((one.stems[0], next_one.stems[0])) for one, next_one in pairwise(words))
    return tuple(dict.fromkeys(chain(telling_stems(words), pairs)))


def nearest(asked: str, pages: Iterable[Sequence[str]]) -> list[Nearest | None]:
    """For each page the search that is nearest to what is asked; None where none has anything in common with it.

    Args:
        pages: the features of the searches of each page, joined by spaces.
    """
    split = [[search.split() for search in searches] for searches in pages]
    all_searches = [search for searches in split for search in searches]
    wanted = set(features(asked)) if all_searches else set()
    if not wanted:
        return [None] * len(split)
    seen = Counter(chain.from_iterable(all_searches))
    tells = _Tells(seen, len(all_searches))
    length = math.hypot(*(tells[feature] for feature in wanted))
    return [_nearest_of(searches, wanted, tells, length) for searches in split]


class _Tells(dict[str, float]):
    """What a feature counts for: the fewer searches have it the more, and a pair less than a word."""

    def __init__(self, seen: Mapping[str, int], searches: int) -> None:
        super().__init__()
        self._seen, self._searches = seen, searches

    def __missing__(self, feature: str) -> float:
        rarity = math.log(1 + self._searches / (self._seen.get(feature, 0) + 0.5))
        self[feature] = rarity * (PAIR_WEIGHT if PAIR in feature else 1.0)
        return self[feature]


def _nearest_of(
    searches: Sequence[Sequence[str]], wanted: set[str], tells: Mapping[str, float], length: float
) -> Nearest | None:
    best: Nearest | None = None
    for number, search in enumerate(searches):
        shared = wanted.intersection(search)
        if not shared:
            continue
        own = math.hypot(*[tells[feature] for feature in search])
        closeness = sum([tells[feature] ** 2 for feature in shared]) / (own * length)
        if best is None or closeness > best.closeness:
            best = Nearest(number, closeness)
    return best
