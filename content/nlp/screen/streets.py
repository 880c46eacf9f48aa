"""Names of Dutch streets that do not end as streets do (*Achter de Hoven*), from the list of *deduce*."""

import re
from functools import lru_cache

from content.nlp.data.person_words import INSTITUTIONS
from content.nlp.screen.name_cues import is_ordinary
from content.nlp.screen.name_lists import list_of, name_lists

MOST_WORDS = 5
_NUMBERED = re.compile(r"\b(?P<number>[1-9]\d{0,3})(?!\d)")
_WORD_BEFORE = re.compile(r"(?P<word>[^\W\d_][\w'’.\-]{0,40})[\s,]{1,3}$")
REACH = 60  # characters before a house number that can be the street's name
_TOWN_BEHIND = re.compile(r"\d{1,4}[\w\-/ ]{0,6}(?:,|\s(?:te|in))\s(?P<town>[A-Z][\w'\-]{1,30})")
_YEAR = re.compile(r"(?:19|20)\d\d")


@lru_cache(maxsize=1)
def street_names() -> frozenset[str]:
    """All street names of the Netherlands, in lower case."""
    return list_of("locations", "lst_street")


def numbered_streets(text: str) -> list[tuple[int, int]]:
    """Spans of a listed street and the number behind it; the number may have more behind it."""
    found = []
    for match in _NUMBERED.finditer(text):
        if (
            not _YEAR.fullmatch(match["number"])
            and (start := _street_before(text, match.start())) is not None
        ):
            found.append((start, match.end()))
    return found


def _street_before(text: str, end: int) -> int | None:
    """Where the longest listed street begins that ends at ``end``; None where none does."""
    first = max(0, end - REACH)
    words: list[re.Match[str]] = []
    position = end
    while len(words) < MOST_WORDS and (word := _WORD_BEFORE.search(text[first:position])):
        words.insert(0, word)
        position = first + word.start()
        if "," in text[first + word.end("word") : first + word.end()] and len(words) > 1:
            words.pop(0)
            break
    for taken in range(len(words)):
        street = [word["word"].lower() for word in words[taken:]]
        if (
            street[0] not in INSTITUTIONS
            and " ".join(street) in street_names()
            and words[-1]["word"][0].isupper()
        ):
            certain = _is_address(street) or _town_behind(text, end)
            return first + words[taken].start("word") if certain else None
    return None


def _town_behind(text: str, start: int) -> bool:
    town = _TOWN_BEHIND.match(text, start)
    return town is not None and town["town"].lower() in name_lists().places


def _is_address(street: list[str]) -> bool:
    """Whether a listed name with a number behind it can be nothing else."""
    if len(street) > 1:
        return True
    word = street[0]
    return len(word) > 3 and not is_ordinary(word) and word not in name_lists().places
