"""What the personal-data screen finds. A finding says where and of what kind, and never holds the text itself."""

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


def decide(found: Iterable[Finding]) -> Screening:
    """Stop at what identifies a person, warn at names and dates of birth."""
    kept: list[Finding] = []
    for finding in sorted(found, key=lambda f: (_RANK[f.kind], f.start, -f.end)):
        if all(finding.end <= other.start or finding.start >= other.end for other in kept):
            kept.append(finding)
    decision = STOP if any(finding.kind in IDENTIFIERS for finding in kept) else WARN if kept else PASS
    return Screening(decision, tuple(sorted(kept)))
