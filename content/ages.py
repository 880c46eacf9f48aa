"""Ages as a text may tell them: in bands, so that nobody is to be recognised by one."""

import datetime
import re

OLDEST = 110
GROWN_UP = 18
# The years below which a band ends; the first begins at 0.
BANDS = (4, 8, 12, GROWN_UP)
CHILD = 12  # younger is a child, older a youth
_MONTHS = ("jan", "feb", "maa", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_DATE = re.compile(r"(\d{1,2})[^\da-z]{1,4}(\d{1,2}|[a-z]{3,9})[^\da-z]{1,3}(\d{4}|\d{2})", re.IGNORECASE)
_ISO_DATE = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")


def age_on(written: str, today: datetime.date) -> int | None:
    """The age that a date of birth means, as *12-03-2018* or *3 mei '14*; None where it names no whole date of a life."""
    if iso := _ISO_DATE.fullmatch(written):
        year, month, day = iso.groups()
    elif match := _DATE.fullmatch(written):
        day, month, year = match.groups()
    else:
        return None
    number = int(month) if month.isdigit() else _month(month)
    full = int(year) if len(year) == 4 else 2000 + int(year)
    try:
        born = datetime.date(full if full <= today.year else full - 100, number, int(day))
    except ValueError:
        return None
    age = today.year - born.year - ((today.month, today.day) < (born.month, born.day))
    return age if 0 <= age <= OLDEST else None


def band(age: int) -> str:
    """The years around an age, as *8 tot 12*; for grown-ups *18 of ouder*."""
    for start, end in zip((0, *BANDS), BANDS, strict=False):
        if age < end:
            return f"{start} tot {end}"
    return f"{GROWN_UP} of ouder"


def _month(name: str) -> int:
    start = {"mrt": "maa"}.get(name[:3].lower(), name[:3].lower())
    return _MONTHS.index(start) + 1 if start in _MONTHS else 0
