"""Names in a row: what stands beside a name, between commas and *en*, is one as well."""

import re
from collections.abc import Sequence

from content.nlp.data.person_words import VERBS
from content.nlp.screen.name_cues import NEVER, is_ordinary
from content.nlp.screen.name_lists import NameLists
from content.nlp.screen.name_words import Word

_ENUMERATION = re.compile(r",?\s{1,3}(?:en|&|of)\s{1,3}|,\s{1,3}")
_NATIONALITY = re.compile(r".{3,40}(?:aanse?|ische?|eerse?|ense|ees|ese|landse?)$")


def with_rows(
    text: str, words: Sequence[Word], found: list[tuple[int, int]], lists: NameLists
) -> list[tuple[int, int]]:
    """The names ``found``, as positions of words, and capitalised words in a row with one: *Sanne, Daan en Noor*."""
    taken = {position for start, end in found for position in range(start, end)}
    result = list(found)
    for start, end in found:
        for position in (_beside(words, start - 1, -1), _beside(words, end, 1)):
            if (
                position is None
                or position in taken
                or not _may_stand_in_row(words[position], lists, capital=words[start].capital)
            ):
                continue
            left, right = (
                (words[position], words[start]) if position < start else (words[end - 1], words[position])
            )
            if _ENUMERATION.fullmatch(text, left.end, right.start):
                taken.add(position)
                result.append((position, position + 1))
    return sorted(result)


def _beside(words: Sequence[Word], position: int, step: int) -> int | None:
    """The position of a neighbour in a row, over *en* and *of*; None where there is none."""
    if 0 <= position < len(words) and words[position].lower in ("en", "of"):
        position += step
    return position if 0 <= position < len(words) else None


def _may_stand_in_row(word: Word, lists: NameLists, capital: bool) -> bool:
    if word.lower in NEVER or word.lower in lists.places or _NATIONALITY.fullmatch(word.lower):
        return False
    if not word.capital:
        return not capital and lists.is_first(word.lower) and len(word.lower) > 2 and word.lower not in VERBS
    return lists.is_first(word.lower) or not is_ordinary(word.lower)
