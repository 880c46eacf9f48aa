"""What around a name says that it is a person (an age, a relative, a verb) or none (an institution, a source)."""

import re
from collections.abc import Sequence

from content.nlp.data.compound_words import FIELD
from content.nlp.data.function_words import FUNCTION_WORDS
from content.nlp.data.person_words import (
    ANYBODYS,
    ARTICLES,
    CITED,
    INSTITUTION_ENDS,
    INSTITUTIONS,
    KIN,
    KNOWN_PHRASES,
    NAMED_FIELDS,
    NAMING,
    NAMING_BETWEEN,
    NO_FIRST_NAMES,
    NO_NAMES,
    PERSON_VERBS,
    PROFESSIONS,
    TITLES,
)
from content.nlp.patterns import one_of
from content.nlp.screen.name_lists import NameLists
from content.nlp.screen.name_words import Word
from content.nlp.screen.spelled import NUMBERS
from content.nlp.words import dictionary_lemma

AHEAD = 40  # characters behind a name that can say that it is one
_JOINTS = ("", "s", "en", "n")  # between the parts of a compound
_SHORTEST_PART = 4
_RELATIVE = f"(?:{one_of(KIN - {'ex'})}|kinderen|ouders|gezin|thuis)"
_PERSON_BEHIND = re.compile(
    rf"\s?\(\s?\d{{1,2}}(?:\s?(?:jr|jaar|j|mnd|maanden)\.?)?\s?[),]"
    rf"|,\s\d{{1,2}}(?:\s(?:jaar|jr|maanden)\b|[,.]|\sen\b)"
    rf"|\svan\s(?:\d{{1,2}}|{NUMBERS})\b(?!\s(?:procent|euro|uur|de\b))"
    rf"|\s(?:is|was|wordt|werd)\s(?:pas\s|bijna\s|net\s)?(?:\d{{1,2}}|{NUMBERS})(?:\sjaar|\sen\b|[,.]|$)"
    rf"|\s(?:en\s)?(?:zijn|haar|z'n|d'r|hun)\s(?:\w{{1,12}}\s)?{_RELATIVE}\b"
    rf"|\s\((?:de\s|het\s)?{_RELATIVE}\)|\sthuis\b"
    rf"|\s(?:{'|'.join(PERSON_VERBS)})\b",
    re.IGNORECASE,
)
_POSSESSED = re.compile(rf"\s(?:\w{{1,12}}\s)?{_RELATIVE}\b", re.IGNORECASE)
_VERB_LATER = re.compile(rf"(?:\s[a-zà-ÿ]{{1,14}}){{1,2}}\s(?:{'|'.join(PERSON_VERBS)})\b")
_REFERENCE_BEHIND = re.compile(
    r"(?:\s{1,2}(?:e\.?a\.?|et al\.?|en collega's|&\s{1,2}\S{1,40}|en\s{1,2}[A-ZÀ-Þ]\S{0,40})){0,3},?\s{0,2}"
    r"\(?(?:19|20)\d\d[a-z]?\)?"
    r"|,\s(?:[A-Z]\.){1,3},?\s(?:&|\((?=\d|red|ed|z\.j|in\s))"
)
_SOURCE_KEY = re.compile(r"(?:[\w\-]{0,30}[;,\s]{0,2}){0,3}\]")
NEVER = NO_NAMES | FUNCTION_WORDS | NO_FIRST_NAMES  # no first name, whatever a list says
_INTRODUCED = TITLES | KIN | PROFESSIONS
_SAYS_WHO = TITLES | KIN | NAMING


def announced(words: Sequence[Word], position: int) -> bool:
    """Whether the words before say that a name follows (*mevrouw*, *dochter*, *heet*)."""
    if position == 0 or (words[position].opens and words[position - 1].lower not in NAMED_FIELDS):
        return False
    before = words[position - 1]
    if not words[position].joined:
        word = words[position]
        return word.marked and (
            before.lower in NAMED_FIELDS or (before.lower in KIN and word.capital and len(word.text) > 1)
        )
    if before.lower in _SAYS_WHO:
        return True
    if before.lower in PROFESSIONS:
        return words[position].capital
    return before.lower in NAMING_BETWEEN and position > 1 and words[position - 2].lower in NAMING


def person_behind(text: str, word: Word) -> bool:
    """Whether what follows a word is said of people: an age, a relative, something that only people do."""
    if word.possessive and has_relative(text, word):
        return True
    return bool(_PERSON_BEHIND.match(text, word.end, word.end + AHEAD))


def has_relative(text: str, word: Word) -> bool:
    """Whether a relative follows, as behind somebody's name: *Daans moeder*."""
    return bool(_POSSESSED.match(text, word.end, word.end + AHEAD))


def person_later(text: str, word: Word) -> bool:
    """Whether a verb of people follows within some words."""
    return bool(_VERB_LATER.match(text, word.end, word.end + AHEAD))


def not_a_person(text: str, words: Sequence[Word], start: int, end: int, lists: NameLists) -> bool:
    """Whether the words ``start`` to ``end`` are somebody that everybody may know, or nobody: a source, a house, a place."""
    first, last = words[start], words[end - 1]
    before = words[start - 1].lower if start and first.joined else ""
    phrase = " ".join(word.lower for word in words[max(0, start - 1) : end + 2])
    if any(known in phrase for known in KNOWN_PHRASES):
        return True
    if before in _INTRODUCED:
        return False
    if _REFERENCE_BEHIND.match(text, last.end) or _is_source_key(text, first, last):
        return True
    if _is_place(words, start, end, before, lists):
        return True
    two_before = words[start - 2].lower if start > 1 else ""
    owner = two_before if before in ("van", "de", "het") else ""
    if before == "van" and owner in ANYBODYS and first.lower in lists.first:
        owner = ""
    if {before.split("-")[0], owner} & INSTITUTIONS or (before == "van" and two_before in CITED):
        return True
    return before == "het" or _institution_behind(words, end)


def _is_source_key(text: str, first: Word, last: Word) -> bool:
    """Whether a name is the key of a source between brackets: *[@jansen-2015]*, *[JANSEN-2015; PEERS]*."""
    opening = text.rfind("[", max(0, first.start - AHEAD), first.start)
    if opening < 0 or "]" in text[opening : first.start] or ":" in text[opening : first.start]:
        return False
    keyed = text[opening + 1] == "@" or text[opening + 1 : last.end].replace(" ", "").isupper()
    return keyed and bool(_SOURCE_KEY.match(text, last.end))


def _is_place(words: Sequence[Word], start: int, end: int, before: str, lists: NameLists) -> bool:
    phrase = " ".join(word.lower for word in words[start:end])
    if phrase in lists.places and not (
        end - start == 1 and phrase in lists.first and phrase in lists.surnames
    ):
        return True
    return before in ("uit", "te", "in") and end - start == 1


def _institution_behind(words: Sequence[Word], end: int) -> bool:
    for behind in words[end : end + 2]:
        if not (behind.capital and behind.joined):
            return False
        if behind.lower in INSTITUTIONS or behind.lower.endswith(INSTITUTION_ENDS):
            return True
    return False


def is_ordinary(lower: str) -> bool:
    """Whether a word is also an ordinary Dutch word. The dictionary's own proper names begin with a capital."""
    lemma = dictionary_lemma(lower)
    return bool(lemma) and lemma[0].islower()


def is_owner(text: str, word: Word, lists: NameLists) -> bool:
    """Whether a first name says whose a relative is, with an *s* and no apostrophe: *Daans moeder*."""
    bare = word.lower.removesuffix("s")
    return (
        bare != word.lower
        and bare in lists.first
        and not is_ordinary(word.lower)
        and has_relative(text, word)
    )


def has_article(word: Word, lists: NameLists) -> bool:
    """Whether a word is an article with a name behind it: *al-hassan*."""
    article, _, name = word.lower.partition("-")
    return article in ARTICLES and (name in lists.surnames or name in lists.first)


def is_unheard(word: Word, lists: NameLists) -> bool:
    """Whether a capitalised word is in no dictionary or list, so that it names somebody or some organisation."""
    return (
        word.capital
        and len(word.lower) > 2
        and not word.text.isupper()
        and word.lower not in NO_NAMES
        and word.lower not in lists.places
        and word.lower not in FUNCTION_WORDS
        and not dictionary_lemma(word.lower)
        and word.lower not in FIELD
        and not _is_compound(word.lower)
    )


def _is_compound(lower: str) -> bool:
    """Whether a word is made of two known ones; the search's own splitting knows more, but takes more memory."""
    return any(
        _is_known(lower[cut:]) and any(_is_known(lower[:cut].removesuffix(joint)) for joint in _JOINTS)
        for cut in range(_SHORTEST_PART, len(lower) - _SHORTEST_PART + 1)
    )


def _is_known(part: str) -> bool:
    return len(part) >= _SHORTEST_PART and (bool(dictionary_lemma(part)) or part in FIELD)
