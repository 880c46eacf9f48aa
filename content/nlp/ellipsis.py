"""Words that share a part and write it once: *jeugd- en gezinshulp* says *jeugdhulp*, *schuldhulp en -preventie* says
*schuldpreventie*, *in- en uitstroom* says *instroom*."""

import re
from collections.abc import Iterator, Sequence

from content.nlp.compounds import surface_parts
from content.nlp.inflection import SEPARABLE
from content.nlp.lemmas import lemma
from content.nlp.tokens import Token, fold
from content.nlp.words import dictionary_lemma

REACH = 8  # words within which the shared part must come
JOINING = frozenset(["en", "of", "en/of", "tot", "dan", "wel", "als", "plus", "noch", "ook"])
LEAST = 3  # letters of a shared part
_MAY_HAVE = re.compile(r"\w[-‐‑][\s,/)]|[\s,/(][-‐‑]\w")
_OPEN_END = re.compile(r"[-‐‑](?=[\s,/)])")  # behind a word whose last part comes later
_OPEN_START = re.compile(r"\s+[-‐‑]")  # before a word whose first part came earlier
_BETWEEN = re.compile(r"[-‐‑]?[\s,/()]*[-‐‑]?")


def completed(text: str, tokens: Sequence[Token]) -> dict[int, str]:
    """The number of each word that leaves a part out, to the word in full; linear in the text's length."""
    if not _MAY_HAVE.search(text):
        return {}
    return {**dict(_with_end(text, tokens)), **dict(_with_start(text, tokens))}


def _with_end(text: str, tokens: Sequence[Token]) -> Iterator[tuple[int, str]]:
    """Words with a hyphen behind them, with the last part of the first whole word after them."""
    for number, token in enumerate(tokens):
        if not _OPEN_END.match(text, token.end):
            continue
        whole = next(_following(text, tokens, number), None)
        full = _ended(fold(token.text), lemma(whole.text)) if whole else ""
        if full:
            yield number, full


def _following(text: str, tokens: Sequence[Token], number: int) -> Iterator[Token]:
    """The whole word that a list of open words runs up to."""
    for place in range(number + 1, min(number + 1 + REACH, len(tokens))):
        if not _BETWEEN.fullmatch(text, tokens[place - 1].end, tokens[place].start):
            return
        is_open = _OPEN_END.match(text, tokens[place].end)
        if tokens[place].text.lower() not in JOINING and not is_open:
            yield tokens[place]
            return


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


def _with_start(text: str, tokens: Sequence[Token]) -> Iterator[tuple[int, str]]:
    """Words with a hyphen before them, with the first part of the compound that they are joined to."""
    for number in range(2, len(tokens)):
        before, joining, token = tokens[number - 2 : number + 1]
        if joining.text.lower() not in JOINING or not _OPEN_START.fullmatch(text, joining.end, token.start):
            continue
        whole = lemma(before.text)
        parts = surface_parts(whole)
        if len(parts) > 1:
            yield number, whole[: whole.find(parts[1], len(parts[0]))] + fold(token.text)
