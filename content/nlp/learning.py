"""Training the learned model: logistic regression by full-batch Adam, in NumPy.

Adam after D. Kingma and J. Ba (2015), *Adam: a method for stochastic optimization*. The problem is convex and small (some
thousands of texts), so a fixed number of steps from zero always gives the same model.
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from content.nlp.learned import Floats, Key, LearnedModel, as_stored, chunks

MIN_TEXTS = 2  # that a feature must be in
STEPS = 300
RATE = 0.05
REGULAR = 3e-5
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


def train(examples: Sequence[Example], concepts: Sequence[Key]) -> LearnedModel:
    """A model of ``concepts`` from examples.

    Raises:
        ValueError: there are no examples.
    """
    if not examples:
        raise ValueError("There is nothing to learn from.")
    rows = [list(dict.fromkeys(name for chunk in chunks(e.text) for name in chunk.places)) for e in examples]
    counts = Counter(name for names in rows for name in names)
    features = tuple(sorted(name for name, count in counts.items() if count >= MIN_TEXTS))
    idf = as_stored(np.array([math.log(len(rows) / counts[name]) for name in features], dtype=np.float32))
    shape = (len(features), len(concepts))
    empty = LearnedModel(
        features, tuple(concepts), idf, np.zeros(shape, np.float32), np.zeros(shape[1], np.float32)
    )
    inputs = np.stack([empty.vector(names) for names in rows])
    wanted = np.array([[key in e.concepts for key in concepts] for e in examples], dtype=np.float32)
    counted = np.array([[e.weight * (key[0] in e.schemes) for key in concepts] for e in examples], np.float32)
    weights, intercepts = _fit(inputs, wanted, counted)
    weights[np.abs(weights) < NEGLIGIBLE] = 0
    return replace(empty, weights=as_stored(weights), intercepts=intercepts)


def _fit(inputs: Floats, wanted: Floats, counted: Floats) -> tuple[Floats, Floats]:
    weights = np.zeros((inputs.shape[1], wanted.shape[1]), dtype=np.float32)
    intercepts = np.full(wanted.shape[1], START, dtype=np.float32)
    steps_of_weights, steps_of_intercepts = _Adam(weights), _Adam(intercepts)
    for step in range(1, STEPS + 1):
        errors = (1 / (1 + np.exp(-(inputs @ weights + intercepts))) - wanted) * counted / len(inputs)
        weights -= steps_of_weights.next(inputs.T @ errors + REGULAR * weights, step)
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
