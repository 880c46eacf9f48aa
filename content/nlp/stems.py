"""Stems: what joins a noun, its verb and its adjective. Used for the second, lower-weighted field only."""

import threading
from functools import lru_cache
from typing import Any

import snowballstemmer


class _Stemmers(threading.local):
    """A stemmer a thread: it keeps its place in the word in itself, so that two threads would disturb each other."""

    def __init__(self) -> None:
        self.dutch: Any = snowballstemmer.stemmer("dutch")


_stemmers = _Stemmers()


@lru_cache(maxsize=200_000)
def stem(lemma: str) -> str:
    """Snowball's Dutch stem of a folded lemma: ``opvoeden`` and ``opvoeding`` → ``opvoed``."""
    return str(_stemmers.dutch.stemWord(lemma))
