"""Of several problems that a query names, those that a page treats: its title names them, or its tags say so."""

from collections.abc import Sequence
from dataclasses import replace

from search.backends.base import EngineHit
from search.explaining import TITLE, best
from search.fields import FACET_OF_SCHEME
from search.reading import read
from search.resemblance import by_score
from search.snippets import wanted
from search.understanding import Problem, Understood
from search.weights import tunables


def by_problems(hits: Sequence[EngineHit], own: int, understood: Understood) -> tuple[EngineHit, ...]:
    """The hits in the order of how many they treat of the problems that are listed, where the query is such a list. In a
    sentence problems may be named in passing, so there the hits are left as they are.

    Args:
        hits: by relevance, best first.
        own: how many of them, from the first, stay before the others.
    """
    problems = understood.problems
    if not hits or not 1 < len(problems) == len(understood.groups):
        return tuple(hits)
    looking_for = wanted(problem.group for problem in problems)
    worth = hits[0].score * tunables.TREATED_WEIGHT * (len(problems) - 1)
    scored = []
    for hit in hits:
        title = [(TITLE, read(hit.title, looking_for))]
        treated = sum(bool(best(problem.group, title)) or is_about(hit, problem) for problem in problems)
        scored.append(replace(hit, score=hit.score + worth * treated))
    return by_score(scored, own)


def is_about(hit: EngineHit, problem: Problem) -> bool:
    """Whether the tags of a page say that it is about a problem."""
    return any(slug in hit.facets.get(FACET_OF_SCHEME[scheme], ()) for scheme, slug in problem.tops)
