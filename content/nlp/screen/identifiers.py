"""Numbers and addresses that lead straight to a person: by form, by check digit, and by the words before them.

Every rule knows what looks alike and is nobody's: helplines, case law, statutes, amounts, offices.
"""

import re
from collections.abc import Iterator

from stdnum.exceptions import ValidationError
from stdnum.iso7064 import mod_97_10
from stdnum.nl import bsn as bsn_number

from content.nlp.screen.findings import BSN, CASE_NUMBER, EMAIL, IBAN, PHONE, PLATE, Finding
from content.nlp.screen.institutions import institutional

CUE_REACH = 30  # characters before a number in which a word can say what it is

_PUBLIC = re.compile(
    r"ECLI:[\w:.]+|https?://\S+|\bwww\.\S+|\b10\.\d{4,9}/\S+|\bISBN[\s:]*[\d\- ]{10,17}"
    r"|\b(?:Stb|Stcrt|Trb|Kamerstuk\w*|PbEU|Pb)\b[^;!?\n]{0,40}?\d[\d\s./,\-]*(?:nr\.?\s*\d+)?"
    r"|€\s*\d[\d.,]*|\b\d[\d.,]*\s*(?:euro|eur|procent|%)",
    re.IGNORECASE,
)
_AT = r"(?:\s{0,3}@\s{0,3}|\s{0,3}[(\[{]\s*(?:at|apenstaart(?:je)?)\s*[)\]}]\s*|\s+apenstaart(?:je)?\s+|\s+at\s+)"
_DOT = r"(?:\.|\s*[(\[{]\s*(?:dot|punt)\s*[)\]}]\s*|\s+(?:dot|punt)\s+)"
# The parts are bounded, so that no text can make the search slow.
_EMAIL = re.compile(
    rf"(?<![\w+\-.])[\w+\-]{{1,64}}(?:(?:\.|\s*[(\[]punt[)\]]\s*|\s+punt\s+)[\w+\-]{{1,64}}){{0,5}}{_AT}"
    rf"[\w\-]{{1,63}}(?:{_DOT}[\w\-]{{1,63}}){{0,4}}{_DOT}[a-z]{{2,10}}\b",
    re.IGNORECASE,
)
_OFFICE_MAILBOX = re.compile(
    r"(?:info|contact|secretariaat|administratie|aanmelden|aanmelding|loket|balie|receptie|post|redactie|helpdesk|"
    r"klantenservice|servicepunt|gemeente|privacy|klachten|advies|hulp|vragen|pers|webmaster|support)[\w.\-]*\s*@",
    re.IGNORECASE,
)
_PROFILE = re.compile(
    r"(?:https?://)?(?:www\.)?(?:facebook|instagram|tiktok|snapchat|linkedin)\.com/(?:in/|@)?[\w.\-]{3,}",
    re.IGNORECASE,
)
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?:[ .\-]?[A-Z0-9]){11,30}", re.IGNORECASE)
_IBAN_NL = re.compile(r"\bNL[ .\-]?\d{2}[ .\-]?[A-Z]{4}(?:[ .\-]?\d){10}(?!\d)", re.IGNORECASE)
_ACCOUNT = re.compile(r"(?<!\d)\d(?:[ .]?\d){6,9}(?!\d)")
_ACCOUNT_CUE = re.compile(
    r"\b(?:rekening(?:nummer|nr)?|bankrekening|giro(?:nummer)?)\W{0,4}(?:is\s)?$", re.IGNORECASE
)
_NINE = re.compile(r"(?<![\d,/])(?<!\d[.\-])\d(?:[ .\-/]?\d){7,8}(?![\d])(?!,\d)")
_BSN_CUE = re.compile(
    r"\b(?:bsn|b\.s\.n|burger\s?service\s?nummer|sofi(?:[\s-]?nummer)?)\b[^.!?\n\d]{0,25}$", re.IGNORECASE
)
_DATE_LIKE = re.compile(
    r"(?:[0-3]?\d[\-/. ][01]?\d[\-/. ](?:19|20)\d\d|(?:19|20)\d\d[\-/. ]?[01]\d[\-/. ]?[0-3]\d|[0-3]\d[01]\d(?:19|20)\d\d)"
)
_DUTCH_PHONE = re.compile(
    r"(?<![\w+])(?:\(?(?:\+|00)[\s.\-]?31\)?(?:[\s.\-]*\(0\))?|\(?0)(?:[\s.\-()/]{0,3}\d){9}(?!\d)"
)
_FOREIGN_PHONE = re.compile(r"(?<![\w+])(?:\+|00)(?!31)[1-9]\d{0,2}(?:[\s.\-()/]{0,2}\d){7,11}(?!\d)")
# Numbers that belong to organisations: free and paid services, nationwide office numbers, short numbers.
_OFFICE_PHONE = re.compile(r"^(?:0800|090[069]|088|085|14\d|116)")
_PLATE_FORMS = (
    "AA-99-99", "99-99-AA", "99-AA-99", "AA-99-AA", "AA-AA-99", "99-AA-AA", "99-AAA-9",
    "9-AAA-99", "AA-999-A", "A-999-AA", "AAA-99-A", "A-99-AAA", "9-AA-999", "999-AA-9",
)  # fmt: skip
_PLATE_BODY = "|".join(
    form.replace("-", "@").replace("A", "[A-Z]").replace("9", r"\d").replace("@", "[- ]?")
    for form in _PLATE_FORMS
)
_PLATE_WRITTEN = re.compile(rf"(?<![\w\-])(?:{_PLATE_BODY.replace('[- ]?', '-')})(?![\w\-])", re.IGNORECASE)
_PLATE_ANY = re.compile(rf"(?<![\w\-])(?:{_PLATE_BODY})(?![\w\-])", re.IGNORECASE)
_PLATE_CUE = re.compile(
    r"\b(?:kenteken(?:plaat)?|nummerbord|auto|busje|scooter|wagen|bestelbus)\b[^.!?\n]{0,15}$", re.IGNORECASE
)
_CASE_FORMS = re.compile(
    r"\bC/\d{2}/\d{4,7}(?:\s?/\s?[A-Z]{2}\s[A-Z]{2}\s?\d{2}[-/]\d{1,5})?"
    r"|\b(?:JE|FA|KG|HA|BM|FT)\s?(?:RK|ZA|EA)\s?\d{2}[-/]\d{2,5}"
    r"|(?<![\d\-/])\d{2}[-/]\d{6}[-/]\d{2}(?![\d\-/])"
    r"|\bPL\d{4}[- ]?\d{6,12}\b"
)
_CASE_CUE = (
    r"(?:(?:zaak|dossier|parket|rol|rekest|beschikkings?|registratie|meld(?:ings)?|aangifte|proces-verbaal|pv|cli[eë]nt|"
    r"klant|pati[eë]nt|patient|polis|debiteur(?:en)?|inschrijf|identiteits|document|vreemdelingen|paspoort|rijbewijs|"
    r"mutatie|bvh|big|id|id-kaart|identiteitskaart|bsn|referentie|relatie|leerling|burger|v|skn|ots|zorg|casus)"
    r"[\s-]?(?:nummer|nr\.?|no\.?)|kenmerk|referentie|proces-verbaal|zaak|dossier|aangifte|parketnr|paspoort|id-kaart|"
    r"identiteitskaart|mrn|bvh)"
)
_CASE = re.compile(
    rf"\b{_CASE_CUE}(?:\s?(?:is|was|van\s(?:vader|moeder|het\skind)|met\snummer|nummer|nr\.?|:|=|\())*\s?"
    r"(?P<value>[A-Z]{0,4}[\-/.]?[A-Z0-9]*\d[A-Z0-9]*(?:[\-/.][A-Z0-9]+)*)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d(?:[-/](?:19|20)?\d\d)?")
MIN_CASE_DIGITS = 4


def identifiers(text: str) -> list[Finding]:
    """Everything but postal addresses that identifies a person. ``text`` has its spelled-out digits as digits."""
    public = [match.span() for match in _PUBLIC.finditer(text)]
    found = list(_emails(text))
    found += [Finding(*match.span(), EMAIL) for match in _PROFILE.finditer(text)]
    for rule in (_accounts, _phones, _citizen_numbers, _case_numbers, _plates):
        found += [
            finding
            for finding in rule(text)
            if not any(start < finding.end and finding.start < end for start, end in public)
        ]
    return found


def _emails(text: str) -> Iterator[Finding]:
    for match in _EMAIL.finditer(text):
        if not _OFFICE_MAILBOX.match(match.group()):
            yield Finding(*match.span(), EMAIL)


def _accounts(text: str) -> Iterator[Finding]:
    for match in _IBAN_NL.finditer(text):
        yield Finding(*match.span(), IBAN)
    for match in _IBAN.finditer(text):
        if end := _valid_iban_end(match):
            yield Finding(match.start(), end, IBAN)
    for match in _ACCOUNT.finditer(text):
        if _cue(_ACCOUNT_CUE, text, match.start()):
            yield Finding(*match.span(), IBAN)


def _valid_iban_end(match: re.Match[str]) -> int:
    """Where a valid account number ends that begins here; 0 where none does. Words that follow are not part of it."""
    written = match.group()
    for size in range(len(written), 14, -1):
        whole = written[size - 1].isalnum() and not written[size : size + 1].isalnum()
        if whole and _closes_97(re.sub(r"[ .\-]", "", written[:size]).upper()):
            return match.start() + size
    return 0


def _closes_97(account: str) -> bool:
    """Whether the check digits of an IBAN fit (ISO 13616: mod 97-10 over the number turned round)."""
    try:
        return bool(mod_97_10.validate(account[4:] + account[:4]))
    except ValidationError:
        return False


def _phones(text: str) -> Iterator[Finding]:
    for pattern in (_DUTCH_PHONE, _FOREIGN_PHONE):
        for match in pattern.finditer(text):
            digits = re.sub(r"\D", "", match.group().replace("(0)", ""))
            national = re.sub(r"^(?:0031|31)(?=\d{9}$)", "0", digits)
            mobile = national.startswith("06")
            if not _OFFICE_PHONE.match(national) and (mobile or not institutional(text, *match.span())):
                yield Finding(*match.span(), PHONE)


def _citizen_numbers(text: str) -> Iterator[Finding]:
    for match in _NINE.finditer(text):
        written = match.group()
        digits = re.sub(r"\D", "", written)
        fits = bsn_number.is_valid(digits.zfill(9)) and not _DATE_LIKE.search(written)
        if _cue(_BSN_CUE, text, match.start()) or (fits and (len(digits) == 9 or written == digits)):
            yield Finding(*match.span(), BSN)


def _case_numbers(text: str) -> Iterator[Finding]:
    for match in _CASE_FORMS.finditer(text):
        yield Finding(*match.span(), CASE_NUMBER)
    for match in _CASE.finditer(text):
        value = match.group("value")
        if sum(char.isdigit() for char in value) >= MIN_CASE_DIGITS and not _YEAR.fullmatch(value):
            yield Finding(match.start("value"), match.end("value"), CASE_NUMBER)


def _plates(text: str) -> Iterator[Finding]:
    for match in _PLATE_WRITTEN.finditer(text):
        yield Finding(*match.span(), PLATE)
    for match in _PLATE_ANY.finditer(text):
        if _cue(_PLATE_CUE, text, match.start()):
            yield Finding(*match.span(), PLATE)


def _cue(pattern: re.Pattern[str], text: str, start: int) -> bool:
    return bool(pattern.search(text[max(0, start - CUE_REACH) : start]))
