"""When somebody was born: dates that the words around them make a date of birth."""

import re
from collections.abc import Iterator

from content.nlp.screen.findings import BIRTH_DATE, Finding
from content.nlp.screen.spelled import DAYS, NUMBERS, ORDINALS

_MONTH = (
    r"(?:jan(?:uari)?|feb(?:r(?:uari)?)?|maart|mrt|apr(?:il)?|mei|juni?|juli?|aug(?:ustus)?|sept?(?:ember)?|okt(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\.?"
)
_YEAR_IN_WORDS = (
    rf"(?:tweeduizend(?:\s?(?:en\s)?{NUMBERS})?|"
    rf"negentien(?:\s?honderd)?\s?(?:en\s)?{NUMBERS}|twintig\s?{NUMBERS})"
)
_YEAR = r"(?:(?:19|20)\d\d|['’`]\s?\d\d)"
_DAY = rf"(?:[0-3]?\d(?:e|ste|de)?|{ORDINALS}|{DAYS})"
_DATE = (
    rf"(?:{_DAY}\s{{1,2}}{_MONTH},?\s{{1,2}}(?:{_YEAR}|{_YEAR_IN_WORDS}|\d\d(?=\W|$))"
    rf"|[0-3]?\d\s?[\-/.]\s?(?:[01]?\d|{_MONTH})\s?[\-/.]\s?(?:(?:19|20)\d\d|['’`]?\d\d)"
    rf"|[0-3]?\d\s(?:0?[1-9]|1[0-2])\s(?:19|20)\d\d|(?:19|20)\d\d[\-/.][01]?\d[\-/.][0-3]?\d)(?!\d)"
)
_SOLID_DATE = r"(?:[0-3]\d[01]\d(?:19|20)?\d\d|(?:19|20)\d\d[01]\d[0-3]\d)(?!\d)"
_PERSON = (
    r"(?:zoon(?:tje)?|dochter(?:tje)?|kind(?:je)?|jongen|jongetje|meisje|moeder|vader|broer(?:tje)?|zus(?:je)?|baby|"
    r"tweeling|cli[eë]nte?|mevrouw|meneer|peuter|kleuter|puber|oudste|jongste|middelste|oma|opa|leerling|pupil|"
    r"jongere|man|vrouw|"
    r"partner|ex|mama|papa|hij|zij|ze|betrokkene|verdachte)"
)
_BORN = (
    r"\b(?:geb(?:oren|oorte|\.)?|geb\.?\s?(?:dat(?:um)?|dd)\.?|geboortedat(?:um|a)|geboortedag|geboortejaar|geb(?:jaar|dat(?:um)?)|gd|g\.d\.?|dob|d\.o\.b\.?|jarig|"
    r"verjaardag|verjaart|verjaard|bevallen\sop)(?!\w)"
)
_BEFORE = re.compile(
    rf"{_BORN}(?:[^.!?\n]|\.\s?(?=[:\d])|\bd\.d\.|\n(?=\d)){{0,40}}?(?<!\d)(?P<date>{_DATE}|{_SOLID_DATE})",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    rf"(?P<date>(?<!\d){_DATE})[^.!?\n]{{0,25}}\b(?:geboren|jarig|ter\swereld)\b", re.IGNORECASE
)
_SAID_WHOSE = re.compile(rf"(?P<date>(?<!\d){_DATE})\s?\((?:de\s|het\s)?{_PERSON}\b", re.IGNORECASE)
_STARRED = re.compile(rf"(?:\*|°)\s?(?P<date>{_DATE})", re.IGNORECASE)
_OF_PERSON = re.compile(
    rf"\b(?:{_PERSON}|[mv](?=[,;]))(?:\s\d(?![\d.\-/]))?\s{{0,2}}[,;(:]?\s{{0,2}}(?:(?:is|zijn)\s)?(?:van\s)?(?P<date>{_DATE})",
    re.IGNORECASE,
)
_DAY_AND_MONTH = r"[0-3]?\d[-/][01]?\d(?![\d\-/])"
# A birthday without a year: only where it is called one.
_BIRTHDAY = re.compile(
    rf"\b(?:op\s)(?P<date>{_DAY}\s{_MONTH}|{_DAY_AND_MONTH})"
    rf"(?=\s(?:is\s\w{{1,15}}\s)?(?:jarig|verjaard)|[^.!?\n]{{0,20}}\b(?:jarig|\d{{1,2}}\sjaar\sgeworden)\b)"
    rf"|\b(?:jarig|verjaardag)\b[^.!?\n]{{0,12}}?(?P<other>\b{_DAY}\s{_MONTH})(?!\s?\d{{3}})",
    re.IGNORECASE,
)
# Without a day or a year: only right behind the word.
_BORN_PART = re.compile(
    rf"\b(?:geboren|geb\.?)\s(?:op\s|in\s)?(?P<date>(?:{_DAY}\s)?{_MONTH}(?:\s(?:19|20)\d\d)?\b(?!\s?\d)|"
    rf"{_DAY_AND_MONTH})",
    re.IGNORECASE,
)
_TURNS = re.compile(
    rf"\bop\s(?P<date>{_DAY}\s{_MONTH})\s(?:wordt|werd)\s(?:\w{{1,20}}\s){{1,2}}(?:\d{{1,2}}|{NUMBERS})\b"
    rf"|\b(?:wordt|werd)\s(?:op\s)?(?P<other>{_DAY}\s{_MONTH})\s(?:\d{{1,2}}|{NUMBERS})\b",
    re.IGNORECASE,
)
_BORN_COLUMN = re.compile(rf"(?:{_BORN}|geboortedatum)", re.IGNORECASE)
_COLUMNS = re.compile(r"[;|\t]|,[^,]{0,60},")
_ANY = re.compile(rf"(?<!\d){_DATE}", re.IGNORECASE)
NEAR = 3  # characters between a name and a date that belongs to it


def birth_dates(text: str) -> list[Finding]:
    """Dates of birth: called so, or standing beside a person or a star."""
    found = [
        Finding(*match.span("date"), BIRTH_DATE)
        for pattern in (_BEFORE, _BEHIND, _SAID_WHOSE, _STARRED, _OF_PERSON, _BORN_PART)
        for match in pattern.finditer(text)
    ]
    for pattern in (_BIRTHDAY, _TURNS):
        for match in pattern.finditer(text):
            found.append(Finding(*match.span("date" if match["date"] else "other"), BIRTH_DATE))
    return [*found, *_in_column(text)]


def _in_column(text: str) -> Iterator[Finding]:
    """Dates in the rows of a pasted table whose head says that they are of birth."""
    table = False
    start = 0
    for line in text.splitlines(keepends=True):
        columns = _COLUMNS.search(line) is not None
        if table and columns:
            for match in _ANY.finditer(text, start, start + len(line)):
                yield Finding(*match.span(), BIRTH_DATE)
        table = columns and (table or bool(_BORN_COLUMN.search(line)))
        start += len(line)


def dates_behind(text: str, names: list[Finding]) -> list[Finding]:
    """Dates that follow directly on a name: *Jan de Vries (12-03-2015)*."""
    ends = {name.end for name in names}
    found = []
    for match in _ANY.finditer(text):
        for end in range(match.start() - NEAR, match.start() + 1):
            if end in ends and not text[end : match.start()].strip(" ,;:(*-"):
                found.append(Finding(*match.span(), BIRTH_DATE))
                break
    return found
