"""Searches that editors wrote for a page, beside what somebody asks now: which of them say it in nearly the same words.

Words that a page does not use itself, put in front of it for whoever asks in them: the expansion of documents by queries of
R. Nogueira et al. (2019), *Document expansion by query prediction*, with people in the place of the model. Searches are
compared as vectors of stems and of pairs of neighbouring words, as pages are in ``vectors``.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

import numpy as np
import numpy.typing as npt

from content.nlp.analysis import words_of
from search.reading import telling_stems
from search.vectors import UNSEEN, Floats, rarity

PAIR = "_"  # between the stems of two words that stand next to each other
PAIR_WEIGHT = 0.5

Integers = npt.NDArray[np.intp]


@dataclass(frozen=True)
class Nearest:
    """A search of a page beside what is asked: its number among those of the page, and how near it is, to 1."""

    number: int
    closeness: float


@dataclass(frozen=True)
class Beside:
    """The searches of pages beside what is asked.

    ``nearest``: the nearest one of each page, if any has anything in common with it; of shape (pages,) how near it is
    (``closeness``), the mean of the three nearest (``three``), and all together, in which near ones weigh most
    (``together``); ``times``: of shape (pages, asked), in how many searches of each page each ``asked`` feature is.
    """

    asked: tuple[str, ...]
    nearest: tuple[Nearest | None, ...]
    closeness: Floats
    three: Floats
    together: Floats
    times: Floats


def features(text: str) -> tuple[str, ...]:
    """What a search is compared by: the stems of its telling words and of the parts of compounds, and its pairs of words."""
    words = words_of(text)
    pairs = (PAIR.join((one.stems[0], next_one.stems[0])) for one, next_one in pairwise(words))
    return tuple(dict.fromkeys(chain(telling_stems(words), pairs)))


def beside(asked: str, pages: Sequence[Sequence[str]]) -> Beside:
    """Compare the searches of each page with what is asked, as vectors in which a feature counts for more where fewer of the
    searches that have anything in common with it have it, and a pair counts for less than a word.

    Args:
        pages: the features of the searches of each page, joined by spaces.
    """
    wanted = features(asked)
    asked_features = frozenset(wanted)
    searches = [
        (page, number, own)
        for page, written in enumerate(pages)
        for number, search in enumerate(written)
        if not asked_features.isdisjoint(own := search.split())
    ]
    if not searches:
        none = np.zeros(len(pages))
        return Beside(wanted, (None,) * len(pages), none, none, none, np.zeros((len(pages), len(wanted))))
    columns = {feature: column for column, feature in enumerate(wanted)}
    words = chain.from_iterable(own for *_, own in searches)
    said = np.array([columns.setdefault(feature, len(columns)) for feature in words], np.intp)
    worth = _worth(columns, np.bincount(said, minlength=len(columns)), sum(map(len, pages))) ** 2
    sizes = [len(own) for *_, own in searches]
    starts = np.cumsum([0, *sizes[:-1]])
    page = np.array([page for page, *_ in searches], np.intp)
    met = said < len(wanted)
    shared = np.where(met, worth[said], 0.0)
    lengths = np.sqrt(np.add.reduceat(worth[said], starts) * worth[: len(wanted)].sum())
    closeness = np.add.reduceat(shared, starts) / lengths
    order = np.lexsort((-closeness, page))
    firsts = np.searchsorted(page, np.arange(len(pages)))
    counted = np.bincount(page, minlength=len(pages))
    best = [_ordered(closeness, order, firsts, counted, place) for place in range(3)]
    nearest = tuple(
        Nearest(searches[order[first]][1], near) if near else None
        for first, near in zip(firsts.tolist(), best[0].tolist(), strict=True)
    )
    times = np.bincount(
        np.repeat(page, sizes)[met] * len(wanted) + said[met], minlength=len(pages) * len(wanted)
    )
    return Beside(
        asked=wanted,
        nearest=nearest,
        closeness=best[0],
        three=sum(best, np.zeros(len(pages))) / 3,
        together=np.cbrt(np.bincount(page, closeness**3, len(pages))),
        times=times.reshape(len(pages), len(wanted)).astype(float),
    )


def _ordered(closeness: Floats, order: Integers, firsts: Integers, counted: Integers, place: int) -> Floats:
    """The closeness of the search at a place, from 0, of each page in order of closeness; 0 where it has so many not."""
    there = np.minimum(firsts + place, len(order) - 1)
    return np.where(counted > place, closeness[order[there]], 0.0)


def _worth(columns: Mapping[str, int], seen: Integers, searches: int) -> Floats:
    """What each feature counts for, given how many of the searches have it."""
    share = np.array([PAIR_WEIGHT if PAIR in feature else 1.0 for feature in columns])
    return share * rarity(searches, seen + UNSEEN)
