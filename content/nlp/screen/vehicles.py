"""Number plates of all Dutch series, and of other countries where they are called so."""

import re
from collections.abc import Iterator

from content.nlp.screen.findings import PLATE, Finding

CUE_REACH = 40  # characters beside a number plate in which a vehicle is named

_FORMS = (
    "AA-99-99", "99-99-AA", "99-AA-99", "AA-99-AA", "AA-AA-99", "99-AA-AA", "99-AAA-9",
    "9-AAA-99", "AA-999-A", "A-999-AA", "AAA-99-A", "A-99-AAA", "9-AA-999", "999-AA-9",
)  # fmt: skip
_BODY = "|".join(
    form.replace("-", "@").replace("A", "[A-Z]").replace("9", r"\d").replace("@", "[- ]{0,2}")
    for form in _FORMS
)
_WRITTEN = re.compile(rf"(?<![\w\-])(?!IQ)(?:{_BODY.replace('[- ]{0,2}', '-')})(?![\w\-])", re.IGNORECASE)
_LOOSE = re.compile(rf"(?<![\w\-])(?:{_BODY})(?![\w\-])", re.IGNORECASE)
_PLATE_WORD = r"\b(?:(?:\w{1,12})?kenteken(?:plaat)?|nummerbord|nummerplaat|plaatnummer|plaat)\b"
_VEHICLE = (
    r"\b(?:auto|autootje|bus|busje|scooter|brommer|motor|wagen|bestelbus|camper|caravan|taxi|aanhanger|voertuig|"
    r"bmw|golf|opel|"
    r"volkswagen|vw|audi|mercedes|fiat|renault|peugeot|toyota|ford|kia|seat|volvo|citro[eë]n|skoda|polo|corsa|clio)\b"
)
_CALLED = re.compile(rf"{_PLATE_WORD}[^.!?\n]{{0,25}}$", re.IGNORECASE)
_NEAR_VEHICLE = re.compile(rf"{_VEHICLE}[^.!?\n]{{0,25}}$", re.IGNORECASE)
_BEHIND = re.compile(
    r"[^.!?\n]{0,12}\b(?:kenteken|auto|scooter|geparkeerd|rijdt|reed|bestuur\w{0,6})\b", re.IGNORECASE
)
_FOREIGN = re.compile(
    rf"{_PLATE_WORD}\W{{0,3}}(?:is\s|met\s|"
    rf"van\s\w{{1,12}}\s)?(?P<plate>(?-i:[A-Z0-9]{{1,4}}(?:[ \-]?[A-Z0-9]{{1,5}}){{1,3}}))(?!\w)",
    re.IGNORECASE,
)
_FROM_ABROAD = re.compile(
    rf"\b(?:Poolse?|Duitse?|Belgische?|Roemeense?|Bulgaarse?|Hongaarse?|Franse?|Tsjechische?|buitenlandse?)\s{_VEHICLE}"
    r"[\s:,(]{1,3}(?P<plate>(?-i:[A-Z]{1,3}[ \-][A-Z0-9]{2,6}(?:[ \-][A-Z0-9]{1,5})?))(?!\w)",
    re.IGNORECASE,
)
_NO_PLATE = re.compile(
    r"\b(?:formulier|artikel|versie|model|type|lokaal|kamer|tabel|bijlage|iq|code|norm|nen|iso|kaart)\s$",
    re.IGNORECASE,
)


def plates(text: str) -> Iterator[Finding]:
    """Number plates: with dashes anywhere, otherwise where a vehicle or a plate is named beside them."""
    for match in _WRITTEN.finditer(text):
        if not _NO_PLATE.search(text[max(0, match.start() - 12) : match.start()]):
            yield Finding(*match.span(), PLATE)
    for match in _LOOSE.finditer(text):
        if _is_plate(text, match):
            yield Finding(*match.span(), PLATE)
    for pattern in (_FOREIGN, _FROM_ABROAD):
        for match in pattern.finditer(text):
            written = match["plate"]
            if any(char.isdigit() for char in written) and any(char.isalpha() for char in written):
                yield Finding(*match.span("plate"), PLATE)


def _is_plate(text: str, match: re.Match[str]) -> bool:
    """Whether letters and digits without dashes are a plate here. In small letters with blanks they are mostly words."""
    before = text[max(0, match.start() - CUE_REACH) : match.start()]
    if _CALLED.search(before):
        return True
    words = match.group().islower() and (" " in match.group() or re.search(r"[a-z]{4}", match.group()))
    return not words and bool(_NEAR_VEHICLE.search(before) or _BEHIND.match(text, match.end()))
