"""Of several problems that a query names, those that a page treats: its title names them, or its tags say so."""

from collections.abc import Sequence

import numpy as np

from search.backends.base import EngineHit
from search.explaining import TITLE, best
from search.fields import FACET_OF_SCHEME
from search.reading import read
from search.snippets import wanted
from search.trees import Floats
from search.understanding import Problem, Understood


def lists_problems(understood: Understood) -> bool:
    """Whether a query is a list of problems and nothing else; in a sentence they may be named in passing."""
    return 1 < len(understood.problems) == len(understood.groups)


def treated(hits: Sequence[EngineHit], problems: Sequence[Problem]) -> Floats:
    """Which share of the problems each page treats, of shape (pages,).

    Raises:
        ValueError: there are no problems.
    """
    if not problems:
        raise ValueError("No problems are named.")
    looking_for = wanted(problem.group for problem in problems)
    counts = []
    for hit in hits:
        title = [(TITLE, read(hit.title, looking_for))]
        counts.append(sum(bool(best(problem.group, title)) or is_about(hit, problem) for problem in problems))
    return np.array(counts, np.float32) / np.float32(len(problems))


def is_about(hit: EngineHit, problem: Problem) -> bool:
    """Whether the tags of a page say that it is about a problem."""
    return any(slug in hit.facets.get(FACET_OF_SCHEME[scheme], ()) for scheme, slug in problem.tops)
