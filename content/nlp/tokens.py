"""Words and sentences of a Dutch text, with the characters they stand on."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

# A word: letters and digits, with inner hyphens, apostrophes, dots between digits and slashes kept apart.
# Possessive or no, every branch consumes what it matched, so that matching is linear in the text.
_PATTERN = (
    r"https?://\S+"
    r"|[\w.+-]+@\w[\w-]*(?:\.[\w-]+)+"
    r"|['’]s-[^\W_]+(?:-[^\W_]+)*"
    r"|['’]s(?=[\s-])"
    r"|\d+(?:[.,:]\d+)*(?:[-–‐‑]?[^\W\d_]+)?(?:[-‐‑][^\W_]+)*"
    # Letters with a dot behind each: *g.g.z.*, *o.a.*, *g.g.z.-instelling*.
    r"|[^\W\d_]\.[^\W\d_]\.(?:[^\W\d_]\.)*(?![^\W\d_]{2})(?:[^\W\d_](?![^\W_]))?(?:-[^\W_]+)*"
    r"|[^\W_]+(?:['’][^\W\d_]+|[-‐‑][^\W_]+)*(?:\((?:e?n|e?s|e|(?:e?re)?n)\)|\+\+)?"
)
_WORD = re.compile(_PATTERN)
# Soft hyphens, joiners and accents that stand apart from their letter are inside words; few texts have them.
_INSIDE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_UNSEEN = re.compile(f"[{_INSIDE}\u0300-\u036f]")
_WORD_WITH_UNSEEN = re.compile(_PATTERN.replace(r"[^\W_]+", rf"[^\W_](?:[^\W_]|[{_INSIDE}\u0300-\u036f])*"))
_SAME = str.maketrans({"’": "'", "‘": "'", "‐": "-", "‑": "-"} | dict.fromkeys(_INSIDE))
_OPTIONAL_ENDING = re.compile(r"\(\w+\)$")
_SENTENCE_END = re.compile(r"[.!?…]+[\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-ZÀ-Þ0-9])|\n+")
_ABBREVIATIONS = frozenset(
    [
        "a.d.h.v.",
        "b.v.",
        "bijv.",
        "bv.",
        "ca.",
        "d.w.z.",
        "dhr.",
        "dr.",
        "drs.",
        "e.d.",
        "e.a.",
        "enz.",
        "evt.",
        "i.p.v.",
        "incl.",
        "ing.",
        "ir.",
        "m.b.t.",
        "m.n.",
        "max.",
        "mevr.",
        "min.",
        "mr.",
        "mw.",
        "nl.",
        "nr.",
        "o.a.",
        "o.l.v.",
        "p.",
        "pag.",
        "par.",
        "prof.",
        "resp.",
        "st.",
        "t.a.v.",
        "t.o.v.",
        "vgl.",
        "vnl.",
        "z.d.",
        "zgn.",
    ]
)


made = tuple.__new__
"""Makes a named tuple of a tuple of its fields, as its own class does, but without calling Python for each word."""


class Token(NamedTuple):
    """A word as it stands in the text; ``start`` and ``end`` count characters."""

    text: str
    start: int
    end: int


def tokenize(text: str) -> list[Token]:
    """The words of a text in order; punctuation and white space are left out. Linear in the text's length."""
    return [made(Token, (match[0], *match.span())) for match in matches(text)]


def matches(text: str) -> list[re.Match[str]]:
    """The words of a text as they were met, for who needs but a few of them as tokens."""
    pattern = _WORD if text.isascii() or not _UNSEEN.search(text) else _WORD_WITH_UNSEEN
    return list(pattern.finditer(text))


def plainly_written(word: str) -> str:
    """A word in lower case without what only its spelling has: other apostrophes and hyphens, soft hyphens, dots between
    letters (*g.g.z.*), an ending in brackets (*ouder(s)*), and the article of a name (*'s-Gravenhage*)."""
    lower = word.lower()
    if not lower.isascii():
        lower = unicodedata.normalize("NFC", lower.translate(_SAME)).strip()
    if lower.endswith(")"):
        lower = _OPTIONAL_ENDING.sub("", lower)
    if lower[1:2] == "." and not lower[0].isdigit():
        lower = lower.replace(".", "")
    return lower.removeprefix("'s-") or word


@lru_cache(maxsize=200_000)
def fold(text: str) -> str:
    """Lower case without diacritics or typographic apostrophes: ``Eén`` → ``een``."""
    if text.isascii():
        return text.lower()
    spread = unicodedata.normalize("NFKD", text.replace("’", "'"))
    return "".join(char for char in spread if not unicodedata.combining(char)).lower()


def sentences(text: str) -> list[tuple[int, int]]:
    """Start and end of each sentence or line that has a word. A full stop after a known abbreviation ends none."""
    spans, start = [], 0
    for match in _SENTENCE_END.finditer(text):
        before = text[max(start, match.start() - 12) : match.end()].split()
        if before and before[-1].lower() in _ABBREVIATIONS:
            continue
        spans.append((start, match.end()))
        start = match.end()
    spans.append((start, len(text)))
    return [_trimmed(text, *span) for span in spans if text[span[0] : span[1]].strip()]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    part = text[start:end]
    return start + len(part) - len(part.lstrip()), start + len(part.rstrip())
