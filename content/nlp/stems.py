"""Stems: what joins a noun, its verb and its adjective. Used for the second, lower-weighted field only."""

import threading
from functools import lru_cache
from typing import Any

import snowballstemmer

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
    """
    found = str(_stemmers.dutch.stemWord(lemma))
    return found if found[:SAME_START] == lemma[:SAME_START] else str(_stemmers.porter.stemWord(lemma))
