"""Learning the order of pages from judged searches: LambdaMART, by LightGBM.

Q. Wu, C. J. C. Burges, K. M. Svore and J. Gao (2010), *Adapting boosting for information retrieval measures*; G. Ke et al.
(2017), *LightGBM: a highly efficient gradient boosting decision tree*. The site itself needs only the trees that come out.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import lightgbm
import numpy as np

from search.signals import GROWING, SIGNALS, Signals
from search.trees import Trees

SEED = 1
ROUNDS = 300
SETTINGS = {
    "objective": "lambdarank",
    "lambdarank_truncation_level": 12,
    "learning_rate": 0.05,
    "num_leaves": 31,
    "max_depth": 8,
    "min_data_in_leaf": 30,
    "lambda_l2": 5.0,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "feature_fraction": 0.5,
    # The same examples give the same trees, on any machine with this version of LightGBM.
    "seed": SEED,
    "deterministic": True,
    "force_row_wise": True,
    "num_threads": 1,
    "verbosity": -1,
}


@dataclass(frozen=True)
class Example:
    """The candidates of a judged search: their ``signals``, of shape (pages, signals), the grade of each, 0 to 3, and how
    much the search counts (``weight``)."""

    signals: Signals
    grades: Sequence[int]
    weight: float = 1.0


def train(examples: Sequence[Example]) -> Trees:
    """The trees that put the candidates of the examples best in order.

    Raises:
        ValueError: there are no examples.
    """
    if not examples:
        raise ValueError("There is nothing to learn from.")
    judged = lightgbm.Dataset(
        np.concatenate([example.signals for example in examples]),
        np.concatenate([example.grades for example in examples]),
        group=[len(example.grades) for example in examples],
        weight=np.repeat([one.weight for one in examples], [len(one.grades) for one in examples]),
    )
    monotone = [int(name in GROWING) for name in SIGNALS]
    learned = lightgbm.train({**SETTINGS, "monotone_constraints": monotone}, judged, ROUNDS)
    return _as_trees(tree["tree_structure"] for tree in learned.dump_model()["tree_info"])


def _as_trees(found: Iterable[Mapping[str, Any]]) -> Trees:
    """The trees of LightGBM, level by level, so that what is below a node stands together."""
    signal: list[int] = []
    threshold: list[float] = []
    below: list[int] = []
    value: list[float] = []
    level = list(found)
    roots, depth = len(level), -1
    while level:
        start = len(signal) + len(level)
        deeper: list[Mapping[str, Any]] = []
        for node in level:
            leaf = "leaf_value" in node
            below.append(len(signal) if leaf else start + len(deeper))
            signal.append(0 if leaf else node["split_feature"])
            threshold.append(math.inf if leaf else node["threshold"])
            value.append(node["leaf_value"] if leaf else 0.0)
            deeper += [] if leaf else [node["left_child"], node["right_child"]]
        level, depth = deeper, depth + 1
    return Trees(
        SIGNALS,
        roots=np.arange(roots, dtype=np.int32),
        signal=np.array(signal, np.int32),
        threshold=np.array(threshold, np.float64),
        below=np.array(below, np.int32),
        value=np.array(value, np.float32),
        depth=depth,
    )
