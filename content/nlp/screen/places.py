"""Where somebody lives, and when somebody was born."""

import re
from collections.abc import Iterator

from content.nlp.screen.findings import ADDRESS, BIRTH_DATE, Finding
from content.nlp.screen.institutions import institutional
from content.nlp.screen.spelled import DAYS

_CAP = r"[A-ZÀ-Þ][\w'’.\-]*"
_NUMBER = r"\d{1,5}(?:\s?[a-zA-Z](?![\w'’])|\s?-\s?(?:[IVX]+|\d{1,4}|[a-zA-Z])\b)?(?:\s?(?:bis|hs|huis|hoog|rood|zwart)\b)?"
_STREET_END = (
    r"(?:straat|str\.|laan|weg|plein|gracht|kade|singel|dijk|hof|pad|steeg|markt|park|dreef|plantsoen|baan|wal|ring|erf|"
    r"burg|oord|veld|kamp|hoek|haven|dam|brink|gaarde|horst|donk|meent|akker|hage|stede|waard|poort|boulevard|allee|"
    r"kwartier|heuvel|bos|vaart|sluis|werf|tuin|berg|wijk|zoom|rade|heide|kolk|tiend)"
)
_PARTICLE = r"(?:van|de|der|den|het|'t|’t|ten|ter|aan|op|in|la|el)"
_STREET = re.compile(
    rf"\b(?P<street>(?:{_CAP}\s+(?:{_PARTICLE}\s+){{0,2}}){{0,4}}{_CAP}{_STREET_END}|"
    rf"(?:{_CAP}\s+(?:{_PARTICLE}\s+){{0,2}}){{1,4}}(?:{_STREET_END}|[Ss]traat|[Ww]eg|[Ll]aan|[Pp]lein)|"
    rf"(?:Laan\s+(?:{_PARTICLE}\s+)*|Lange\s+|Korte\s+|Plein\s+(?=\d{{4}}\s))(?:{_CAP}|\d{{4}})|"
    rf"[a-zà-ÿ]{{3,}}(?:straat|laan|plein|gracht|kade|singel|dreef|plantsoen|steeg|weg|hof))"
    rf"\s+(?:nr\.?\s+|nummer\s+)?(?P<number>{_NUMBER})(?![\d.:%€]|,\d)"
)
_NUMBER_FIRST = re.compile(
    rf"\b(?:nummer|nr\.?)\s+{_NUMBER}\s+(?:in|op|aan|van)\s+(?:de|het)\s+(?:{_CAP}\s+)*[\w]{{2,}}{_STREET_END}\b"
)
_NO_LETTERS = (
    r"(?!(?:in|de|op|of|en|is|te|er|we|ze|ik|na|om|al|zo|nu|km|mm|cm|st|nr|ha|pb|je|me|ml|kg|mg|sa|sd|ss)\b)"
)
_POSTCODE = re.compile(
    rf"(?<![\d.,])[1-9]\d{{3}}\s?(?!SA|SD|SS)[A-Z]{{2}}(?![^\W\d])|(?<![\d.,])[1-9]\d{{3}}\s?{_NO_LETTERS}[a-z]{{2}}(?=[\s,]{{0,2}}\d)"
)
_AFTER_POSTCODE = re.compile(rf"(?:\s*,?\s*(?:nr\.?|huisnummer|nummer|op)?\s*{_NUMBER}(?![\d.:%€]))?")
_TOWN = re.compile(r",?\s+(?:'s-|Den\s|De\s|Het\s)?[A-ZÀ-Þ][\w'’\-]*")
_JOINED = re.compile(r"[\s,]{1,4}(?:in\s|te\s)?")
_HOME_CUE = re.compile(
    rf"\b(?:adres(?:\s*[:=]|\s+is)?|won(?:en|t|ende|ing)\s*(?:op|aan|in|:)?|woont\s+(?:op|aan|in)|wonend\s+(?:op|aan|te)|"
    rf"(?:vertrokken|verhuisd)\s+naar|ingeschreven\s+(?:op|aan)|huis\s+(?:op|aan)|staan?\s+ingeschreven\s+op)\s+"
    rf"(?:de\s+|het\s+)?(?P<address>{_CAP}(?:\s+(?:{_PARTICLE}\s+)*{_CAP}){{0,3}}\s+{_NUMBER})(?![\d.:%€])"
)
_MONTH = (
    r"(?:jan(?:uari)?|feb(?:ruari)?|maart|mrt|apr(?:il)?|mei|juni?|juli?|aug(?:ustus)?|sept?(?:ember)?|okt(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\.?"
)
_DATE = (
    rf"(?:{DAYS}\s+{_MONTH}\s+(?:19|20)\d\d|[0-3]?\d\s?[\-/.]\s?[01]?\d\s?[\-/.]\s?(?:(?:19|20)\d\d|['’]?\d\d)|[0-3]?\d(?:e|ste|de)?\s+{_MONTH}\s+(?:(?:19|20)\d\d|['’]\d\d)"
    rf"|(?:19|20)\d\d-[01]\d-[0-3]\d)(?!\d)"
)
_PERSON = (
    r"(?:zoon(?:tje)?|dochter(?:tje)?|kind(?:je)?|jongen|jongetje|meisje|moeder|vader|broer(?:tje)?|zus(?:je)?|baby|"
    r"tweeling|cli[eë]nte?|mevrouw|meneer|peuter|kleuter|puber|oudste|jongste|oma|opa)"
)
_BORN = re.compile(
    rf"\b(?:geb(?:oren|oorte|\.)?|geboortedat(?:um|a)|jarig|verjaardag|verjaart)(?![\w])(?P<between>[^.!?\n]{{0,40}}?)(?P<date>{_DATE})",
    re.IGNORECASE,
)
_BORN_SHORT = re.compile(rf"\bgeb\.\s*(?:op\s+|d\.d\.\s*)?(?P<date>{_DATE})", re.IGNORECASE)
_DATE_BORN = re.compile(rf"(?P<date>{_DATE})[^.!?\n]{{0,25}}\b(?:geboren|jarig)\b", re.IGNORECASE)
_STARRED_DATE = re.compile(rf"\*\s?(?P<date>{_DATE})", re.IGNORECASE)
_PERSON_DATE = re.compile(
    rf"\b{_PERSON}\s*[,(:]?\s*(?:(?:is|zijn)\s+)?(?:van\s+)?(?P<date>{_DATE})", re.IGNORECASE
)
_ANY_DATE = re.compile(_DATE, re.IGNORECASE)


def addresses(text: str) -> list[Finding]:
    """Postal addresses of people; those of offices, schools and other institutions are left alone."""
    spans = [match.span() for match in _STREET.finditer(text)]
    spans += [match.span() for match in _NUMBER_FIRST.finditer(text)]
    spans += [match.span("address") for match in _HOME_CUE.finditer(text)]
    for match in _POSTCODE.finditer(text):
        after = _AFTER_POSTCODE.match(text, match.end())
        spans.append((match.start(), after.end() if after else match.end()))
    return [
        Finding(start, end, ADDRESS)
        for start, end in _merged(text, sorted(spans))
        if not institutional(text, start, end)
    ]


def birth_dates(text: str) -> list[Finding]:
    """Dates that the words before them make somebody's date of birth."""
    patterns = (_BORN, _BORN_SHORT, _DATE_BORN, _STARRED_DATE, _PERSON_DATE)
    return [
        Finding(*match.span("date"), BIRTH_DATE) for pattern in patterns for match in pattern.finditer(text)
    ]


def dates_behind(text: str, names: list[Finding]) -> list[Finding]:
    """Dates that follow directly on a name: *Jan de Vries (12-03-2015)*."""
    found = []
    for match in _ANY_DATE.finditer(text):
        if any(
            0 <= match.start() - name.end <= 3 and not text[name.end : match.start()].strip(" ,(")
            for name in names
        ):
            found.append(Finding(*match.span(), BIRTH_DATE))
    return found


def _merged(text: str, spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Street, postcode and town that stand together are one address."""
    done = -1
    for n, (start, first_end) in enumerate(spans):
        if start < done:
            continue
        done = first_end
        for other_start, other_end in spans[n + 1 :]:
            if other_start <= done or _JOINED.fullmatch(text, done, other_start):
                done = max(done, other_end)
        if _POSTCODE.search(text, start, done) and (town := _TOWN.match(text, done)):
            done = town.end()
        yield start, done
