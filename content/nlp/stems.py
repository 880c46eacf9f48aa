"""Stems: what joins a noun, its verb and its adjective. Used for the second, lower-weighted field only."""

import threading
from functools import lru_cache
from typing import Any

import snowballstemmer

from content.nlp.data.function_words import FUNCTION_WORDS

SAME_START = 3  # letters that a stem must share with its word


class _Stemmers(threading.local):
    """Stemmers a thread: each keeps its place in the word in itself, so that two threads would disturb each other."""

    def __init__(self) -> None:
        self.dutch: Any = snowballstemmer.stemmer("dutch")
        self.porter: Any = snowballstemmer.stemmer("dutch_porter")


_stemmers = _Stemmers()


@lru_cache(maxsize=200_000)
def stem(lemma: str) -> str:
    """Snowball's Dutch stem of a folded lemma: ``opvoeden`` and ``opvoeding`` → ``opvoed``.

    Snowball has two Dutch stemmers. That of Kraaij and Pohlmann joins more (*verslaving*, *verslaafd*) but takes *ge* and
    *be* for prefixes of every word, so that *geweld* would be *wel* and *gezin* be *zin*; there Porter's is used.
    A word whose stem would be a small word (*meten* and *met*) is its own stem.
    """
    found = str(_stemmers.dutch.stemWord(lemma))
    if found[:SAME_START] != lemma[:SAME_START]:
        found = str(_stemmers.porter.stemWord(lemma))
    return lemma if found in FUNCTION_WORDS else found
