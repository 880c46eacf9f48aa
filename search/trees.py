"""Regression trees whose values are added up: what is learned of the order of pages, as arrays without code.

The trees are those of LambdaMART: C. J. C. Burges (2010), *From RankNet to LambdaRank to LambdaMART: an overview*.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

Integers = npt.NDArray[np.int32]
Floats = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Trees:
    """Nodes of all trees together, each array of shape (nodes,), and the node at which each tree begins.

    At a node a page goes to the node ``below`` where its ``signal`` is at most the ``threshold``, and to the one after that
    where it is more. A leaf has itself below it and a threshold that nothing exceeds; there it gets the ``value``.
    ``depth``: the most steps from a root to a leaf.
    """

    signals: tuple[str, ...]
    roots: Integers
    signal: Integers
    threshold: npt.NDArray[np.float64]
    below: Integers
    value: Floats
    depth: int

    def values(self, signals: Floats) -> Floats:
        """The value of each page, of shape (pages,), given signals of shape (pages, signals)."""
        rows = np.arange(len(signals))[:, None] * signals.shape[1]
        flat = signals.ravel()
        at = np.broadcast_to(self.roots, (len(signals), len(self.roots)))
        for _ in range(self.depth):
            at = self.below[at] + (flat[rows + self.signal[at]] > self.threshold[at])
        return np.asarray(self.value[at].sum(axis=1))

    def save(self, file: Path) -> None:
        """Write it as NumPy's npz.

        Raises:
            OSError: the file cannot be written.
        """
        np.savez_compressed(file, allow_pickle=False, **vars(self))


def load(file: Path) -> Trees:
    """Read trees that were saved.

    Raises:
        OSError: the file cannot be read.
        EOFError, KeyError, ValueError: it holds no trees.
    """
    with np.load(file, allow_pickle=False) as stored:
        names = tuple(map(str, stored["signals"]))
        arrays = {name: stored[name] for name in ("roots", "signal", "threshold", "below", "value")}
        return Trees(names, depth=int(stored["depth"]), **arrays)
