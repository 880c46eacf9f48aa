"""Pages that say the same as the best one come before others that fit as well.

What answers one question resembles each other: the cluster hypothesis of N. Jardine and C. J. van Rijsbergen (1971), *The
use of hierarchic clustering in information retrieval*. Pages are compared as vectors of stems after G. Salton, A. Wong and
C. S. Yang (1975), *A vector space model for automatic indexing*: a stem counts for more where the page has it often, and
where few of the compared pages have it. So no figure of the whole collection is needed, and every engine gives the same.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from search.backends.base import EngineHit
from search.weights import tunables

Vector = Mapping[str, float]


def by_resemblance(hits: Sequence[EngineHit], own: int) -> tuple[EngineHit, ...]:
    """The hits, best first, with what their resemblance to the first of them adds to their score. It stays the first: no
    page resembles it more than it does itself.

    Args:
        hits: by relevance, best first.
        own: how many of them, from the first, stay before the others.
    """
    if not hits:
        return ()
    vectors = _vectors([hit.stems for hit in hits])
    most = tunables.RESEMBLANCE_WEIGHT * hits[0].score
    scored = [
        replace(hit, score=hit.score + most * _cosine(vector, vectors[0]))
        for hit, vector in zip(hits, vectors, strict=True)
    ]
    return tuple(hit for part in (scored[:own], scored[own:]) for hit in sorted(part, key=_by_score))


def _by_score(hit: EngineHit) -> float:
    return -hit.score


def _vectors(texts: Iterable[str]) -> list[Vector]:
    counts = [Counter(text.split()) for text in texts]
    pages: Counter[str] = Counter()
    for found in counts:
        pages.update(found.keys())
    tells = {stem: _rarity(len(counts), number) for stem, number in pages.items()}
    return [{stem: _strength(number) * tells[stem] for stem, number in found.items()} for found in counts]


@lru_cache(maxsize=4096)
def _strength(times: int) -> float:
    """What a stem counts for that a page has so many times."""
    return 1 + math.log(times)


@lru_cache(maxsize=4096)
def _rarity(compared: int, pages: int) -> float:
    """What a stem counts for that so many of the compared pages have."""
    return math.log(1 + compared / pages)


def _cosine(one: Vector, other: Vector) -> float:
    shared = sum([weight * other[stem] for stem, weight in one.items() if stem in other])
    return shared / (math.hypot(*one.values()) * math.hypot(*other.values())) if shared else 0.0
