"""Whether an address or a telephone number is an office's: nobody lives there, and everybody may know it.

That an institution is named somewhere near is not enough (*het wijkteam ging langs op Kerkstraat 12*): between the
institution and the place stand only words that put it there (*aan de*, *zit op*), names and commas.
"""

import re

REACH = 80  # characters before a place in which an institution can be named
BEHIND = 60  # characters behind it

_INSTITUTION = re.compile(
    r"\b\w{0,30}(?:gemeente|kantoor|stadhuis|gemeentehuis|wijkteam|buurtteam|loket|school|college|ziekenhuis|"
    r"rechtbank|gerechtshof|"
    r"bureau|stichting|instelling|locatie|vestiging|bibliotheek|buurthuis|centrum|inloop|spreekuur|postbus|ggd|"
    r"ggz|praktijk|"
    r"voedselbank|veilig thuis|raad|instituut|kliniek|apotheek|kerk|moskee|balie|antwoordnummer|raadslieden|"
    r"receptie|huisarts|"
    r"politiebureau|universiteit|hogeschool|museum|vereniging|organisatie|opvanglocatie|crisisdienst|inspectie|ministerie|"
    r"bezoekadres|postadres|hoofdkantoor|afdeling|meldpunt|servicenummer|servicepunt|klantenservice|helpdesk|hulplijn|"
    r"infolijn|duo|uwv|svb|cjib|ind|cak|coa|rdw|leger des heils|kredietbank|woningcorporatie|"
    r"wijkcentrum|buurtcentrum|dienst)\b",
    re.IGNORECASE,
)
_SOMEBODY = re.compile(
    r"\b(?:gezin|familie|woont|wonen|wonend|moeder|vader|cli[eë]nt\w{0,5}|mevrouw|meneer|ouders|kind(?:eren)?|buren|"
    r"zoon|dochter|oma|opa|ex|zij|hij|ze)\b",
    re.IGNORECASE,
)
# Beside a school stand houses.
_NEXT_TO = re.compile(
    r"\b(?:naast|tegenover|achter|boven|nabij|vlakbij|dichtbij|langs|schuin|om\sde\shoek\svan|in\sde\sbuurt\svan)"
    r"(?:\s(?:van|de|het|een|die|onze)){0,3}\s{0,3}$",
    re.IGNORECASE,
)
_PUTS_THERE = (
    r"aan|op|in|te|van|voor|bij|de|het|een|onze|ons|is|zit|zitten|ligt|staat|gevestigd|bezoekadres|adres|open|"
    r"nu|en|of|met|via|"
    r"naar|kunt|kun|u|je|bereikbaar|telefonisch|telefoon|tel|telefoonnummer|nummer|nr|bel|belt|post|loket|der|"
    r"den|alleen|ook|vanaf"
)
# Possessive throughout: each word can be read in one way only, so that it is linear.
_ATTACHED = re.compile(
    rf"(?:[\s,:()|/–\-]|\.\s?(?=[A-Z])|\b(?:{_PUTS_THERE})\b\.?|\b[A-ZÀ-Þ][\w'’\-]*+|\b\d{{1,5}}\b)*+"
)


def institutional(text: str, start: int, end: int, near: bool = False) -> bool:
    """Whether characters ``start`` to ``end`` are said to be the place or number of an institution.

    Args:
        near: whether it is enough that the sentence before names one and nobody else, as with a landline.
    """
    before = re.split(r"[.!?;\n]\s", text[max(0, start - REACH) : start])[-1]
    named = [m for m in _INSTITUTION.finditer(before) if not _NEXT_TO.search(before, 0, m.start())]
    if named:
        between = before[named[-1].end() :]
        if _ATTACHED.fullmatch(between) or (near and not _SOMEBODY.search(between)):
            return True
    behind = re.split(r"[.!?;\n]\s", text[end : end + BEHIND])[0]
    following = _INSTITUTION.search(behind)
    if following is None or _NEXT_TO.search(behind, 0, following.start()):
        return False
    return bool(_ATTACHED.fullmatch(behind[: following.start()])) and not _SOMEBODY.search(before)
