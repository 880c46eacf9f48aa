"""The words of a text as the search for names sees them."""

import re
from dataclasses import dataclass

from content.nlp.data.person_words import ABBREVIATED

LOOK_BACK = 8  # characters in which the end of a sentence is looked for
# Addresses of pages are passed over: no words of theirs are anybody's name.
_TOKEN = re.compile(
    r"(?P<url>(?:https?://|www\.)\S+)|(?P<initials>[A-ZÀ-Þ]\.(?:-?[A-ZÀ-Þ]\.){0,9})|"
    r"[^\W\d_]{1,60}(?:[-'’`][^\W\d_]{1,60}){0,6}",
    re.UNICODE,
)
_POSSESSIVE = re.compile(r"['’`]s?$")
_SHORTENED = frozenset(["v", "d", "vd"])  # with a point behind it a part of a surname: *Ilse v.d. Meer*
_ARTICLE = re.compile(r"(?:al|el|ad|as|ar|an|at|az|ben|bin|abu|ait|ou)-[A-ZÀ-Þ]")
_SENTENCE_END = re.compile(r"[.!?:;\n•\-–\"“(\[]\s{0,6}$")


@dataclass(frozen=True, slots=True)
class Word:
    """A word or initials, with what its writing says."""

    text: str  # without a possessive *'s*
    lower: str
    start: int
    end: int
    capital: bool
    opens: bool  # the first word of a sentence
    initials: bool
    joined: bool  # only blanks between the word before and this one
    possessive: bool
    marked: bool  # only a comma, colon, dash or bracket between the word before and this one


def words_of(text: str) -> list[Word]:
    """The words of a text and its initials (*A.B.*), in order; the work grows in step with the text."""
    words: list[Word] = []
    for match in _TOKEN.finditer(text):
        if match["url"]:
            continue
        raw = match.group()
        bare = _POSSESSIVE.sub("", raw)
        before = text[max(0, match.start() - LOOK_BACK) : match.start()]
        between = text[words[-1].end : match.start()] if words else ""
        initials = match["initials"] is not None
        shortened = bool(words) and (
            (words[-1].text in _SHORTENED and not between.strip(" ."))
            or (raw == "t" and between.strip() in ("'", "’", "`"))
        )
        title = bool(words) and words[-1].lower in ABBREVIATED and between.startswith(".")
        words.append(
            Word(
                text=bare,
                lower=bare.lower().replace("’", "'").replace("i\u0307", "i"),
                start=match.start(),
                end=match.end(),
                capital=raw[0].isupper() or bool(_ARTICLE.match(raw)),
                opens=not words
                or (bool(_SENTENCE_END.search(before)) and not words[-1].initials and not title),
                initials=initials,
                joined=bool(words)
                and (not between.strip() or shortened or (title and not between.strip(" ."))),
                marked=bool(words) and bool(between.strip()) and not between.strip(" ,:(-"),
                possessive=bare != raw or text[match.end() : match.end() + 1] in ("'", "’"),
            )
        )
    return words
