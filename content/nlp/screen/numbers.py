"""Citizen service numbers, bank accounts and telephone numbers: by form, by check digit, and by the words around them.

Every rule knows what looks alike and is nobody's: helplines, trade registers, invoices, amounts, scores.
"""

import re
from collections.abc import Iterator

from stdnum import iban as iban_number
from stdnum import luhn
from stdnum.nl import bsn as bsn_number

from content.nlp.screen.findings import BSN, IBAN, PHONE, Finding
from content.nlp.screen.institutions import institutional

CUE_REACH = 30  # characters before a number in which a word can say what it is
DENIAL_REACH = 50  # the same, for words that say that it is nobody's
SCALE_TOP = 5  # nine single digits up to this one are scores on a scale

_IBAN = re.compile(r"\b[A-Z]{2} ?\d{2}(?:[ .\-\n]?[A-Z0-9]){11,30}", re.IGNORECASE)
# The check digits may be wrong, and letters typed for digits: it is somebody's account all the same.
_IBAN_NL = re.compile(
    r"NL[ .\-]{0,2}[\dOl]{2}[ .\-\n]{0,2}[A-Z]{4}(?:[ .\-\n]{0,2}[\dOl]){8,10}(?!\d)", re.IGNORECASE
)
_BANKS = "ABNA|INGB|RABO|SNSB|ASNB|RBRB|TRIO|BUNQ|KNAB|FVLB|REVO|BITS|NTSB|VOPA"
_IBAN_TAIL = re.compile(rf"\b(?:{_BANKS})[ .\-]{{0,2}}\d(?:[ .\-]?\d){{9}}(?!\d)", re.IGNORECASE)
_CARD = re.compile(r"(?<!\d)(?:\d{4}[ \-]?){3}\d{4}(?!\d)")
_ACCOUNT = re.compile(r"(?<!\d)\d(?:[ .]?\d){6,9}(?!\d)")
_ACCOUNT_CUE = re.compile(
    r"\b(?:rek(?:ening)?[\s.\-]{0,2}(?:nummer|nr)?|bankrek(?:ening)?[\s.\-]{0,2}(?:nummer|nr)?|giro(?:nummer|"
    r"nr)?|ing|postbank)\W{0,4}(?:is\s)?$",
    re.IGNORECASE,
)
_BETWEEN = r"(?:[ .\-/_]|\s[\-./]\s|[\-./]\s)?"
_NINE = re.compile(rf"(?<![\d,/])(?<!\d[.\-])\d(?:{_BETWEEN}\d){{7,8}}(?!\d)(?!,\d)")
_CALLED = re.compile(r"(?<!\d)\d(?:[ .,\-/_|:]{0,3}\d){7,8}(?!\d)")
_SOLID = re.compile(r"(?<!\d)\d{8,9}(?!\d)")
_BROKEN = re.compile(r"(?<!\d)(?<!\d\n)\d{2,7}[ .\-]?\n\d{2,7}(?!\d)(?!\n\d)")
_LONGER_BEFORE = re.compile(r"(?<!\d)\d{1,7}[.,\-]$")
_LONGER_BEHIND = re.compile(r"[,.\-]\d{1,7}(?!\d)")
_BSN_CUE = re.compile(
    r"(?<![a-z])(?:bsn|b[. ]{1,2}s[. ]{1,2}n|burger\s?service\s?(?:nummer|nr)|sofi|"
    r"onderwijs(?=\s?nummer|nr)|pgn)(?:[\s-]?(?:nummer|nr|"
    r"no))?(?![a-z])[^.!?\d]{0,25}$"
    r"|(?<![a-z])(?:bsn|burger\s?service|sofi)[\s\-]?(?:nr|no)\.[^.!?\d]{0,10}$",
    re.IGNORECASE,
)
# Not where it calls the next number.
_BSN_BEHIND = re.compile(r"\W{0,3}(?:bsn|burgerservicenummer)(?![a-z])(?!\W{0,4}\d)", re.IGNORECASE)
# What else is counted with so many digits: of companies, books, orders and money.
_NOBODYS = re.compile(
    r"(?<![a-z])(?:kvk|kamer\svan\skoophandel|rsin|agb|btw|vestigings?(?:nummer|nr)|factu(?:ur|ren)\w{0,20}|"
    r"offerte\w{0,20}|order\w{0,20}|bestel\w{0,20}|"
    r"artikelnummer|productnummer|isbn|issn|pmid|pmc|doi|orcid|tenderned|aanbesteding\w{0,20}|subsidie\w{0,20}|"
    r"project(?:nummer|nr|code)|"
    r"zrm|scores?|cijfers|schaal|budget|begroting|omzet|kosten|bedrag|versie|tracking\w{0,20}|"
    r"serienummer)(?![a-z])[^.!?\d]{0,32}$",
    re.IGNORECASE,
)
_DATE_LIKE = re.compile(
    r"(?:[0-3]?\d[\-/. ][01]?\d[\-/. ](?:19|20)\d\d|(?:19|20)\d\d[\-/. ]?[01]\d[\-/. ]?[0-3]\d|[0-3]\d[01]\d(?:19|20)\d\d)"
)
_YEARS = re.compile(r"(?:(?:19|20)\d\d\D?){2}$")
_DUTCH_PHONE = re.compile(
    r"(?<![\w+])(?:\(?(?:\+|00)[\s.\-]?31\)?(?:[\s.\-]{0,2}\(0\))?|\(?0)(?:[\s.\-()/]{0,3}\d){9}(?!\d)"
)
_MOBILE_TYPED_WRONG = re.compile(r"(?<![\w+])06(?:[\s.\-]?(?:\d{7}|\d{9})|[\W_]{1,4}\d{8})(?!\d)")
_MOBILE_BARE = re.compile(r"(?<![\w+])31[ .\-]?6(?:[ .\-]?\d){8}(?!\d)")
_FOREIGN_PHONE = re.compile(r"(?<![\w+])(?:\+|00)(?!31)[1-9]\d{0,2}(?:[\s.\-()/]{0,2}\d){7,11}(?!\d)")
_CUED_PHONE = re.compile(
    r"\b(?:tel(?:efoon)?(?:nummer|nr)?|telnr|mobiel(?:nummer|nr)?|mob|gsm|whats\s?app(?:nummer)?|app|"
    r"bel(?:len)?|06)\b[.:\s]{0,3}"
    r"(?:(?:is|op|mij|me|haar|hem|nummer|nr)[.:\s]{1,2}){0,3}(?P<number>\d(?:[ .\-/]?\d){6,9})(?!\d)",
    re.IGNORECASE,
)
# Numbers that belong to organisations: free and paid services, nationwide office numbers, short numbers.
_OFFICE_PHONE = re.compile(r"^(?:0800|090[069]|088|085|14\d|116)")


def accounts(text: str) -> Iterator[Finding]:
    """Bank accounts in the Netherlands and abroad, cards, and old account numbers that are called so."""
    for pattern in (_IBAN_NL, _IBAN_TAIL):
        for match in pattern.finditer(text):
            yield Finding(*match.span(), IBAN)
    for match in _IBAN.finditer(text):
        if end := _valid_iban_end(match):
            yield Finding(match.start(), end, IBAN)
    for match in _CARD.finditer(text):
        if luhn.is_valid(re.sub(r"\D", "", match.group())):
            yield Finding(*match.span(), IBAN)
    for match in _ACCOUNT.finditer(text):
        if _cue(_ACCOUNT_CUE, text, match.start()):
            yield Finding(*match.span(), IBAN)


def _valid_iban_end(match: re.Match[str]) -> int:
    """Where a valid account number ends that begins here; 0 where none does. Words that follow are not part of it."""
    written = match.group()
    for size in range(len(written), 14, -1):
        whole = written[size - 1].isalnum() and not written[size : size + 1].isalnum()
        if whole and iban_number.is_valid(re.sub(r"[ .\-\n]", "", written[:size]), check_country=False):
            return match.start() + size
    return 0


def phones(text: str) -> Iterator[Finding]:
    """Telephone numbers of people; those of offices and helplines are everybody's."""
    for pattern in (_DUTCH_PHONE, _FOREIGN_PHONE, _MOBILE_BARE, _MOBILE_TYPED_WRONG):
        for match in pattern.finditer(text):
            digits = re.sub(r"\D", "", match.group().replace("(0)", ""))
            national = re.sub(r"^(?:0031|31)(?=\d{9}$)", "0", digits)
            mobile = national.startswith("06")
            if not _OFFICE_PHONE.match(national) and (
                mobile or not institutional(text, *match.span(), near=True)
            ):
                yield Finding(*match.span(), PHONE)
    for match in _CUED_PHONE.finditer(text):
        start, end = match.span("number")
        if not _OFFICE_PHONE.match(match["number"]) and not institutional(text, start, end, near=True):
            yield Finding(start, end, PHONE)


def citizen_numbers(text: str) -> Iterator[Finding]:
    """Citizen service numbers: nine digits that pass the eleven test, or eight or nine that are called so."""
    for pattern in (_SOLID, _NINE, _BROKEN):
        for match in pattern.finditer(text):
            if _fits(text, match):
                yield Finding(*match.span(), BSN)
    for match in _CALLED.finditer(text):
        if _called_so(text, *match.span()):
            yield Finding(*match.span(), BSN)


def called_citizen_number(text: str, finding: Finding) -> bool:
    """Whether the words around a number call it a citizen service number."""
    return _called_so(text, finding.start, finding.end)


def _called_so(text: str, start: int, end: int) -> bool:
    written = text[start:end]
    digits = sum(char.isdigit() for char in written)
    if _DATE_LIKE.fullmatch(written) and not written.isdigit():
        return False
    called = _cue(_BSN_CUE, text, start) or _BSN_BEHIND.match(text, end)
    return bool(called) and 8 <= digits <= 9 and not _nobodys(text, start)


def _fits(text: str, match: re.Match[str]) -> bool:
    written = match.group()
    digits = re.sub(r"\D", "", written)
    if not (len(digits) == 9 or written == digits) or not bsn_number.is_valid(digits.zfill(9)):
        return False
    if _DATE_LIKE.search(written) or _YEARS.match(written) or _nobodys(text, match.start()):
        return False
    if re.fullmatch(r"\d(?:\D\d)+", written) and max(digits) <= str(SCALE_TOP):
        return False
    before = text[max(0, match.start() - 8) : match.start()]
    return not _LONGER_BEFORE.search(before) and not _LONGER_BEHIND.match(text, match.end())


def _nobodys(text: str, start: int) -> bool:
    return bool(_NOBODYS.search(text[max(0, start - DENIAL_REACH) : start]))


def _cue(pattern: re.Pattern[str], text: str, start: int) -> bool:
    return bool(pattern.search(text[max(0, start - CUE_REACH) : start]))
