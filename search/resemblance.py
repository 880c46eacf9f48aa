"""Pages that say the same as those that fit best come before others that fit as well.

What answers one question resembles each other: the cluster hypothesis of N. Jardine and C. J. van Rijsbergen (1971), *The
use of hierarchic clustering in information retrieval*. Pages are compared as vectors of stems after G. Salton, A. Wong and
C. S. Yang (1975), *A vector space model for automatic indexing*: a stem counts for more where the page has it often, and
where few of the compared pages have it. So no figure of the whole collection is needed, and every engine gives the same.

Pages are compared with the very best, and with the middle of the leading ones: those for which an editor wrote a search that
is near what is asked. That middle is the one of J. J. Rocchio (1971), *Relevance feedback in information retrieval*.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from search.backends.base import EngineHit
from search.searches import Nearest, nearest
from search.weights import tunables

Vector = Mapping[str, float]
SAID_CLOSENESS = 0.4  # of a search to what is asked, from which a reader sees that it is the same


@dataclass(frozen=True)
class Lift:
    """Why a page stands higher than by its words alone: a ``search`` that its editor wrote is near what is asked, or else it
    is ``like`` the page of that title."""

    search: str = ""
    like: str = ""


def by_resemblance(
    hits: Sequence[EngineHit], own: int, asked: str = ""
) -> tuple[tuple[EngineHit, ...], Mapping[int, Lift]]:
    """The hits in a new order, each with what resemblance adds to its score; and by its id why one stands higher now.

    Args:
        hits: by relevance, best first.
        own: how many of them, from the first, stay before the others.
        asked: the words that are looked for; where there are none, no page leads.
    """
    if not hits:
        return (), {}
    vectors = _vectors([hit.stems for hit in hits])
    near = nearest(asked, [hit.searches for hit in hits])
    leading = _leading(near)
    middle = _middle((vectors[place], weight) for place, weight in leading.items())
    scored = [
        replace(hit, score=hit.score + hits[0].score * _resemblance(vector, vectors[0], middle))
        for hit, vector in zip(hits, vectors, strict=True)
    ]
    settled = by_score(scored, own)
    like = hits[max(leading, key=lambda place: leading[place])] if leading else settled[0]
    before = {hit.id: place for place, hit in enumerate(hits)}
    higher = [hit for place, hit in enumerate(settled) if before[hit.id] > place]
    lifts = ((hit.id, _lift(hit, near[before[hit.id]], like)) for hit in higher)
    return settled, {page_id: lift for page_id, lift in lifts if lift}


def by_score(hits: Sequence[EngineHit], own: int) -> tuple[EngineHit, ...]:
    """The hits with the highest score first, the first ``own`` of them before the others."""
    parts = (hits[:own], hits[own:])
    return tuple(hit for part in parts for hit in sorted(part, key=lambda hit: -hit.score))


def _leading(near: Sequence[Nearest | None]) -> Mapping[int, float]:
    """The places of the pages with the nearest searches, each with what it counts for among them."""
    found = [(place, one.closeness**2) for place, one in enumerate(near) if one]
    return dict(sorted(found, key=lambda item: -item[1])[: tunables.LEADING])


def _lift(hit: EngineHit, near: Nearest | None, like: EngineHit) -> Lift | None:
    if near and near.closeness >= SAID_CLOSENESS:
        return Lift(search=hit.searched_as[near.number])
    return Lift(like=like.title) if hit.id != like.id else None


def _resemblance(vector: Vector, best: Vector, middle: Vector) -> float:
    return tunables.RESEMBLANCE_WEIGHT * _cosine(vector, best) + tunables.LEADING_WEIGHT * _cosine(
        vector, middle
    )


def _middle(vectors: Iterable[tuple[Vector, float]]) -> Vector:
    """The sum of vectors, each times its weight, of length 1; without any stem where there are none."""
    total: dict[str, float] = defaultdict(float)
    for vector, weight in vectors:
        for stem, strength in vector.items():
            total[stem] += weight * strength
    return _unit(total)


def _vectors(texts: Iterable[str]) -> list[Vector]:
    """What each text says, as a vector of length 1; without any stem for a text without words."""
    counts = [Counter(text.split()) for text in texts]
    pages: Counter[str] = Counter()
    for found in counts:
        pages.update(found.keys())
    tells = {stem: _rarity(len(counts), number) for stem, number in pages.items()}
    return [
        _unit({stem: _strength(number) * tells[stem] for stem, number in found.items()}) for found in counts
    ]


def _unit(vector: Vector) -> Vector:
    length = math.hypot(*vector.values()) or 1.0
    return {stem: strength / length for stem, strength in vector.items()}


@lru_cache(maxsize=4096)
def _strength(times: int) -> float:
    """What a stem counts for that a page has so many times."""
    return 1 + math.log(times)


@lru_cache(maxsize=4096)
def _rarity(compared: int, pages: int) -> float:
    """What a stem counts for that so many of the compared pages have."""
    return math.log(1 + compared / pages)


def _cosine(one: Vector, other: Vector) -> float:
    """Of vectors of length 1."""
    return sum([strength * other[stem] for stem, strength in one.items() if stem in other])
