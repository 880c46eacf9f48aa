"""Training the learned model: logistic regression by full-batch Adam, in NumPy.

Adam after D. Kingma and J. Ba (2015), *Adam: a method for stochastic optimization*. The problem is convex and small (some
thousands of texts), so a fixed number of steps from zero always gives the same model.
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from content.nlp.learned import Floats, Key, LearnedModel, Rule, as_stored, chunks, features, read

Indices = npt.NDArray[np.intp]

MIN_TEXTS = 2  # that a feature must be in
STEPS = 120
RATE = 0.1
REGULAR = 0.5  # weight of the penalty on large weights, divided by the number of texts
START = -2.5  # intercept: most texts are not about most concepts
DECAY_MEAN, DECAY_SQUARE, TINY = 0.9, 0.999, 1e-8
NEGLIGIBLE = 0.02  # weights below it are stored as zero


@dataclass(frozen=True, slots=True)
class Example:
    """A text with the top concepts it is about, and how much it counts.

    ``schemes``: about which schemes it speaks; a label of a theme says nothing about domains.
    """

    text: str
    concepts: frozenset[Key]
    schemes: frozenset[str]
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class _Sparse:
    """A matrix of which most is zero: the rows, columns and values of the rest, in order of rows."""

    rows: Indices
    columns: Indices
    values: Floats
    shape: tuple[int, int]

    def times(self, other: Floats) -> Floats:
        """Their product, of shape (rows, columns of ``other``)."""
        return _summed(self.rows, other[self.columns] * self.values[:, None], self.shape[0])

    def turned(self) -> "_Sparse":
        """The transpose."""
        order = np.argsort(self.columns, kind="stable")
        return _Sparse(self.columns[order], self.rows[order], self.values[order], self.shape[::-1])


def _summed(groups: Indices, values: Floats, size: int) -> Floats:
    """The sums of the rows of ``values`` by group; ``groups`` is in order."""
    out = np.zeros((size, values.shape[1]), dtype=np.float32)
    if len(groups):
        starts = np.flatnonzero(np.r_[True, groups[1:] != groups[:-1]])
        out[groups[starts]] = np.add.reduceat(values, starts, axis=0)
    return out


def train(examples: Sequence[Example], concepts: Sequence[Key]) -> LearnedModel:
    """A model of ``concepts`` from examples, without rules.

    Raises:
        ValueError: there are no examples.
    """
    if not examples:
        raise ValueError("There is nothing to learn from.")
    texts: list[set[str]] = [set().union(*map(features, chunks(read(e.text)))) for e in examples]
    counts = Counter(name for names in texts for name in names)
    kept = tuple(sorted(name for name, count in counts.items() if count >= MIN_TEXTS))
    idf = as_stored(np.array([math.log(len(texts) / counts[name]) for name in kept], dtype=np.float32))
    shape = (len(kept), len(concepts))
    empty = LearnedModel(
        kept, tuple(concepts), idf, np.zeros(shape, np.float32), np.zeros(shape[1], np.float32)
    )
    wanted = np.array([[key in e.concepts for key in concepts] for e in examples], dtype=np.float32)
    counted = np.array([[e.weight * (key[0] in e.schemes) for key in concepts] for e in examples], np.float32)
    weights, intercepts = _fit(_matrix(empty, texts), wanted, counted)
    weights[np.abs(weights) < NEGLIGIBLE] = 0
    return replace(empty, weights=as_stored(weights), intercepts=intercepts)


def fit_rule(opinions: Floats, wanted: Sequence[bool], strong: float = 0.5) -> Rule:
    """The rule that best turns opinions, of shape (cases, opinions), into whether each case is wanted.

    Args:
        strong: the probability from which a tag is strong; found by measuring, not by fitting.
    """
    cases, width = opinions.shape
    columns = np.tile(np.arange(width), cases)
    matrix = _Sparse(np.repeat(np.arange(cases), width), columns, opinions.ravel(), (cases, width))
    target = np.array(wanted, dtype=np.float32)[:, None]
    weights, intercepts = _fit(matrix, target, np.ones_like(target))
    return Rule.of([*map(float, weights[:, 0]), float(intercepts[0]), strong])


def _matrix(model: LearnedModel, texts: Sequence[set[str]]) -> _Sparse:
    read = [model.known(names) for names in texts]
    return _Sparse(
        np.repeat(np.arange(len(read)), [len(rows) for rows, _ in read]),
        np.array([row for rows, _ in read for row in rows], dtype=np.intp),
        np.concatenate([values for _, values in read]),
        (len(read), len(model.features)),
    )


def _fit(inputs: _Sparse, wanted: Floats, counted: Floats) -> tuple[Floats, Floats]:
    rows, columns = inputs.shape
    turned = inputs.turned()
    weights = np.zeros((columns, wanted.shape[1]), dtype=np.float32)
    intercepts = np.full(wanted.shape[1], START, dtype=np.float32)
    steps_of_weights, steps_of_intercepts = _Adam(weights), _Adam(intercepts)
    for step in range(1, STEPS + 1):
        errors = (1 / (1 + np.exp(-(inputs.times(weights) + intercepts))) - wanted) * counted / rows
        weights -= steps_of_weights.next(turned.times(errors) + REGULAR / rows * weights, step)
        intercepts -= steps_of_intercepts.next(errors.sum(axis=0), step)
    return weights, intercepts


class _Adam:
    """The running means of a gradient and of its square, from which the next step follows."""

    def __init__(self, values: Floats) -> None:
        self._mean = np.zeros_like(values)
        self._square = np.zeros_like(values)

    def next(self, gradient: Floats, step: int) -> Floats:
        self._mean = DECAY_MEAN * self._mean + (1 - DECAY_MEAN) * gradient
        self._square = DECAY_SQUARE * self._square + (1 - DECAY_SQUARE) * gradient**2
        mean = self._mean / (1 - DECAY_MEAN**step)
        square = self._square / (1 - DECAY_SQUARE**step)
        moved: Floats = RATE * mean / (np.sqrt(square) + TINY)
        return moved
