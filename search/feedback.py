"""Relevance feedback from the best pages: the words that they share re-order what matches.

After V. Lavrenko and W. B. Croft (2001), *Relevance-based language models*, as RM3 of N. Abdul-Jaleel et al. (2004).
"""

from collections import Counter, defaultdict

from search.backends.base import EngineHit, SearchBackend, Term
from search.weighing import rarity
from search.weights import tunables

MIN_LENGTH = 3  # letters of a word that may say something


def feedback_terms(
    hits: tuple[EngineHit, ...], groups: int, backend: SearchBackend, size: int
) -> tuple[Term, ...]:
    """The stems that the best pages have in common, weighed so that beside ``groups`` things asked for they count
    ``FEEDBACK_SHARE`` together.

    Raises:
        EngineUnavailable, IndexMissing: see the contract.
    """
    scores: dict[str, float] = defaultdict(float)
    best = max((hit.score for hit in hits), default=0.0) or 1.0
    for hit in hits:
        counts = Counter(stem for stem in hit.stems.split() if len(stem) >= MIN_LENGTH)
        words = sum(counts.values()) or 1
        for stem, count in counts.items():
            scores[stem] += hit.score / best * count / words
    candidates = sorted(scores, key=lambda stem: -scores[stem])[: tunables.FEEDBACK_TERMS * 4]
    pages = backend.document_counts([Term(stem, stemmed=True) for stem in candidates])
    weighed = {
        stem: scores[stem] * rarity(count, size) for stem, count in zip(candidates, pages, strict=True)
    }
    top = sorted(weighed, key=lambda stem: -weighed[stem])[: tunables.FEEDBACK_TERMS]
    total = sum(weighed[stem] for stem in top) or 1.0
    share = tunables.FEEDBACK_SHARE / (1 - tunables.FEEDBACK_SHARE) * groups
    return tuple(Term(stem, share * weighed[stem] / total, stemmed=True) for stem in top)
