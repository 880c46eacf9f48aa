"""The pieces of a query as it was typed: its words, what stands in quotes, and what has a minus before it."""

import re
from dataclasses import dataclass

from content.nlp.tokens import tokenize

_PARTS = re.compile(r'(?P<minus>(?:^|(?<=\s))-)?(?:["“”„](?P<phrase>[^"“”„]*)["“”„]|(?P<words>[^\s"“”„]+))')


@dataclass(frozen=True)
class Pieces:
    """``plain``: the words that are neither in ``phrases``, without their quotes, nor ``excluded``, without the minus."""

    plain: str
    phrases: tuple[str, ...]
    excluded: tuple[str, ...]


def pieces(text: str) -> Pieces:
    """Take a clean query apart."""
    plain: list[str] = []
    phrases: list[str] = []
    excluded: list[str] = []
    for match in _PARTS.finditer(text):
        phrase, words = match.group("phrase"), match.group("words")
        if match.group("minus") and (phrase or words):
            excluded.append(phrase or words)
        elif phrase is not None:
            phrases += [phrase] if tokenize(phrase) else []
        else:
            plain.append(words)
    return Pieces(" ".join(plain), tuple(phrases), tuple(item for item in excluded if tokenize(item)))
