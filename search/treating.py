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


def lists_problems(understood: Understood) -> bool:
    """Whether a query is a list of problems and nothing else; in a sentence they may be named in passing."""
    return 1 < len(understood.problems) == len(understood.groups)


def by_problems(hits: Sequence[EngineHit], own: int, problems: Sequence[Problem]) -> tuple[EngineHit, ...]:
    """The hits in a new order, each with what it scores for every problem that it treats.

    Args:
        hits: by relevance, best first.
        own: how many of them, from the first, stay before the others.
    """
    if not hits:
        return ()
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
