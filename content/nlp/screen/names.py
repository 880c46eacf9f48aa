"""Names of people, by the lists of Dutch names, the words around them and how they are written.

People who type on a phone leave out capitals, so a first name with a surname counts without them too. What looks like a
name and is none: institutions and methods named after people, authors in references, places, the start of a sentence.
"""

import re
from collections.abc import Sequence

from content.nlp.data.function_words import FUNCTION_WORDS
from content.nlp.data.person_words import (
    INSTITUTIONS,
    KIN,
    KNOWN_PHRASES,
    NAMING,
    NAMING_BETWEEN,
    NO_FIRST_NAMES,
    NO_NAMES,
    SURE_NAMING,
    TITLES,
    TOWNS,
    VERBS,
)
from content.nlp.screen.findings import NAME, Finding
from content.nlp.screen.name_lists import NameLists, name_lists
from content.nlp.screen.name_words import Word, words_of
from content.nlp.words import dictionary_lemma

MAX_SURNAMES = 3
MAX_ABBREVIATION = 5
_REFERENCE_BEHIND = re.compile(
    r"(?:\s+(?:e\.?a\.?|et al\.?|en collega's|&\s+\S+|en\s+[A-ZÀ-Þ]\S+))*,?\s*\(?(?:19|20)\d\d[a-z]?\)?"
)
_ENUMERATION = re.compile(r",?\s+(?:en|&|of)\s+|,\s+")


def names(text: str) -> list[Finding]:
    """Names of people in a text, first names and surnames that belong together as one."""
    words = words_of(text)
    lists = name_lists()
    found: list[tuple[int, int]] = []
    position = 0
    while position < len(words):
        end = _name_at(words, position, lists)
        if end and not _not_a_person(text, words, position, end, lists):
            found.append((position, end))
        position = max(end, position + 1)
    found = _enumerated(text, words, found, lists)
    return [Finding(words[start].start, words[end - 1].end, NAME) for start, end in found]


def _name_at(words: Sequence[Word], position: int, lists: NameLists) -> int:
    """The position after a name that begins here; 0 where none does."""
    word = words[position]
    if word.initials:
        return _surname_end(words, position + 1, lists, sure=False) if _joined(words, position + 1) else 0
    if _announced(words, position):
        return _announced_end(words, position, lists)
    if word.lower in lists.first and not _never(word, lists):
        return _first_name_end(words, position, lists)
    if word.capital and not word.opens:
        return _bare_surname_end(words, position, lists)
    return 0


def _never(word: Word, lists: NameLists) -> bool:
    """Whether a word is no name here, whatever a list says: grammar, an abbreviation, a part of a surname."""
    return (
        word.lower in NO_NAMES | FUNCTION_WORDS | lists.interfixes
        or word.lower in NO_FIRST_NAMES
        or (word.text.isupper() and len(word.text) <= MAX_ABBREVIATION)
        or (not word.capital and (len(word.lower) < 3 or word.lower in VERBS))
    )


def _announced(words: Sequence[Word], position: int) -> bool:
    """Whether the words before say that a name follows (*mevrouw*, *dochter*, *heet*)."""
    if position == 0 or words[position].opens:
        return False
    before = words[position - 1]
    if not words[position].joined:
        return before.lower == "naam" or (before.lower in KIN and words[position].capital)
    if before.lower in TITLES | KIN | NAMING:
        return True
    return before.lower in NAMING_BETWEEN and position > 1 and words[position - 2].lower in NAMING


def _announced_end(words: Sequence[Word], position: int, lists: NameLists) -> int:
    word, before = words[position], words[position - 1].lower
    titled = before in TITLES | NAMING | NAMING_BETWEEN
    if word.lower in TITLES | KIN | NO_NAMES | VERBS:
        return 0
    if word.lower in lists.interfixes:
        initials = position + 1 < len(words) and words[position + 1].initials
        return 0 if initials else _surname_end(words, position, lists, sure=before in TITLES)
    listed = word.lower in lists.first or (word.lower in lists.surnames and (word.capital or titled))
    if word.capital:
        counts = titled or (listed and not _never(word, lists)) or not is_ordinary(word.lower)
    else:
        counts = _unlisted_as_word(word.lower) and (listed or before in SURE_NAMING)
    if not counts:
        return 0
    end = _further(words, position + 1, lists, capital=word.capital)
    while titled and _joined(words, end) and end - position < MAX_SURNAMES and _unknown(words[end].lower):
        end += 1
    return end


def _unlisted_as_word(lower: str) -> bool:
    return not is_ordinary(lower) and lower not in FUNCTION_WORDS


def _first_name_end(words: Sequence[Word], position: int, lists: NameLists) -> int:
    word = words[position]
    end = _further(words, position + 1, lists, capital=word.capital)
    if end > position + 1:
        surname = words[end - 1].lower
        between = {known.lower for known in words[position + 1 : end - 1]}
        if word.capital or "van" in between or not (is_ordinary(word.lower) and is_ordinary(surname)):
            return end
    if not word.capital:
        return position + 1 if len(word.lower) > 3 and not is_ordinary(word.lower) else 0
    if is_ordinary(word.lower) and word.opens:
        return 0
    return position + 1


def _further(words: Sequence[Word], position: int, lists: NameLists, capital: bool) -> int:
    """The position after the further first names, initials, interfixes and surnames of a name that has begun."""
    end = position
    while end < len(words) and end - position < MAX_SURNAMES and _joined(words, end):
        word = words[end]
        if word.initials or (word.capital and capital and _may_continue(word, lists)):
            end += 1
        elif word.lower in lists.interfixes and (more := _surname_end(words, end, lists, sure=capital)):
            return more
        elif not capital and word.lower in lists.surnames and not is_ordinary(word.lower):
            end += 1
        elif not capital and word.lower in lists.surnames and end == position:
            return end + 1 if word.lower not in VERBS else end
        else:
            break
    return end


def _may_continue(word: Word, lists: NameLists) -> bool:
    if word.lower in NO_NAMES or word.lower in KIN | TITLES:
        return False
    return word.lower in lists.surnames or word.lower in lists.first or not is_ordinary(word.lower)


def _surname_end(words: Sequence[Word], position: int, lists: NameLists, sure: bool) -> int:
    """The position after interfixes and a surname; 0 where no surname follows."""
    end = position
    while (
        end < len(words) and words[end].lower in lists.interfixes and (end == position or _joined(words, end))
    ):
        end += 1
    if end >= len(words) or (end > position and not _joined(words, end)):
        return 0
    word = words[end]
    listed = word.lower in lists.surnames or word.lower in lists.with_interfix
    if word.capital and (listed or sure or not is_ordinary(word.lower)) and word.lower not in NO_NAMES:
        return end + 1
    if not word.capital and listed and (end > position or not is_ordinary(word.lower)):
        return end + 1
    return 0


def _bare_surname_end(words: Sequence[Word], position: int, lists: NameLists) -> int:
    """A surname alone, in the middle of a sentence: *Van der Berg*, *Hoekstra*."""
    word = words[position]
    if word.lower in lists.interfixes:
        end = position
        while end < len(words) and words[end].lower in lists.interfixes:
            end += 1
        if end >= len(words) or not words[end].capital or words[end].lower not in lists.with_interfix:
            return 0
        place = " ".join(known.lower for known in words[position : end + 1]) in lists.places | TOWNS
        return 0 if place else end + 1
    if (
        word.lower in lists.surnames
        and not is_ordinary(word.lower)
        and word.lower not in lists.places | NO_NAMES
    ):
        return position + 1
    return 0


def _not_a_person(text: str, words: Sequence[Word], start: int, end: int, lists: NameLists) -> bool:
    first, last = words[start], words[end - 1]
    before = words[start - 1].lower if start and first.joined else ""
    personal = before in TITLES | KIN
    phrase = " ".join(word.lower for word in words[max(0, start - 1) : end + 2])
    if any(known in phrase for known in KNOWN_PHRASES):
        return True
    if not personal and _REFERENCE_BEHIND.match(text, last.end):
        return True
    if (
        not personal
        and end - start == 1
        and first.lower in lists.places
        and not _also_common(first.lower, lists)
    ):
        return True
    two_before = words[start - 2].lower if start > 1 else ""
    if {before, two_before if before in ("van", "de", "het") else ""} & INSTITUTIONS and not personal:
        return True
    behind = words[end] if end < len(words) and words[end].joined else None
    return bool(behind and behind.capital and behind.lower in INSTITUTIONS)


def _also_common(lower: str, lists: NameLists) -> bool:
    """Whether a place's name is far more often a person's."""
    return lower in lists.first and lower in lists.surnames


def _enumerated(
    text: str, words: Sequence[Word], found: list[tuple[int, int]], lists: NameLists
) -> list[tuple[int, int]]:
    """With the capitalised words that stand in one row with a name: *Sanne, Daan en Noor*."""
    taken = {position for start, end in found for position in range(start, end)}
    result = list(found)
    for start, end in found:
        for position in (_beside(words, start - 1, -1), _beside(words, end, 1)):
            if position is None or position in taken or not _may_stand_in_row(words[position], lists):
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


def _may_stand_in_row(word: Word, lists: NameLists) -> bool:
    listed = word.lower in lists.first or not is_ordinary(word.lower)
    return word.capital and listed and word.lower not in NO_NAMES | NO_FIRST_NAMES | lists.places


def _joined(words: Sequence[Word], position: int) -> bool:
    return position < len(words) and (words[position].joined or words[position - 1].initials)


def _unknown(lower: str) -> bool:
    return lower not in FUNCTION_WORDS and lower not in VERBS and not dictionary_lemma(lower)


def is_ordinary(lower: str) -> bool:
    """Whether a word is also an ordinary Dutch word. The dictionary's own proper names begin with a capital."""
    lemma = dictionary_lemma(lower)
    return bool(lemma) and lemma[0].islower()
