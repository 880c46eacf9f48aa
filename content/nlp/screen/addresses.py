"""Where somebody lives: streets with a number, postcodes, and places that the words before them make a home."""

import re
from collections.abc import Iterator

from content.nlp.screen.findings import ADDRESS, Finding
from content.nlp.screen.institutions import institutional
from content.nlp.screen.name_lists import name_lists
from content.nlp.screen.streets import numbered_streets

_CAP = r"(?:'[st]-?\s?)?[A-ZÀ-Þ][\w'’.\-]{0,40}"
_NUMBER = (
    r"\d{1,5}(?:\s?[a-zA-Z](?![\w'’])|\s?-\s?(?:[IVX]{1,4}|\d{1,4}|[a-zA-Z])\b)?(?:\s?(?:bis|hs|huis|hoog|rood|"
    r"zwart|boven|beneden)\b)?"
    r"(?:,?\s?\d{1,2}(?:e|de|ste)\s(?:etage|verdieping))?"
)
# What a number behind a street can be instead: a count, an amount, a number that goes on.
_NO_COUNT = (
    r"(?![\d%€]|[.:,]\d|\s(?:jaar|jaren|jarige?|kinderen|uur|dagen|weken|maanden|km|meter|gezinnen|jongeren|"
    r"keer|woningen|huizen|panden|"
    r"personen|mensen|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|"
    r"november|december|mannen|vrouwen|meldingen|auto's|bewoners|euro)\b)"
)
_JOINT = (
    r"(?:\s{1,3}|\s?,\s?)(?:(?:op|met|onder)\s)?(?:(?:nr\.?|no\.?|nummer|huisnummer|huisnr\.?|#)\s{0,2}|\()?"
)
_STREET_END = (
    r"(?:straat|str\.?|laan|weg|plein|gracht|kade|singel|dijk|hof|pad|steeg|markt|park|dreef|plantsoen|baan|wal|ring|erf|"
    r"burg|oord|veld|kamp|hoek|haven|dam|brink|gaarde|horst|donk|meent|akker|hage|stede|waard|poort|boulevard|allee|"
    r"kwartier|einde|zijde|straatje|laantje|pleintje|hofje|steegje|vliet|wetering|passage|galerij|promenade|hoven|"
    r"heuvel|bos|vaart|sluis|werf|tuin|berg|wijk|zoom|rade|heide|kolk|tiend)"
)
# Ends of streets where they are written without a capital, and words that end so and are no streets.
_NO_STREETS = (
    "onderweg|overweg|uitweg|snelweg|spoorweg|omweg|rijweg|waterweg|fietsweg|luchtweg|vaarweg|gerechtshof|kerkhof|schoolplein|"
    "speelplein|winkelstraat|zijstraat|levensweg|zorgweg|middenweg|tussenweg|rechtsweg|klaagweg"
)
_LOWER_STREET = (
    rf"(?<!\w)(?!(?:{_NO_STREETS})\b)[a-zà-ÿ]{{3,30}}(?:straat|str\.|laan|plein|gracht|kade|singel|dreef|"
    rf"plantsoen|steeg|weg|hof)"
)
_PARTICLE = r"(?:van|de|der|den|het|'t|’t|ten|ter|la|el)"
# Capitals before a street that are no part of it.
_START = r"(?<!\w)(?!(?:Op|In|Aan|Bij|Naar|Uit|Rond|Vanuit|Tot|Over|Langs|Achter\sde\s[a-z])\s)"
# A street's last word alone is one behind *Grote* or *Nieuwe*, not behind an article.
_NO_ARTICLE = r"(?!(?:De|Het|Een|Die|Dat|Deze|Dit|Onze|Ons|Mijn|Uw|Elke|Iedere|Geen|Welke|Haar|Zijn|Hun)\s)"
_STREET = re.compile(
    rf"{_START}(?P<street>(?:{_CAP}\s{{1,3}}(?:{_PARTICLE}\s){{0,2}}){{0,4}}{_CAP}{_STREET_END}|"
    rf"{_NO_ARTICLE}(?:{_CAP}\s{{1,3}}(?:{_PARTICLE}\s){{0,2}}){{1,4}}(?:{_STREET_END}|[Ss]traat|[Ww]eg|[Ll]aan|[Pp]lein)|"
    rf"(?:Laan\s(?:{_PARTICLE}\s){{0,2}}(?:{_CAP}\s){{0,2}}|Lange\s|Korte\s|Plein\s(?=\d{{4}}\s))(?:{_CAP}|"
    rf"\d{{4}})|{_LOWER_STREET})"
    rf"{_JOINT}(?!(?:19|20)\d\d\b)(?P<number>{_NUMBER}){_NO_COUNT}"
)
_NUMBER_FIRST = re.compile(
    rf"\b(?:nummer|nr\.?|huisnummer)\s{_NUMBER}\s(?:in|op|aan|van)\s(?:de|"
    rf"het)\s(?:{_CAP}\s){{0,3}}\w{{2,30}}{_STREET_END}\b"
)
_NO_LETTERS = (
    r"(?!(?:in|de|op|of|en|is|te|er|we|ze|ik|na|om|al|zo|nu|km|mm|cm|st|nr|"
    r"ha|pb|je|me|ml|kg|mg|sa|sd|ss|bw|jw|bc)\b)"
)
_POSTCODE = re.compile(
    rf"(?<![\d.,\-])[1-9]\d{{3}}[ \-]?(?!SA|SD|SS|BW)[A-Z]{{2}}(?![^\W\d])"
    rf"|(?<![\d.,\-])(?<![Aa]rtikel\s)(?<![Aa]rt\.\s)[1-9]\d{{3}}\s?{_NO_LETTERS}[a-z]{{2}}(?=[\s,\-/]{{0,2}}(?:(?:huis)?(?:nr\.?|nummer)\s?)?\d)"
    rf"|(?<=postcode\s)[1-9]\d{{3}}\s?[a-z]{{2}}\b|(?<=postcode:\s)[1-9]\d{{3}}\s?[a-z]{{2}}\b"
)
_AFTER_POSTCODE = re.compile(
    rf"(?:\s{{0,2}}[,/]?\s{{0,2}}(?:nr\.?|huisnummer|nummer|op)?\s{{0,2}}{_NUMBER}{_NO_COUNT})?"
)
_TOWN = re.compile(r",?\s{1,2}(?:'s-|Den\s|De\s|Het\s)?[A-ZÀ-Þ][\w'’\-]{0,40}")
_JOINED = re.compile(r"[\s,]{1,4}(?:in\s|te\s)?")
_HOME_CUE = re.compile(
    rf"\b(?:(?:woon|huis|post)?adres(?:\s?[:=]|\sis)?|straat:|won(?:en|t|ende|ing)\s?(?:op|aan|in|:)?|"
    rf"woont\s(?:op|aan|in)|wonend\s(?:op|"
    rf"aan|te)|woonachtig\s(?:op|aan|te)|"
    rf"(?:vertrokken|verhuisd)\snaar|(?:verblijft|verblijven|logeert|logeren)\s(?:op|aan|in)|"
    rf"ingeschreven\s(?:op|aan)|huis\s(?:op|aan)|"
    rf"staan?\singeschreven\sop)\s{{1,3}}(?:de\s|"
    rf"het\s)?(?P<address>{_CAP}(?:\s(?:{_PARTICLE}\s){{0,2}}{_CAP}){{0,3}}\s{_NUMBER}){_NO_COUNT}"
)
_GLUED = re.compile(
    r"(?<![\w\-])[A-Za-z][a-z]{2,30}(?:straat|laan|plein|gracht|weg)-?[1-9]\d{0,3}[a-z]?(?![\w\-])"
)
_SURE_ENDS = (
    "straat",
    "laan",
    "weg",
    "plein",
    "gracht",
    "kade",
    "singel",
    "dreef",
    "plantsoen",
    "einde",
    "zijde",
)
_NUMBER_ON = re.compile(rf"{_NUMBER}{_NO_COUNT}")


def addresses(text: str) -> list[Finding]:
    """Postal addresses of people; those of offices, schools and other institutions are left alone."""
    spans = [match.span() for match in _STREET.finditer(text) if not _is_town(match["street"].lower())]
    spans += [match.span() for pattern in (_NUMBER_FIRST, _GLUED) for match in pattern.finditer(text)]
    spans += [match.span("address") for match in _HOME_CUE.finditer(text)]
    spans += _listed(text)
    for match in _POSTCODE.finditer(text):
        after = _AFTER_POSTCODE.match(text, match.end())
        spans.append((match.start(), after.end() if after else match.end()))
    return [
        Finding(start, end, ADDRESS)
        for start, end in _merged(text, sorted(spans))
        if not institutional(text, start, end)
    ]


def _is_town(street: str) -> bool:
    return street in name_lists().places and not street.endswith(_SURE_ENDS)


def _listed(text: str) -> Iterator[tuple[int, int]]:
    for start, end in numbered_streets(text):
        number = len(re.search(r"\d*$", text[start:end]).group())  # type: ignore[union-attr]
        whole = _NUMBER_ON.match(text, end - number)
        if whole:
            yield start, whole.end()


def _merged(text: str, spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Street, postcode and town that stand together are one address."""
    current: tuple[int, int] | None = None
    for start, end in spans:
        if current and (start <= current[1] or _JOINED.fullmatch(text, current[1], start)):
            current = (current[0], max(current[1], end))
            continue
        if current:
            yield _with_town(text, *current)
        current = (start, end)
    if current:
        yield _with_town(text, *current)


def _with_town(text: str, start: int, end: int) -> tuple[int, int]:
    town = _TOWN.match(text, end) if _POSTCODE.search(text, start, end) else None
    return start, town.end() if town else end
