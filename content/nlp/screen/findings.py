"""What the personal-data screen finds. A finding says where and of what kind, and never holds the text itself."""

from bisect import bisect_right, insort
from collections.abc import Iterable
from dataclasses import dataclass

BSN = "bsn"
IBAN = "iban"
PHONE = "phone"
EMAIL = "email"
ADDRESS = "address"
CASE_NUMBER = "case_number"
PLATE = "plate"
BIRTH_DATE = "birth_date"
NAME = "name"

STOP, WARN, PASS = "stop", "warn", "pass"

# In the order in which a place with two readings is decided.
IDENTIFIERS = (EMAIL, IBAN, BSN, CASE_NUMBER, PHONE, PLATE, ADDRESS)
WARNINGS = (BIRTH_DATE, NAME)
_RANK = {kind: rank for rank, kind in enumerate((*IDENTIFIERS, *WARNINGS))}


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """A personal detail: characters ``start`` to ``end`` of the text that was screened."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Screening:
    """What to do with a text, and why; findings in order of place, none of them overlapping."""

    decision: str
    findings: tuple[Finding, ...]


class Spans:
    """Spans that do not overlap, to ask quickly whether another touches one of them."""

    def __init__(self, spans: Iterable[tuple[int, int]] = ()) -> None:
        self._spans: list[tuple[int, int]] = []
        for start, end in spans:
            self.add(start, end)

    def add(self, start: int, end: int) -> bool:
        """Add a span where there is none; whether it was added."""
        if start >= end or self.touch(start, end):
            return False
        insort(self._spans, (start, end))
        return True

    def touch(self, start: int, end: int) -> bool:
        """Whether one of the spans has a character of this one."""
        last = bisect_right(self._spans, (end - 1, end)) - 1
        return last >= 0 and self._spans[last][1] > start


def decide(found: Iterable[Finding]) -> Screening:
    """Stop at what identifies a person, warn at names and dates of birth."""
    taken = Spans()
    kept = [
        finding
        for finding in sorted(found, key=lambda f: (_RANK[f.kind], f.start, -f.end))
        if taken.add(finding.start, finding.end)
    ]
    decision = STOP if any(finding.kind in IDENTIFIERS for finding in kept) else WARN if kept else PASS
    return Screening(decision, tuple(sorted(kept)))
