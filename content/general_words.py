"""A text with general words in the place of what is personal, in sentences that can still be read.

*Kevin (9) slaat mevrouw De Vries* becomes *Een kind van 8 tot 12 slaat de moeder*. Numbers and addresses of mail are taken
out with the words that announce them. It is a proposal: whoever wrote the text reads it before it goes anywhere.
"""

import datetime
import re
from collections.abc import Iterable, Iterator

from content.ages import age_on, band
from content.general_people import REACH, SOMEBODY, SOMEBODY_ELSE, Edit, People
from content.nlp.screen import Finding
from content.nlp.screen.findings import (
    ADDRESS,
    BIRTH_DATE,
    BSN,
    CASE_NUMBER,
    EMAIL,
    IBAN,
    NAME,
    PHONE,
    PLATE,
)

HOME = "het adres van het gezin"
SOME_DAY = "een bepaalde dag"
_WHOSE = r"(?:(?:het|de|zijn|haar|hun|mijn|ons|een)\s)?"
_SIGNS = r"[\s:.=]{0,3}$"
# Of each kind: what goes with it where it stands right before it, and what stands there instead.
INSTEAD: dict[str, tuple[tuple[str, str], ...]] = {
    BSN: (
        (rf"(?:\b(?:met|onder|via)\s)?{_WHOSE}\b(?:bsn|burgerservice\w{{0,8}}|burger service ?(?:nummer)?|sofinummer)\s?"
         rf"(?:(?:nummer|nr)\.?)?(?:\sis)?{_SIGNS}", ""),
        ("$", "een nummer"),
    ),
    PHONE: (
        (rf"\b(?:op|via|onder|naar|vanaf)\s{_WHOSE}(?:(?:telefoon)?nummer|tel|telefoon|mobiel)?{_SIGNS}", "per telefoon"),
        (r"\b(?:telefoonnummer|tel|telefoon|mobiel|nr)\.?[\s:]{1,3}$", ""),
        (r"(?<=\bbel\s)$", ""),
        ("$", "een telefoonnummer"),
    ),
    EMAIL: (
        (rf"\b(?:via|naar|vanaf|met)\s{_WHOSE}(?:e-?mail(?:adres)?|mail(?:adres)?|adres)?{_SIGNS}", "per mail"),
        (r"\b(?:e-?mail(?:adres)?|mailadres|mail)[\s:]{1,3}$", ""),
        ("$", "een mailadres of profiel"),
    ),
    IBAN: (
        (rf"{_WHOSE}\b(?:iban|(?:nl-?)?(?:bank)?rekening(?:nummer|nr)?|rek\.?\s?(?:nr|nummer)?){_SIGNS}", "de bankrekening"),
        ("$", "de bankrekening"),
    ),
    CASE_NUMBER: (
        (rf"{_WHOSE}\b\w{{0,14}}(?:zaak|dossier|parket)(?:nummer|nr)?\.?{_SIGNS}", "de zaak"),
        (r"(?<=nummer\s)$|(?<=nr\s)$|(?<=nr\.\s)$|(?<=kaart\s)$", ""),
        ("$", "de zaak"),
    ),
    PLATE: (
        (rf"{_WHOSE}\b(?:kenteken(?:nummer)?|nummerbord){_SIGNS}", "een kenteken"),
        (r"(?<=auto\s)$|(?<=motor\s)$|(?<=scooter\s)$|(?<=busje\s)$|(?<=bus\s)$|(?<=wagen\s)$", ""),
        (r"\b(?:de|een|het)\s$", "een auto"),
        ("$", "een auto"),
    ),
    ADDRESS: (
        (r"\b(?:in|op|aan|te)\s(?:(?:de|het)\s)?$", f"op {HOME}"),
        (rf"{_WHOSE}\b(?:adres|woonadres|postadres)\s?[:=]\s?$", HOME),
        (r"\b(?:de|het)\s$", HOME),
        ("$", HOME),
    ),
}  # fmt: skip
_INSTEAD = {
    kind: tuple((re.compile(before, re.IGNORECASE), words) for before, words in rows)
    for kind, rows in INSTEAD.items()
}
_BORN = re.compile(
    r"(?:(?<!\bwerd\s)\b(?:geboren|geb\.?\s?dat(?:um)?|geb|geboortedatum|d\.o\.b|dob)\.?(?:\s(?:op|in|is|d\.d\.))?[\s:.]{0,3}|"
    r"[*°]\s?)$",
    re.IGNORECASE,
)
_ON = re.compile(r"\bop\s$", re.IGNORECASE)
_OPENING = re.compile(r"(?:^|[.!?\n]\s{0,3})[\"'‘“(]?$")
_ABBREVIATED = re.compile(
    r"(?:\b(?:nr|mw|mevr|dhr|dr|mr|tel|geb|fam|str|ca|bijv)|\b\w|\.\w)\.\s{0,3}$", re.IGNORECASE
)
_SEVERAL = re.compile(rf"([Dd]){SOMEBODY[1:]}(?:, {SOMEBODY_ELSE})*,? en {SOMEBODY_ELSE}")
_BETWEEN_ADDRESSES = re.compile(r"\s?,?\s{0,2}")


def in_general_words(text: str, findings: Iterable[Finding], today: datetime.date) -> str:
    """The text with general words in the place of each finding.

    Args:
        text: as it was screened.
        findings: of that text.
        today: for the ages that dates of birth mean.
    """
    result, done = "", 0
    for edit in _edits(text, _joined(text, sorted(findings)), today):
        result += text[done : edit.start]
        words, done = edit.words, edit.end
        if not words:
            result, done = _closed(result, text, done)
        if _OPENING.search(result) and not _ABBREVIATED.search(result):
            words, done = _capital(words, text, done)
        result += words
    return _SEVERAL.sub(r"\1eze personen", result + text[done:])


def _edits(text: str, findings: list[Finding], today: datetime.date) -> Iterator[Edit]:
    people, floor = People(text), 0
    for number, found in enumerate(findings):
        ceiling = findings[number + 1].start if number + 1 < len(findings) else len(text)
        if found.kind == NAME:
            edit = people.edit(found.start, found.end, floor, ceiling)
        elif found.kind == BIRTH_DATE:
            edit = _date(text, found, floor, today)
        else:
            edit = _number(text, found, floor)
        yield edit
        floor = edit.end


def _joined(text: str, findings: list[Finding]) -> list[Finding]:
    """A street and the postcode behind it are one address."""
    result: list[Finding] = []
    for found in findings:
        last = result[-1] if result else None
        if (
            last
            and last.kind == found.kind == ADDRESS
            and _BETWEEN_ADDRESSES.fullmatch(text, last.end, found.start)
        ):
            result[-1] = Finding(last.start, found.end, ADDRESS)
        else:
            result.append(found)
    return result


def _date(text: str, found: Finding, floor: int, today: datetime.date) -> Edit:
    written = text[found.start : found.end].rstrip(".")
    end = found.start + len(written)
    age = age_on(written, today)
    if age is None:
        return Edit(found.start, end, SOME_DAY)
    before = text[max(floor, found.start - REACH) : found.start]
    born = _BORN.search(before)
    if born is None and _ON.search(before):
        return Edit(found.start, end, SOME_DAY)
    years = band(age)
    words = f"{years} jaar" if " tot " in years else years.replace(" of", " jaar of")
    return Edit(found.start - (len(before) - born.start() if born else 0), end, words)


def _number(text: str, found: Finding, floor: int) -> Edit:
    before = text[max(floor, found.start - REACH) : found.start]
    if before.endswith("(") and text[found.end : found.end + 1] == ")":
        return Edit(found.start, found.end, "")
    for pattern, words in _INSTEAD[found.kind]:
        if match := pattern.search(before):
            return Edit(found.start - len(before) + match.start(), found.end, words)
    return Edit(found.start, found.end, "")


def _closed(result: str, text: str, done: int) -> tuple[str, int]:
    """Without the brackets or the blank that stood around what was taken out."""
    if result.endswith("(") and text[done : done + 1] == ")":
        result, done = result[:-1], done + 1
    if text[done : done + 1] in ("", " ", ".", ",", ";", ":", "!", "?", ")", "\n"):
        result = result.rstrip(" ") if result.strip() else result
    if _OPENING.search(result):
        done += len(text[done:]) - len(text[done:].lstrip(" ,;:."))
    elif result.endswith(",") and text[done : done + 1] == ",":
        done += 1
    return result, done


def _capital(words: str, text: str, done: int) -> tuple[str, int]:
    """A sentence begins with a capital, also where its first words were taken out."""
    if words:
        return words[0].upper() + words[1:], done
    behind = text[done:].lstrip(" ,")
    return text[done : len(text) - len(behind)] + behind[:1].upper(), len(text) - len(behind) + len(
        behind[:1]
    )
