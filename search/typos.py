"""Words that stand on no page: the nearest word of the collection for a typing error, its kin for a real word."""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from content.nlp.sounds import MAX_LENGTH, sound
from content.nlp.stems import stem
from content.nlp.tokens import fold, tokenize
from content.nlp.vocabulary import HIDDEN, Vocabulary
from content.nlp.words import dictionary_lemma
from search.backends.base import SearchBackend, Term
from search.everyday import everyday_words
from search.near import neighbours
from search.understanding import is_exact
from search.weighing import Weighed, own_terms
from search.weights import tunables

MAX_KIN = 5
SAME_SOUND = 0.5  # edits that a word counts as which sounds the same
LONGER = 2  # letters that a word may have more for the same sound
SOUND_ALIKE = {
    "c": "ks",
    "k": "c",
    "s": "cz",
    "z": "s",
    "f": "vp",
    "v": "f",
    "g": "jc",
    "j": "g",
    "y": "i",
    "o": "a",
    "q": "k",
}


def is_dutch(word: str) -> bool:
    """Whether a word is in the Dutch dictionary: what is spelled right is never taken for a typing error."""
    return bool(dictionary_lemma(word.lower()))


def with_kin(item: Weighed, backend: SearchBackend) -> Weighed:
    """A word that no page has, with the words that start the same: *regisseren* finds *regisseur*.

    Only for a single word that is spelled right; a group that some page meets, or that stands in quotes, stays as it is.
    """
    own = own_terms(item.group)
    if item.pages or item.named or not own or is_exact(item.group) or not is_dutch(item.group.text):
        return item
    start = stem(own[0].token)[:-1]
    if len(start) < tunables.MIN_KIN:
        return item
    kin = backend.words_like(start, MAX_KIN)
    found = tuple(Term(word, tunables.KIN_WEIGHT) for word, _ in kin)
    pages = max((count for _, count in kin), default=0)
    group = replace(item.group, alternatives=(*item.group.alternatives, *found))
    return replace(item, group=group, pages=pages)


def nearest_word(lemma: str, backend: SearchBackend, vocabulary: Vocabulary) -> str:
    """The word that a mistyped lemma most likely stands for; empty where none is near. It is one of the collection, or
    one of the vocabulary and of everyday speech.

    Near is what sounds the same (see ``sounds``), or Damerau-Levenshtein distance (optimal string alignment) of at most
    one edit for words under ``SHORT_WORD`` letters, else two, in letters or in sounds; the first letter must sound the
    same. Of equally near words the one on most pages wins.
    """
    if len(lemma) < tunables.MIN_TYPO_LENGTH or not lemma.isalpha():
        return ""
    reach = 1 if len(lemma) < tunables.SHORT_WORD else 2
    best: tuple[float, int, str] | None = None
    for word, pages in _candidates(lemma[0], backend, vocabulary):
        if word == lemma or not _worth(lemma, word, reach):
            continue
        edits = _difference(lemma, word, reach)
        if edits <= reach and (best is None or (edits, -pages, word) < best):
            best = (edits, -pages, word)
    return best[2] if best else ""


def _candidates(letter: str, backend: SearchBackend, vocabulary: Vocabulary) -> Iterator[tuple[str, int]]:
    letters = letter + SOUND_ALIKE.get(letter, "")
    for first in letters:
        yield from backend.words_like(first, tunables.TYPO_CANDIDATES)
    yield from ((word, 0) for word in _askable(vocabulary) if word[0] in letters)


def _worth(typed: str, word: str, reach: int) -> bool:
    """Whether to look at a word at all: it begins or ends alike, or both are short."""
    longer = abs(len(word) - len(typed))
    if longer > reach + LONGER:
        return False
    alike = typed[1:3] == word[1:3] or typed[-3:] == word[-3:]
    return alike or (longer <= reach and len(typed) < tunables.SHORT_WORD and typed[0] == word[0])


def _difference(typed: str, word: str, most: int) -> float:
    """Edits between what was typed and a word; a word that sounds the same differs less than an edit, one that sounds
    nearly so a bit more than one that is nearly written so."""
    heard, said = sound(typed), sound(word)
    if heard == said:
        return SAME_SOUND + edit_distance(typed, word, most + LONGER) / MAX_LENGTH
    edits = float(edit_distance(typed, word, most)) if typed[0] == word[0] else most + 1.0
    if edits > 1 and heard[0] == said[0]:
        edits = min(edits, SAME_SOUND + edit_distance(heard, said, most))
    return edits


@lru_cache(maxsize=2)
def _askable(vocabulary: Vocabulary) -> tuple[str, ...]:
    """The words of all labels and everyday expressions: what is asked in them finds pages, though it may stand on none."""
    labels = [
        fold(label.text)
        for concept in vocabulary.concepts
        for label in concept.labels
        if label.kind != HIDDEN
    ]
    words = {token.text for label in labels for token in tokenize(label)}
    return tuple(sorted(word for word in words | neighbours().keys() | everyday_words() if word.isalpha()))


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
