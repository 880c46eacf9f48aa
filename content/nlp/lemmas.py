"""Dutch lemmas: simplemma's dictionary, corrected for the words of this field, with rules for what it lacks.

The dictionary maps a form to one lemma without context. Where a form is both a noun (*verzuim*, *huur*) and a form of a
verb, the noun is kept: the texts of this field name things. What the dictionary lacks is mostly a compound, whose last
part carries the inflection, so its lemma is made from that part.
"""

import re
from functools import lru_cache

from content.nlp import compounds
from content.nlp.data import exceptions
from content.nlp.tokens import fold
from content.nlp.words import base_forms, dictionary_lemma

MIN_TAIL = 4
_ACRONYM = re.compile(r"^[A-Z0-9][A-Z0-9&/+-]{1,9}s?$")
_VOWELS = "aeiou"
# Plural and diminutive endings, longest first: (ending, replacement). Applied only to words the dictionary lacks.
_ENDINGS = (
    ("heden", "heid"),
    ("ieën", "ie"),
    ("ieen", "ie"),
    ("eeën", "ee"),
    ("etjes", "et"),
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


@lru_cache(maxsize=200_000)
def _lemma(word: str) -> str:
    lower = word.lower().replace("’", "'")
    folded = fold(lower)
    if folded in exceptions.LEMMAS:
        return exceptions.LEMMAS[folded]
    if is_acronym(word):
        return folded.removesuffix("s") if word[-1] == "s" else folded
    for form in (lower, folded):
        found = dictionary_lemma(form)
        if found:
            return fold(_keep_noun(form, found))
    if "-" in lower:
        head, _, tail = lower.rpartition("-")
        return fold(f"{head}-{_lemma(tail)}") if head and tail else folded.strip("-")
    return fold(_by_tail(lower) or _by_rule(lower))


def is_acronym(word: str) -> bool:
    """Whether a word is written as an abbreviation: all capitals, perhaps with a plural s (*OTS*, *GI's*, *MDO*)."""
    return bool(_ACRONYM.match(word)) and any(char.isalpha() for char in word)


def _keep_noun(form: str, found: str) -> str:
    """The form itself where it is a base form of its own that the dictionary reads as an inflection."""
    if found == form or form not in base_forms():
        return found
    stem_of_verb = found.endswith("n") and form in first_persons(found)
    comparative = form.endswith("er") and not found.endswith("er")
    return form if stem_of_verb or comparative else found


@lru_cache(maxsize=50_000)
def first_persons(infinitive: str) -> tuple[str, ...]:
    """The spellings a verb's stem may have: *huren* → *hur*, *huur*; *stressen* → *stress*, *stres*."""
    stem = infinitive.removesuffix("en") if infinitive.endswith("en") else infinitive.removesuffix("n")
    forms = [stem]
    if len(stem) > 2 and stem[-1] == stem[-2]:
        forms.append(stem[:-1])
    if len(stem) > 1 and stem[-1] not in _VOWELS and stem[-2] in _VOWELS:
        forms.append(stem[:-1] + stem[-2] + stem[-1])
    hard = {"v": "f", "z": "s"}
    return tuple(forms + [form[:-1] + hard[form[-1]] for form in forms if form and form[-1] in hard])


def _by_tail(word: str) -> str:
    """The lemma of an unknown compound: what stands before its longest known tail, and that tail's lemma."""
    for cut in range(3, len(word) - MIN_TAIL + 1):
        tail, head = word[cut:], word[:cut]
        known = exceptions.LEMMAS.get(tail) or dictionary_lemma(tail)
        if known and compounds.is_first_part(head) and compounds.is_part(fold(tail)):
            return head + fold(_keep_noun(tail, known))
    return ""


def _by_rule(word: str) -> str:
    for ending, replacement in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word.removesuffix(ending) + replacement
    if word.endswith("en") and len(word) > 5:
        stem = word[:-2]
        if stem[-1] == stem[-2]:
            return stem[:-1]
        return word
    return word
