"""Numbers of cases, files, clients and identity documents: by form, or by the word before them."""

import re
from collections.abc import Iterator

from content.nlp.screen.findings import CASE_NUMBER, Finding

COURT_REACH = 60  # characters before a number in which a court makes it case law
MIN_DIGITS = 4  # of a number behind a word that says what it is
MIN_DIGITS_ALONE = 5  # behind a bare *cliënt* or *melding* a shorter number can be a count
MIN_DIGITS_UNNAMED = 6  # behind a bare *nummer*, unless there are letters in it

_FORMS = re.compile(
    r"\bC/\d{2}/\d{4,7}(?:\s?/\s?[A-Z]{2}\s[A-Z]{2}\s?\d{2}[-/]\d{1,5})?"
    r"|\b(?:JE|FA|KG|HA|BM|FT|CV|AZ|UE)\s?(?:RK|ZA|EA|EXPL|VERZ)\s?\d{2}[-/]\d{2,5}"
    r"|(?<![\d\-/])\d{2}[-/]\d{6}[-/]\d{2}(?![\d\-/])"
    r"|\bPL\d{4}[- ]?\d{6,12}(?:-\d{1,2})?\b|\bRN[ \-]?\d{2,4}[ \-]\d{4,6}\b"
    r"|\b(?!(?:TK|EK|KST|BLG|STB|STCRT|TRB|GMB|CVDR|BWBR|AH|NR)[-/])[A-Z]{2,5}[-/]20\d\d[-/]\d{3,7}\b"
)
# A Dutch passport or identity card: two letters, six letters or digits, a digit; never the letter O.
_PASSPORT = re.compile(
    r"\b(?=[A-Z]{2,6}\d[A-Z0-9]{0,5}[A-Z][A-Z0-9]{0,5}\d\b|[A-Z]{2}\d{1,6}[A-Z])[A-NP-Z]{2}[A-NP-Z0-9]{6}\d\b"
)
# Any word that ends in *nummer* counts somebody's things, but for those that count nobody's.
_NOT_SOMEBODYS = re.compile(
    r"(?:kvk|kamer\svan\skoophandel|rsin|agb|btw|vestigings?|factuur|offerte|order|bestel|artikel|product|"
    r"isbn|issn|telefoon|tel|"
    r"mobiel|huis|rekening|rek|bankrekening|service|nood|alarm|hulp|informatie|kamer|kamerstuk|wets|"
    r"wetsvoorstel|pagina|hoofdstuk|"
    r"paragraaf|tabel|thema|serie|versie|project|subsidie|lijn|bus|ticket|volg|rang|rug|start|stap|groeps|"
    r"postbus|net|landen|"
    r"publicatie|catalogus|model|type|vraag|lees|regel|bladzijde|jaargang|bsn|sofi|burgerservice|rapport)"
    r"[\s\-]?(?:nummers?|nrs?\.?|no\.)$",
    re.IGNORECASE,
)
_NAMED = (
    r"(?:[a-zà-ÿ]{1,20}(?:-[a-z]{1,15})?-?(?:nummers?|nrs?\.?|no\.)|[a-z]{1,4}\.\s?nr\.?"
    r"|(?:zaaks?|dossier|parket|rol|rekest|meldings?|pv|cli[eë]nt|klant|pati[eë]nt|polis|leerling|v|skn|ots|bvh|cjib|id|casus|"
    r"proces[\s-]verbaal|aangifte|mutatie|toezicht|huurders?|contract|client|document|paspoort|rijbewijs|debiteuren)"
    r"\s(?:nummers?|nrs?\.?|no\.))"
)
_CODE = (
    r"(?:cli[eë]nt|klant|dossier|zaak|pati[eë]nt|casus)[\s\-]?(?:code|id)|id-?kaart|dossier-id|(?:uw|ons|"
    r"hun)?\s?kenmerk|referentie|"
    r"betalingskenmerk|o\.?v\.?v\.?|onder\svermelding\svan|mrn|bvh|skn|pv|proces[\s-]verbaal|rijbewijs|paspoort|"
    r"identiteitskaart|"
    r"verblijfsdocument|zaak|[a-z]{0,15}dossier|aangifte|parket"
)
_ALONE = (
    r"cli[eë]nt|klant|pati[eë]nt|polis|leerling|melding|casus|indicatie|beschikking|(?:huur|leer|zorg)?contract|"
    r"mutatie|vonnis"
)
_SAID = r"(?:\s?(?:is|was|van\s(?:vader|moeder|het\skind|hem|haar)|met|onder|nummer|nr\.?|:|=|\(|#)){0,4}\s?"
_VALUE = (
    r"(?P<value>(?:(?-i:[A-Z]{1,4})[ ])?[A-Z]{0,4}[\-/.]?[A-Z0-9]{0,20}\d[A-Z0-9]{0,20}"
    r"(?:[ ]?[\-/.][ ]?[A-Z0-9]{1,20}|[ ]\d{2,12}(?![\d.,:])){0,6})"
)
_CALLED = re.compile(
    rf"(?<!\w)(?:(?P<named>{_NAMED}|{_CODE})|(?P<alone>{_ALONE})){_SAID}{_VALUE}", re.IGNORECASE
)
_UNNAMED = re.compile(rf"(?<![\w\-])(?:nummer|nr\.?)(?:\s|:\s?){_VALUE}", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d(?:[-/](?:19|20)?\d\d)?")
_DATE = re.compile(r"[0-3]?\d[-/.][01]?\d[-/.](?:19|20)?\d\d|[0-3]?\d\s[a-z]{3,9}\s\d{4}", re.IGNORECASE)
_COUNTED = re.compile(
    r"\s?(?:euro|uur|jaar|jaren|dagen|weken|maanden|pagina|%|kinderen|gezinnen|keer|mensen|januari|februari|"
    r"maart|april|mei|"
    r"juni|juli|augustus|september|oktober|november|december)",
    re.IGNORECASE,
)
# Numbers of judgments are public: a court is named before them, or their ECLI stands beside them.
_CASE_LAW = re.compile(
    r"\b(?:HR|Hoge\sRaad|CRvB|ABRvS|AbRvS|RvS|Raad\svan\sState|Rb\.?|Hof|Gerechtshof|EHRM|HvJ|CBb|LJN|NJ|ECLI)\b"
)


def case_numbers(text: str) -> Iterator[Finding]:
    """Numbers of court cases, files, clients and identity documents; case law is public."""
    for pattern in (_FORMS, _PASSPORT):
        for match in pattern.finditer(text):
            if not _is_case_law(text, *match.span()):
                yield Finding(*match.span(), CASE_NUMBER)
    for match in _CALLED.finditer(text):
        named = match["named"]
        if named and _NOT_SOMEBODYS.search(named):
            continue
        if _is_number(text, match, MIN_DIGITS if named else MIN_DIGITS_ALONE):
            yield Finding(*match.span("value"), CASE_NUMBER)


def unnamed_numbers(text: str) -> Iterator[Finding]:
    """Long numbers behind a bare *nummer*, which may be another sort of number as well."""
    for match in _UNNAMED.finditer(text):
        letters = any(char.isalpha() for char in match["value"])
        if _is_number(text, match, MIN_DIGITS if letters else MIN_DIGITS_UNNAMED):
            yield Finding(*match.span("value"), CASE_NUMBER)


def _is_number(text: str, match: re.Match[str], digits: int) -> bool:
    """Whether a value is long enough, and neither a year, a date, a count nor case law."""
    value = match["value"]
    if sum(char.isdigit() for char in value) < digits or _YEAR.fullmatch(value) or _DATE.fullmatch(value):
        return False
    return not _COUNTED.match(text, match.end()) and not _is_case_law(text, *match.span("value"))


def _is_case_law(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - COURT_REACH) : start]
    return bool(_CASE_LAW.search(before)) or "ECLI" in text[end : end + COURT_REACH]
