"""Which pages others are compared with, and what readers hear of it.

What answers one question resembles each other: the cluster hypothesis of N. Jardine and C. J. van Rijsbergen (1971), *The
use of hierarchic clustering in information retrieval*. So pages are compared with the very best, and with the middle of the
leading ones: those for which an editor wrote a search that is near what is asked. That middle is the one of J. J. Rocchio
(1971), *Relevance feedback in information retrieval*.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from search.backends.base import EngineHit
from search.searches import Nearest
from search.weights import tunables

ALIKE = 0.2  # cosine of pages from which a reader sees that they are about the same
SAID_CLOSENESS = 0.4  # of a search to what is asked, from which a reader sees that it is the same


@dataclass(frozen=True)
class Lift:
    """Why a page stands higher than by its words alone: a ``search`` that its editor wrote is near what is asked, or else it
    is ``like`` the page of that title, which comes first."""

    search: str = ""
    like: str = ""


def leading(closeness: Sequence[float]) -> Mapping[int, float]:
    """The places of the pages whose searches are nearest, given how near, the nearest first; each with what it counts
    for among them."""
    found = [(place, near**2) for place, near in enumerate(closeness) if near]
    return dict(sorted(found, key=lambda item: -item[1])[: tunables.LEADING])


def lifts(
    before: Sequence[EngineHit],
    settled: Sequence[EngineHit],
    near: Sequence[Nearest | None],
    likeness: Sequence[float],
) -> Mapping[int, Lift]:
    """Why pages stand higher in the settled order than ``before``, by their ids, where words tell: a search of theirs is
    near (``near``), or they are like the page that now comes first (``likeness``, to 1; both in the order of before)."""
    places = {hit.id: place for place, hit in enumerate(before)}
    found: dict[int, Lift] = {}
    for place, hit in enumerate(settled):
        old = places[hit.id]
        if old <= place:
            continue
        search = near[old]
        if search and search.closeness >= SAID_CLOSENESS:
            found[hit.id] = Lift(search=hit.searched_as[search.number])
        elif place and likeness[old] >= ALIKE:
            found[hit.id] = Lift(like=settled[0].title)
    return found
