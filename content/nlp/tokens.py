"""Words and sentences of a Dutch text, with the characters they stand on."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

# A word: letters and digits, with inner hyphens, apostrophes, dots between digits and slashes kept apart.
# Possessive or no, every branch consumes what it matched, so that matching is linear in the text.
_WORD = re.compile(
    r"https?://\S+"
    r"|[\w.+-]+@\w[\w-]*(?:\.[\w-]+)+"
    r"|['’]s(?=[\s-])"
    r"|\d+(?:[.,:]\d+)*(?:[-–]?[^\W\d_]+)?(?:-[^\W_]+)*"
    r"|[^\W_]+(?:['’][^\W\d_]+|-[^\W_]+)*(?:\+\+)?",
)
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


@dataclass(frozen=True, slots=True)
class Token:
    """A word as it stands in the text; ``start`` and ``end`` count characters."""

    text: str
    start: int
    end: int


def tokenize(text: str) -> list[Token]:
    """The words of a text in order; punctuation and white space are left out. Linear in the text's length."""
    return [Token(match.group(), match.start(), match.end()) for match in _WORD.finditer(text)]


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
