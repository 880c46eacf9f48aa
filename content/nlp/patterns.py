"""Pieces of regular expressions that are made of lists of words."""

from collections.abc import Iterable


def one_of(words: Iterable[str]) -> str:
    """The words as alternatives, the longest first, so that none hides one that begins with it; not yet a group."""
    return "|".join(sorted(words, key=len, reverse=True))
