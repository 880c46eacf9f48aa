"""Whether an address or a telephone number is an office's: nobody lives there, and everybody may know it."""

import re

REACH = 60  # characters before a place in which an institution can be named
BEHIND = 40  # characters behind it

_INSTITUTION = re.compile(
    r"\b\w*(?:gemeente|kantoor|stadhuis|gemeentehuis|wijkteam|buurtteam|loket|school|college|ziekenhuis|rechtbank|bureau|"
    r"stichting|instelling|locatie|vestiging|bibliotheek|buurthuis|centrum|inloop|spreekuur|postbus|ggd|ggz|praktijk|"
    r"voedselbank|veilig thuis|raad|instituut|kliniek|winkel|apotheek|kerk|moskee|opvanglocatie|balie|antwoordnummer)\b",
    re.IGNORECASE,
)
_SOMEBODY = re.compile(
    r"\b(?:gezin|familie|woont|wonen|wonend|moeder|vader|cli[eë]nt\w*|mevrouw|meneer|ouders|kind(?:eren)?|buren|"
    r"zoon|dochter|oma|opa|ex|zij|hij|ze)\b",
    re.IGNORECASE,
)


def institutional(text: str, start: int, end: int) -> bool:
    """Whether an institution is named near characters ``start`` to ``end``, and no person between."""
    before = re.split(r"[.!?;\n]\s", text[max(0, start - REACH) : start])[-1]
    named = list(_INSTITUTION.finditer(before))
    if named and not _SOMEBODY.search(before, named[-1].end()):
        return True
    behind = re.split(r"[.!?;\n]\s", text[end : end + BEHIND])[0]
    following = _INSTITUTION.search(behind)
    return following is not None and not _SOMEBODY.search(before + behind[: following.end()])
