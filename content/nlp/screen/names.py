"""Names of people, by the lists of Dutch names, the words around them and how they are written.

People who type on a phone leave out capitals, so a first name with a surname counts without them too. What looks like a
name and is none: institutions and methods named after people, authors in references, places, the start of a sentence.
"""

from collections.abc import Sequence

from content.nlp.data.function_words import FUNCTION_WORDS
from content.nlp.data.person_words import (
    ARTICLES,
    COMMON_SURNAMES,
    KIN,
    NAMING_BETWEEN,
    NO_NAMES,
    OF_SOMEBODY,
    SURE_NAMING,
    TITLES,
    TOWNS,
    VERBS,
)
from content.nlp.screen.findings import NAME, Finding
from content.nlp.screen.name_cues import (
    NEVER,
    announced,
    has_article,
    is_ordinary,
    is_owner,
    is_unheard,
    not_a_person,
    person_behind,
    person_later,
)
from content.nlp.screen.name_lists import NameLists, name_lists
from content.nlp.screen.name_rows import with_rows
from content.nlp.screen.name_words import Word, words_of
from content.nlp.words import dictionary_lemma

MAX_SURNAMES = 3
MAX_INTERFIXES = 4  # words such as *van de* before a surname; more are no name
MAX_ABBREVIATION = 5
_ANNOUNCED_NEVER = TITLES | KIN | NO_NAMES | VERBS
_SHORT_FORMS = 3  # letters of an abbreviation that is no part of a name


def names(text: str) -> list[Finding]:
    """Names of people in a text, first names and surnames that belong together as one."""
    words = words_of(text)
    lists = name_lists()
    found: list[tuple[int, int]] = []
    position = 0
    while position < len(words):
        end = _name_at(text, words, position, lists)
        if end and not not_a_person(text, words, position, end, lists):
            found.append((position, end))
        position = max(end, position + 1)
    found = with_rows(text, words, found, lists)
    return [Finding(words[start].start, words[end - 1].end, NAME) for start, end in found]


def _name_at(text: str, words: Sequence[Word], position: int, lists: NameLists) -> int:
    """The position after a name that begins here; 0 where none does."""
    word = words[position]
    if word.initials:
        return _surname_end(words, position + 1, lists, sure=False) if _joined(words, position + 1) else 0
    if announced(words, position):
        return _announced_end(text, words, position, lists)
    if lists.is_first(word.lower) and not _never(word, lists):
        return _first_name_end(text, words, position, lists)
    if word.capital and is_owner(text, word, lists):
        return position + 1
    if word.capital:
        return _capital_end(text, words, position, lists)
    return 0


def _capital_end(text: str, words: Sequence[Word], position: int, lists: NameLists) -> int:
    """The position after a surname alone, or a name that is in no list."""
    word = words[position]
    end = _bare_surname_end(words, position, lists)
    if end and (not word.opens or person_behind(text, words[end - 1]) or _verb_behind(words, end)):
        return end
    if lists.is_surname(word.lower) and word.lower not in NO_NAMES and person_behind(text, word):
        return position + 1
    if _hyphenated_name(word, lists):
        return _further(words, position + 1, lists, capital=True)
    if not is_unheard(word, lists):
        return 0
    further = _further(words, position + 1, lists, capital=True)
    last = words[further - 1]
    known = person_behind(text, last) or (not word.opens and person_later(text, last))
    known = known or (further > position + 1 and lists.is_surname(last.lower) and not is_ordinary(last.lower))
    return further if known else 0


def _hyphenated_name(word: Word, lists: NameLists) -> bool:
    """Whether a name is made of two: *Abdel-Karim*, *Bakker-Smit*."""
    parts = word.text.split("-")
    capital = all(part[:1].isupper() and not part.isupper() for part in parts)
    first = any(part.lower() in lists.first and not is_ordinary(part.lower()) for part in parts)
    last = all(part.lower() in lists.surnames or part.lower() in lists.with_interfix for part in parts)
    return len(parts) > 1 and capital and (first or last)


def _verb_behind(words: Sequence[Word], end: int) -> bool:
    return end < len(words) and words[end].joined and words[end].lower in VERBS


def _never(word: Word, lists: NameLists) -> bool:
    """Whether a word is no name here, whatever a list says: grammar, an abbreviation, a part of a surname."""
    return (
        word.lower in NEVER
        or word.lower in lists.interfixes
        or (word.text.isupper() and len(word.text) <= MAX_ABBREVIATION)
        or (not word.capital and (len(word.lower) < 3 or word.lower in VERBS))
    )


def _announced_end(text: str, words: Sequence[Word], position: int, lists: NameLists) -> int:
    word, before = words[position], words[position - 1].lower
    titled = before in TITLES | NAMING_BETWEEN | SURE_NAMING
    if word.lower in _ANNOUNCED_NEVER:
        return 0
    if word.lower in lists.interfixes:
        return _announced_interfix_end(words, position, lists)
    listed = lists.is_first(word.lower) or (lists.is_surname(word.lower) and (word.capital or titled))
    listed = listed or (titled and has_article(word, lists))
    if word.capital:
        sure = before in TITLES or (listed and not _never(word, lists)) or not is_ordinary(word.lower)
    elif before in TITLES and word.lower in COMMON_SURNAMES:
        sure = _verb_behind(words, position + 1) or not _joined(words, position + 1)
    else:
        sure = _unlisted_as_word(word.lower) and (listed or before in SURE_NAMING)
        sure = sure or (lists.is_first(word.lower) and person_behind(text, word))
    if not sure:
        return 0
    end = _further(words, position + 1, lists, capital=word.capital)
    while titled and _joined(words, end) and end - position < MAX_SURNAMES and _unknown(words[end].lower):
        end += 1
    return end


def _announced_interfix_end(words: Sequence[Word], position: int, lists: NameLists) -> int:
    if position + 1 < len(words) and words[position + 1].initials:
        return 0
    end = _surname_end(words, position, lists, sure=words[position - 1].lower in TITLES)
    return 0 if end and _is_whose(words, position) and not words[end - 1].capital else end


def _is_whose(words: Sequence[Word], position: int) -> bool:
    """Whether *van* says whose a family is, and is no part of a name."""
    return words[position - 1].lower in OF_SOMEBODY and words[position].text == "van"


def _unlisted_as_word(lower: str) -> bool:
    return not is_ordinary(lower) and lower not in FUNCTION_WORDS


def _first_name_end(text: str, words: Sequence[Word], position: int, lists: NameLists) -> int:
    word = words[position]
    end = _further(words, position + 1, lists, capital=word.capital)
    if end > position + 1:
        surname = words[end - 1].lower
        between = {known.lower for known in words[position + 1 : end - 1]}
        if word.capital or "van" in between or not (is_ordinary(word.lower) and is_ordinary(surname)):
            return end
    if person_behind(text, word) and (word.capital or len(word.lower) > 2):
        return position + 1
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
        if word.lower in ARTICLES and capital and word.capital and _capital_at(words, end + 1):
            end += 2
        elif word.lower in lists.interfixes and (more := _surname_end(words, end, lists, sure=capital)):
            return more
        elif word.initials or _goes_on(word, lists, capital):
            end += 1
        elif not capital and word.lower in lists.surnames and end == position:
            return end + 1 if word.lower not in VERBS else end
        else:
            break
    return end


def _goes_on(word: Word, lists: NameLists, capital: bool) -> bool:
    """Whether a word is a further part of a name that is written with capitals, or without."""
    if capital:
        return word.capital and _may_continue(word, lists)
    return word.lower in lists.surnames and not is_ordinary(word.lower)


def _capital_at(words: Sequence[Word], position: int) -> bool:
    return _joined(words, position) and words[position].capital


def _may_continue(word: Word, lists: NameLists) -> bool:
    if word.lower in NO_NAMES or word.lower in KIN or word.lower in TITLES:
        return False
    if word.text.isupper() and len(word.text) <= _SHORT_FORMS:
        return False
    return word.lower in lists.surnames or word.lower in lists.first or not is_ordinary(word.lower)


def _surname_end(words: Sequence[Word], position: int, lists: NameLists, sure: bool) -> int:
    """The position after interfixes and a surname; 0 where no surname follows."""
    end = position
    most = min(len(words), position + MAX_INTERFIXES)
    while end < most and words[end].lower in lists.interfixes and (end == position or _joined(words, end)):
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
        while end < min(len(words), position + MAX_INTERFIXES) and words[end].lower in lists.interfixes:
            end += 1
        if end >= len(words) or not words[end].capital:
            return 0
        if words[end].lower not in lists.with_interfix or words[end].lower in NO_NAMES:
            return 0
        place = " ".join(known.lower for known in words[position : end + 1])
        return 0 if place in lists.places or place in TOWNS else end + 1
    if (
        word.lower in lists.surnames
        and not is_ordinary(word.lower)
        and word.lower not in lists.places
        and word.lower not in NO_NAMES
    ):
        return position + 1
    return 0


def _joined(words: Sequence[Word], position: int) -> bool:
    return position < len(words) and (words[position].joined or words[position - 1].initials)


def _unknown(lower: str) -> bool:
    return lower not in FUNCTION_WORDS and lower not in VERBS and not dictionary_lemma(lower)
