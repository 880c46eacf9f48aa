"""Words that stand on no page: the nearest word of the collection for a typing error, its kin for a real word."""

from dataclasses import replace
from functools import lru_cache

from content.nlp.stems import stem
from content.nlp.words import dictionary_lemma
from search.backends.base import SearchBackend, Term
from search.weighing import Weighed, own_terms
from search.weights import tunables

MAX_KIN = 5


def is_dutch(word: str) -> bool:
    """Whether a word is in the Dutch dictionary: what is spelled right is never taken for a typing error."""
    return bool(dictionary_lemma(word.lower()))


def with_kin(item: Weighed, backend: SearchBackend) -> Weighed:
    """A word that no page has, with the words that start the same: *regisseren* finds *regisseur*.

    Only for a single word that is spelled right; a group that some page meets stays as it is.
    """
    own = own_terms(item.group)
    if item.pages or item.named or not own or not is_dutch(item.group.text):
        return item
    start = stem(own[0].token)[:-1]
    if len(start) < tunables.MIN_KIN:
        return item
    kin = backend.words_like(start, MAX_KIN)
    found = tuple(Term(word, tunables.KIN_WEIGHT) for word, _ in kin)
    pages = max((count for _, count in kin), default=0)
    group = replace(item.group, alternatives=(*item.group.alternatives, *found))
    return replace(item, group=group, pages=pages)


def nearest_word(lemma: str, backend: SearchBackend) -> str:
    """The collection's word that a mistyped lemma most likely stands for; empty where none is near.

    Damerau-Levenshtein distance (optimal string alignment) of at most one edit for words under ``SHORT_WORD``
    letters, else two; the first letter must agree. Of equally near words the one on most pages wins.
    """
    if len(lemma) < tunables.MIN_TYPO_LENGTH or not lemma.isalpha():
        return ""
    reach = 1 if len(lemma) < tunables.SHORT_WORD else 2
    best: tuple[int, int, str] | None = None
    for word, pages in backend.words_like(lemma[0], tunables.TYPO_CANDIDATES):
        if abs(len(word) - len(lemma)) > reach or word == lemma:
            continue
        edits = edit_distance(lemma, word, reach)
        if edits <= reach and (best is None or (edits, -pages, word) < best):
            best = (edits, -pages, word)
    return best[2] if best else ""


@lru_cache(maxsize=50_000)
def edit_distance(left: str, right: str, most: int) -> int:
    """Edits (insert, delete, replace, swap neighbours) between two words; ``most + 1`` where it is more than ``most``."""
    before: list[int] = []
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        previous, before, row = before, row, [i, *[0] * len(right)]
        for j, b in enumerate(right, 1):
            row[j] = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if previous and i > 1 and j > 1 and a == right[j - 2] and left[i - 2] == b:
                row[j] = min(row[j], previous[j - 2] + 1)
        if min(row) > most:
            return most + 1
    return row[-1]
