"""Pages as vectors of stems, after G. Salton, A. Wong and C. S. Yang (1975), *A vector space model for automatic indexing*.

A stem counts for more where the page has it often, and where few of the compared pages have it. So no figure of the whole
collection is needed, and every engine gives the same.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
UNSEEN = 0.5  # pages that a stem counts as being on which none of them has


@dataclass(frozen=True)
class PageVectors:
    """Pages that are compared with each other.

    ``rows``: a vector of length 1 for each page, of shape (pages, stems), or of zeros for a page without words;
    ``columns``: the place of each stem; ``rarity``: what each counts for, of shape (stems,);
    ``lengths``: the number of stems of each page, of shape (pages,).
    """

    rows: Floats
    columns: Mapping[str, int]
    rarity: Floats
    lengths: Floats

    def tells(self, stem: str) -> float:
        """What a stem counts for: the fewer of the pages have it the more."""
        column = self.columns.get(stem)
        return float(rarity(len(self.rows), UNSEEN) if column is None else self.rarity[column])

    def like(self, vector: Floats) -> Floats:
        """How much each page resembles a vector of length 1, from 0 to 1; of shape (pages,)."""
        return np.asarray(self.rows @ vector)

    def of_words(self, stems: Iterable[str]) -> Floats:
        """A text as a vector of length 1 at most: what no page has is in no column, but does count in the length."""
        wanted = list(dict.fromkeys(stems))
        told = [self.tells(stem) for stem in wanted]
        vector = np.zeros(len(self.columns))
        for stem, tells in zip(wanted, told, strict=True):
            if stem in self.columns:
                vector[self.columns[stem]] = tells
        return vector / (np.linalg.norm(told) or 1.0)

    def middle(self, weights: Mapping[int, float]) -> Floats:
        """The sum of pages, by their place, each times its weight, of length 1; zeros where there are none."""
        total = np.zeros(len(self.columns))
        for place, weight in weights.items():
            total += weight * self.rows[place]
        return np.asarray(total / (np.linalg.norm(total) or 1.0))


def page_vectors(texts: Sequence[str]) -> PageVectors:
    """The vectors of pages from their stems, joined by spaces."""
    counts = [Counter(text.split()) for text in texts]
    columns: dict[str, int] = {}
    places = [[columns.setdefault(stem, len(columns)) for stem in found] for found in counts]
    rows = np.zeros((len(texts), len(columns)))
    for row, found, own in zip(rows, counts, places, strict=True):
        row[own] = 1 + np.log(np.fromiter(found.values(), float, len(found)))
    tells = rarity(len(texts), np.count_nonzero(rows, axis=0))
    rows *= tells
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    rows /= np.where(lengths > 0, lengths, 1.0)
    return PageVectors(rows, columns, tells, np.array([sum(found.values()) for found in counts], float))


def rarity(compared: int, pages: float | npt.NDArray[Any]) -> Floats:
    """What a feature counts for that so many of the compared texts have: the fewer the more."""
    return np.asarray(np.log(1 + compared / pages))
