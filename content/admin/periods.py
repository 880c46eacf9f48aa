"""The periods that a report can look back over."""

PERIODS = {30: "30 dagen", 90: "3 maanden", 365: "een jaar"}


def days_of(given: str) -> int:
    """The days that an address asks for; the shortest period where it names none of ours."""
    return next((days for days in PERIODS if str(days) == given), min(PERIODS))
