"""Stems: what joins a noun, its verb and its adjective. Used for the second, lower-weighted field only."""

from functools import lru_cache

import snowballstemmer

_stemmer = snowballstemmer.stemmer("dutch")


@lru_cache(maxsize=200_000)
def stem(lemma: str) -> str:
    """Snowball's Dutch stem of a folded lemma: ``opvoeden`` and ``opvoeding`` → ``opvoed``."""
    return str(_stemmer.stemWord(lemma))
