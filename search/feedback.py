"""Relevance feedback from the best pages: the words that they share re-order what matches.

After V. Lavrenko and W. B. Croft (2001), *Relevance-based language models*, as RM3 of N. Abdul-Jaleel et al. (2004).
"""

from collections import Counter, defaultdict

from content.nlp.data.function_words import FUNCTION_WORDS
from search.backends.base import EngineHit, SearchBackend, Term
from search.weighing import rarity
from search.weights import tunables

MIN_LENGTH = 3  # letters of a word that may say something


def feedback_terms(
    hits: tuple[EngineHit, ...], groups: int, backend: SearchBackend, size: int
) -> tuple[Term, ...]:
    """The lemmas that the best pages have in common, weighed so that beside ``groups`` things asked for they count
    ``FEEDBACK_SHARE`` together.

    Raises:
        EngineUnavailable, IndexMissing: see the contract.
    """
    scores: dict[str, float] = defaultdict(float)
    best = max((hit.score for hit in hits), default=0.0) or 1.0
    for hit in hits:
        counts = Counter(lemma for lemma in hit.lemmas.split() if _says_something(lemma))
        words = sum(counts.values()) or 1
        for lemma, count in counts.items():
            scores[lemma] += hit.score / best * count / words
    candidates = sorted(scores, key=lambda lemma: -scores[lemma])[: tunables.FEEDBACK_TERMS * 4]
    pages = backend.document_counts([Term(lemma) for lemma in candidates])
    weighed = {
        lemma: scores[lemma] * rarity(count, size) for lemma, count in zip(candidates, pages, strict=True)
    }
    top = sorted(weighed, key=lambda lemma: -weighed[lemma])[: tunables.FEEDBACK_TERMS]
    total = sum(weighed[lemma] for lemma in top) or 1.0
    share = tunables.FEEDBACK_SHARE / (1 - tunables.FEEDBACK_SHARE) * groups
    return tuple(Term(lemma, share * weighed[lemma] / total) for lemma in top)


def _says_something(lemma: str) -> bool:
    return len(lemma) >= MIN_LENGTH and lemma not in FUNCTION_WORDS
