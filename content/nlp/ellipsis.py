"""Words that share a part and write it once: *jeugd- en gezinshulp* says *jeugdhulp*, *schuldhulp en -preventie* says
*schuldpreventie*, *in- en uitstroom* says *instroom*."""

import re
from collections.abc import Sequence

from content.nlp.compounds import surface_parts
from content.nlp.inflection import SEPARABLE
from content.nlp.lemmas import lemma
from content.nlp.tokens import fold
from content.nlp.words import dictionary_lemma

REACH = 8  # words within which the shared part must come
JOINING = frozenset(["en", "of", "en/of", "tot", "dan", "wel", "als", "plus", "noch", "ook"])
LEAST = 3  # letters of a shared part
# Where a part is left out: behind a hyphen (*jeugd-*, its ``end``) or before one (*-hulp*).
_OPEN = re.compile(r"[-‐‑](?:(?<=\w.)(?P<end>(?=[\s,/)]))|(?<=\s.)(?=\w))")
_BETWEEN = re.compile(r"[-‐‑]?[\s,/()]*[-‐‑]?")


Words = Sequence[re.Match[str]]


def completed(text: str, words: Words) -> dict[int, str]:
    """The number of each word that leaves a part out, to the word in full; linear in the text's length."""
    places = [(match.start(), match.end(), match.group("end") is not None) for match in _OPEN.finditer(text)]
    if not places:
        return {}
    by_end = {word.end(): number for number, word in enumerate(words)}
    by_start = {word.start(): number for number, word in enumerate(words)}
    found: dict[int, str] = {}
    for start, end, is_behind in places:
        number = by_end.get(start) if is_behind else by_start.get(end)
        if number is not None:
            found[number] = (_with_end if is_behind else _with_start)(text, words, number)
    return {number: full for number, full in found.items() if full}


def _with_end(text: str, words: Words, number: int) -> str:
    """A word with a hyphen behind it, with the last part of the first whole word after it; empty where that has none."""
    for place in range(number + 1, min(number + 1 + REACH, len(words))):
        if not _BETWEEN.fullmatch(text, words[place - 1].end(), words[place].start()):
            return ""
        if words[place][0].lower() not in JOINING and not _OPEN.match(text, words[place].end()):
            return _ended(fold(words[number][0]), lemma(words[place][0]))
    return ""


def _ended(start: str, whole: str) -> str:
    """``gezins``, ``jeugdhulp`` → ``gezinshulp``; empty where the whole word has no part to share."""
    parts = surface_parts(whole)
    if len(parts) > 1:
        tail = whole[whole.find(parts[1], len(parts[0])) :]
        return start + tail if surface_parts(start + tail) else f"{start}-{tail}"
    for cut in range(2, len(whole) - LEAST):
        if dictionary_lemma(start + whole[cut:]) == start + whole[cut:]:
            return start + whole[cut:]
    if start in SEPARABLE:
        rests = (whole.removeprefix(prefix) for prefix in SEPARABLE if whole.startswith(prefix))
        return next((start + rest for rest in rests if dictionary_lemma(rest)), "")
    return ""


def _with_start(text: str, words: Words, number: int) -> str:
    """A word with a hyphen before it, with the first part of the compound that it is joined to."""
    if number < 2 or words[number - 1][0].lower() not in JOINING:
        return ""
    between = text[words[number - 1].end() : words[number].start()]
    whole = lemma(words[number - 2][0])
    parts = surface_parts(whole)
    if len(parts) < 2 or not between[:-1].isspace():
        return ""
    return whole[: whole.find(parts[1], len(parts[0]))] + fold(words[number][0])
