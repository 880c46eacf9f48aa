"""What to write in the place of a name or a date of birth, by what stands around it."""

import datetime
import re

from content.ages import GROWN_UP, age_on
from content.nlp.data.person_words import KIN
from content.nlp.screen import Finding
from content.nlp.screen.findings import BIRTH_DATE, NAME

REACH = 20  # characters before a name that say who it is
WOMEN = frozenset(["mevrouw", "mevr", "mw"])
MEN = frozenset(["meneer", "mijnheer", "dhr", "heer", "hr"])
FAMILIES = frozenset(["familie", "fam", "gezin"])
_OWN_TITLE = re.compile(r"(\w{2,20})\W")
_WORD_BEFORE = re.compile(r"(\w{2,20})\W{1,3}$")


def safe_words(text: str, finding: Finding, today: datetime.date) -> str:
    """General words for a finding, as *een moeder* or *een kind van 8*; empty where the text does not say which.

    Args:
        text: in which it was found.
        today: for the age that a date of birth means.
    """
    if finding.kind == BIRTH_DATE:
        return _age_words(age_on(text[finding.start : finding.end], today))
    if finding.kind == NAME:
        before = _WORD_BEFORE.search(text[max(0, finding.start - REACH) : finding.start])
        own = _OWN_TITLE.match(text[finding.start : finding.end])
        return (own and _person_words(own.group(1))) or (before and _person_words(before.group(1))) or ""
    return ""


def _person_words(said: str) -> str:
    word = said.lower()
    if word in WOMEN:
        return "een moeder"
    if word in MEN:
        return "een vader"
    if word in FAMILIES:
        return "een gezin"
    return f"een {word}" if word in KIN else ""


def _age_words(age: int | None) -> str:
    if age is None:
        return ""
    return f"een kind van {age}" if age < GROWN_UP else f"iemand van {age}"
