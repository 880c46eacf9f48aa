"""Everyday words beside official ones: what a word of a query may be called on a page, below what the vocabulary says."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from content.nlp.data.near_words import LINES
from content.nlp.data.plain_words import PLAIN_WORDS
from content.nlp.lemmas import lemma
from content.nlp.stems import stem
from search.backends.base import Group, Term
from search.weights import tunables


def near_words(group: Group) -> tuple[Term, ...]:
    """Words that stand near the one word of a group, with the weight they have; none for what is not a single word."""
    first = group.alternatives[0] if group.alternatives else None
    if not isinstance(first, Term):
        return ()
    near = neighbours().get(first.token, ())
    return with_stems(near, tunables.NEAR_WEIGHT, tunables.NEAR_STEM_WEIGHT)


def with_stems(lemmas: Sequence[str], weight: float, stem_weight: float) -> tuple[Term, ...]:
    """Lemmas that stand for what was asked, each as it is and by its stem."""
    exact = [Term(word, weight, label=word) for word in lemmas]
    stemmed = [Term(stem(word), stem_weight, stemmed=True, label=word) for word in lemmas]
    return (*exact, *stemmed)


@lru_cache(maxsize=1)
def neighbours() -> Mapping[str, tuple[str, ...]]:
    """Lemma → the lemmas that stand near it."""
    found: dict[str, tuple[str, ...]] = {}
    for line in filter(None, map(str.split, LINES.splitlines())):
        word, *near = map(lemma, line)
        found[word] = tuple(
            dict.fromkeys((*found.get(word, ()), *(other for other in near if other != word)))
        )
    return found


@lru_cache(maxsize=1)
def plain_lemmas() -> frozenset[str]:
    """The lemmas of words that people use in a question without looking for them."""
    return frozenset(map(lemma, PLAIN_WORDS)) | PLAIN_WORDS
