"""Dutch lemmas: simplemma's dictionary, put right by rules and a table of exceptions, with rules for what it lacks.

The dictionary maps a form to one lemma without context. Where a form is both a noun (*verzuim*, *huur*) and a form of a
verb, the noun is kept: the texts of this field name things. What the dictionary lacks is mostly a compound, whose last
part carries the inflection, so its lemma is made from that part.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from content.nlp import compounds
from content.nlp.data import exceptions
from content.nlp.inflection import (
    SEPARABLE,
    adjectives,
    diminished,
    first_persons,
    infinitives,
    is_bare_stem,
    is_verb,
    participle,
    separable,
    singulars,
    without_ge,
    without_prefix,
)
from content.nlp.tokens import fold, plainly_written
from content.nlp.words import accented, base_forms, dictionary, dictionary_lemma

MIN_TAIL = 4
LONGEST_ACRONYM = 5  # letters; a longer word in capitals may be shouted
MIN_RULE = 5  # letters from which rules judge a word that no dictionary has
_ACRONYM = re.compile(r"^[A-Z0-9][A-Z0-9&/+-]{1,9}(?:'?s|'en)?$")
_PLURAL_OF_ACRONYM = re.compile(r"(?:'?s|'en)$")
_FEMININE = ("ster", "es", "esse", "in", "ice", "euse", "ica")
_MASCULINE = ("ant", "ent", "ier", "ist", "oog", "aaf", "oof", "oen", "aat", "oot", "eut", "icus")
_WITH_GE = tuple(prefix + "ge" for prefix in SEPARABLE)
_ADJECTIVE = (
    *("aal", "aar", "eel", "ief", "iek", "ig", "isch", "air", "eus", "ibel", "abel"),
    *("lijk", "baar", "zaam", "loos", "end", "aamd", "eerd", "vol", "rijk", "arm", "matig", "achtig"),
)
# Endings of words that no dictionary has, longest first: (ending, replacement).
_ENDINGS = (
    ("heden", "heid"),
    ("eeen", "ee"),
    ("ieen", "ie"),
    ("'tjes", ""),
    ("'tje", ""),
    ("etjes", ""),
    ("etje", ""),
    ("tjes", ""),
    ("tje", ""),
    ("pjes", ""),
    ("pje", ""),
    ("jes", ""),
    ("je", ""),
    ("'s", ""),
    ("ers", "er"),
    ("ors", "or"),
    ("els", "el"),
    ("eurs", "eur"),
    ("ingen", "ing"),
    ("ties", "tie"),
    ("ische", "isch"),
    ("lijke", "lijk"),
    ("bare", "baar"),
    ("loze", "loos"),
)


def lemma(word: str) -> str:
    """The folded lemma of a word: ``gezinnen`` → ``gezin``, ``Aangemeld`` → ``aanmelden``, ``OTS`` → ``ots``."""
    return _lemma(word)


@lru_cache(maxsize=100_000)
def part_lemma(part: str, last: bool) -> str:
    """The folded lemma of a compound's part.

    Of a verb the first part is its stem, and the last its infinitive: *bad* in *badkamer*, *bezit* in *wapenbezit* and
    *namen* in *voornamen* are nouns, *gericht* in *gezinsgericht* is an adjective.
    """
    found = _lemma(part)
    if not last and found == part and part not in dictionary():
        return separable(part, stems=True) or part
    if part in exceptions.LEMMAS or found == part or not is_verb(found):
        return found
    if not last:
        return found if part in first_persons(found) else part
    if part.startswith("ge") or part.endswith(("end", "ende")):
        return part.removesuffix("e")
    if part.endswith("en"):
        return next((word for word in singulars(part) if word != found and _is_base(word)), found)
    return found if part.endswith(("de", "te")) else part


def is_acronym(word: str) -> bool:
    """Whether a word is written as an abbreviation: all capitals, perhaps with a plural ending (*OTS*, *GI's*, *OTS'en*)."""
    return bool(_ACRONYM.match(word)) and any(char.isalpha() for char in word)


@lru_cache(maxsize=200_000)
def _lemma(word: str) -> str:
    lower = plainly_written(word)
    folded = fold(lower)
    if len(folded) > compounds.MAX_WORD:  # an address or noise
        return folded
    if folded in exceptions.LEMMAS:
        return exceptions.LEMMAS[folded]
    word = word.replace("’", "'")
    if is_acronym(word) and (len(word) <= LONGEST_ACRONYM or word[-1].islower() or lower not in dictionary()):
        return _PLURAL_OF_ACRONYM.sub("", folded) if word[-1].islower() else folded
    for form in (lower, folded, accented().get(folded, "")):
        found = dictionary().get(form)
        if found:
            return fold(_corrected(form, found))
    if "-" in lower:
        head, _, tail = lower.rpartition("-")
        return fold(f"{head}-{part_lemma(tail, True)}") if head and tail else folded.strip("-")
    return fold(_by_inflection(lower) or _by_tail(lower) or _by_ending(folded))


def _corrected(form: str, found: str) -> str:
    """The dictionary's lemma, put right where it is known to go wrong in whole classes of words."""
    if "_" in found:
        found = _joined(form, found)
    if form.endswith("jes") and found.endswith("je"):
        small = dictionary_lemma(found)
        return small if small not in ("", found) else _known(diminished(form)) or found
    if len(found) > len(form) and found.endswith(_FEMININE):
        return form
    if found in (form, form.removesuffix("e")) and (form.startswith(_WITH_GE) or found.endswith("eerd")):
        return participle(found) or found
    if is_verb(found) or found == form + "n":
        return _of_verb(form, without_ge(without_prefix(form, found)))
    if form.endswith("en") and found == form.removesuffix("n"):
        return next((man for man in singulars(form) if man.endswith(_MASCULINE) and _is_base(man)), found)
    return form if form in base_forms() and _is_word_of_its_own(form, found) else found


def _of_verb(form: str, verb: str) -> str:
    """A form that the dictionary reads as one of a verb: the noun or adjective it rather is, or else the verb."""
    if form in base_forms():
        return form if form in first_persons(verb) or form + "n" == verb else verb
    if form + "n" == verb:
        return _adjective(form) or (verb if form.endswith(("de", "te")) else form)
    noun = form.startswith(SEPARABLE) and is_bare_stem(form, verb) and _ends_in_noun(form)
    return form if noun else verb


def _ends_in_noun(form: str) -> bool:
    """Whether a form is a prefix and a noun: *uitval*, *instroom*, of which nobody writes the verb's first person."""
    return any(form.removeprefix(prefix) in base_forms() for prefix in SEPARABLE if form.startswith(prefix))


def _is_word_of_its_own(form: str, found: str) -> bool:
    """Whether a base form is no inflection: another gender (*agent*, *lerares*), a comparative that became a noun
    (*ouder*), or an infinitive that the dictionary reads as a noun (*opbouwen*)."""
    if form.endswith("en") and is_verb(form):
        return form.startswith(SEPARABLE)
    if form.endswith("er") and len(found) < len(form):
        return not (found.endswith("er") and form.startswith(found))
    inflected = found in adjectives(form) or found in singulars(form)
    return not inflected and (len(found) >= len(form) or form.endswith(_FEMININE))


def _joined(form: str, found: str) -> str:
    """The lemma of an entry that the dictionary gives in parts, with the linking letters of its form: *raad_lid*."""
    head, _, tail = found.rpartition("_")
    for cut in range(len(head), len(head) + 3):
        if dictionary_lemma(form[cut:]) == tail:
            return form[:cut] + tail
    return found.replace("_", "")


def _by_inflection(form: str) -> str:
    """The lemma of a form that the dictionary lacks while it has the word."""
    if len(form) < MIN_RULE:
        return ""
    found = participle(form) or separable(form)
    if not found and form.endswith(("je", "jes")):
        found = _known(diminished(form))
    if not found:
        found = _known(singulars(form)) or _adjective(form)
    if not found and form.endswith("e"):
        found = participle(form.removesuffix("e"))
    if found.startswith(_WITH_GE) or found.endswith("eerd"):
        found = participle(found) or found
    if found:
        return found
    verb = next(filter(is_verb, infinitives(form)), "")
    return "" if form.startswith(SEPARABLE) and verb and is_bare_stem(form, verb) else verb


def _adjective(form: str) -> str:
    """The adjective that a form is inflected from; a noun (*hit* for *hitte*) has no degrees and no such ending."""
    for word in adjectives(form):
        if _is_base(word) and (
            word.endswith(_ADJECTIVE)
            or dictionary_lemma(form + "r") == word
            or dictionary_lemma(word + "st") == word
        ):
            return word
    return ""


def _known(proposals: Iterable[str]) -> str:
    """The first proposal that the dictionary has as a lemma; empty where it has none."""
    return next((word for word in proposals if len(word) > 1 and _is_base(word)), "")


def _is_base(word: str) -> bool:
    return dictionary_lemma(word) == word or word in base_forms()


def _by_tail(word: str) -> str:
    """The lemma of an unknown compound: what stands before its longest known tail, and that tail's lemma."""
    for cut in range(3, len(word) - MIN_TAIL + 1):
        tail, head = word[cut:], word[:cut]
        known = tail in exceptions.LEMMAS or dictionary_lemma(tail)
        if known and compounds.is_first_part(head) and compounds.is_part(fold(tail)):
            return head + part_lemma(tail, True)
    return ""


def _by_ending(word: str) -> str:
    for ending, replacement in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word.removesuffix(ending) + replacement
    if word.endswith("en") and len(word) > 5 and word[-3] == word[-4]:
        return word[:-3]
    return word
