"""The gold set of the personal-data screen, for its tests and for the benchmark that prints the README's table."""

import hashlib
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from content.nlp.screen.findings import BIRTH_DATE, IDENTIFIERS, NAME, STOP, Finding, Screening

FOLDER = Path(__file__).resolve().parents[2] / "gold" / "screen"
MARK = re.compile(r"\{(\w+)\|([^}]*)\}")
ESCAPE = re.compile(r"\\n|\\u[0-9a-f]{4}")


@dataclass(frozen=True)
class Case:
    """A text and what is personal in it, as (start, end, kind)."""

    text: str
    spans: tuple[tuple[int, int, str], ...]

    @property
    def held_out(self) -> bool:
        """Whether nothing may be tuned on it: half of the texts, by their hash."""
        return hashlib.sha256(self.text.encode()).digest()[0] % 2 == 0


@dataclass(frozen=True)
class Figures:
    """Shares found per sort of detail, and how many of the texts without an identifier were stopped: never which."""

    identifiers: float
    names: float
    birth_dates: float
    false_stops: int
    harmless: int


def cases() -> list[Case]:
    """Every text of ``questions.txt``."""
    return [_case(_typed(line)) for line in _lines("questions.txt")]


def later() -> list[Case]:
    """Every text of ``later.txt``: written when the screen was finished, and none of them tuned on."""
    return [_case(_typed(line)) for line in _lines("later.txt")]


def forms() -> list[tuple[str, str, str]]:
    """(kind, text, name) of ``forms.txt``; the name is empty where any finding of the kind will do."""
    rows = []
    for line in _lines("forms.txt"):
        kind, text, *name = _typed(line).split("\t")
        rows.append((kind, text, name[0] if name else ""))
    return rows


def measure(read: Callable[[str], Screening], chosen: Sequence[Case]) -> Figures:
    """What a screen finds in texts. A detail is found when a finding of its sort has a character of it."""
    found = {case: read(case.text) for case in chosen}
    harmless = [case for case in chosen if not any(kind in IDENTIFIERS for *_, kind in case.spans)]
    return Figures(
        identifiers=_recall(found, IDENTIFIERS),
        names=_recall(found, (NAME,)),
        birth_dates=_recall(found, (BIRTH_DATE,)),
        false_stops=sum(found[case].decision == STOP for case in harmless),
        harmless=len(harmless),
    )


def _recall(found: dict[Case, Screening], kinds: Sequence[str]) -> float:
    hits = [
        _touched(start, end, (f for f in result.findings if f.kind in kinds))
        for case, result in found.items()
        for start, end, kind in case.spans
        if kind in kinds
    ]
    return sum(hits) / len(hits)


def _touched(start: int, end: int, findings: Iterable[Finding]) -> bool:
    return any(finding.start < end and start < finding.end for finding in findings)


def _lines(name: str) -> list[str]:
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("# ")]


def _typed(line: str) -> str:
    return ESCAPE.sub(lambda match: match.group().encode().decode("unicode_escape"), line)


def _case(line: str) -> Case:
    text, spans, done = "", [], 0
    for mark in MARK.finditer(line):
        text += line[done : mark.start()]
        spans.append((len(text), len(text) + len(mark.group(2)), mark.group(1)))
        text += mark.group(2)
        done = mark.end()
    return Case(text + line[done:], tuple(spans))
