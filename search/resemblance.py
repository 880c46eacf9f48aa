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

SAID_CLOSENESS = 0.4  # of a search to what is asked, from which a reader sees that it is the same


@dataclass(frozen=True)
class Lift:
    """Why a page stands higher than by its words alone: a ``search`` that its editor wrote is near what is asked, or else it
    is ``like`` the page of that title."""

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
    like: EngineHit,
) -> Mapping[int, Lift]:
    """Why pages stand higher in the settled order than ``before``, by their ids: a search of theirs is near (``near``, in
    the order of before), or they are like a page that fits well."""
    places = {hit.id: place for place, hit in enumerate(before)}
    higher = [hit for place, hit in enumerate(settled) if places[hit.id] > place]
    found = ((hit.id, _lift(hit, near[places[hit.id]], like)) for hit in higher)
    return {page_id: lift for page_id, lift in found if lift}


def _lift(hit: EngineHit, near: Nearest | None, like: EngineHit) -> Lift | None:
    if near and near.closeness >= SAID_CLOSENESS:
        return Lift(search=hit.searched_as[near.number])
    return Lift(like=like.title) if hit.id != like.id else None
