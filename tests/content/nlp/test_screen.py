"""The personal-data screen: on a gold set of texts, and on the forms in which each detail is written."""

import hashlib
import itertools
import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.nlp.screen import screen
from content.nlp.screen.findings import BIRTH_DATE, IDENTIFIERS, NAME, PASS, STOP, WARN

GOLD = Path(__file__).resolve().parents[2] / "gold" / "screen" / "questions.txt"
MARK = re.compile(r"\{(\w+)\|([^}]*)\}")
# What the issue asks for on the part that is held out; the present figures are above it.
IDENTIFIER_RECALL, NAME_RECALL, FALSE_STOPS = 0.96, 0.93, 0.02


@dataclass(frozen=True)
class Case:
    text: str
    spans: tuple[tuple[int, int, str], ...]

    @property
    def held_out(self) -> bool:
        return hashlib.sha256(self.text.encode()).digest()[0] % 2 == 0


def read() -> list[Case]:
    cases = []
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        text, spans, done = "", [], 0
        for mark in MARK.finditer(line):
            text += line[done : mark.start()]
            spans.append((len(text), len(text) + len(mark.group(2)), mark.group(1)))
            text += mark.group(2)
            done = mark.end()
        cases.append(Case(text + line[done:], tuple(spans)))
    return cases


def recall(cases: list[Case], kinds: tuple[str, ...]) -> float:
    hits = total = 0
    for case in cases:
        found = screen(case.text).findings
        for start, end, kind in case.spans:
            if kind in kinds:
                total += 1
                hits += any(f.kind in kinds and f.start < end and start < f.end for f in found)
    return hits / total


def test_the_gold_set_is_large_enough_and_has_both_sorts() -> None:
    cases = read()
    assert len(cases) >= 150
    assert sum(not case.spans for case in cases) >= 60


def test_the_held_out_part_of_the_gold_set() -> None:
    held = [case for case in read() if case.held_out]
    assert recall(held, IDENTIFIERS) >= IDENTIFIER_RECALL
    assert recall(held, (NAME,)) >= NAME_RECALL
    assert recall(held, (BIRTH_DATE,)) >= NAME_RECALL
    harmless = [case for case in held if not any(kind in IDENTIFIERS for *_, kind in case.spans)]
    stopped = [case.text for case in harmless if screen(case.text).decision == STOP]
    assert len(stopped) <= FALSE_STOPS * len(harmless), stopped


@pytest.mark.parametrize(
    "written",
    [
        "441672115",
        "441.672.115",
        "441 672 115",
        "4416 72 115",
        "441-67-21-15",
        "4 4 1 6 7 2 1 1 5",
        "vier vier een zes zeven twee een een vijf",
    ],
)
@pytest.mark.parametrize("around", ["{}", "Het gaat om {}, wat nu?", "moeder ({}) belde", "nummer:{}."])
def test_a_citizen_service_number_is_stopped_however_it_is_written(written: str, around: str) -> None:
    text = around.format(written)
    result = screen(text)
    assert result.decision == STOP
    assert [text[f.start : f.end] for f in result.findings] == [written]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Betaal op NL27 INGB 0006 5815 66 graag", "iban"),
        ("Bel 06 12 34 56 78 na vieren", "phone"),
        ("Mail jan punt jansen apenstaartje gmail punt com", "email"),
        ("Zij wonen op 1234 AB 12", "address"),
        ("Zij wonen in de Kerkstraat 12-A", "address"),
        ("Zaaknummer C/09/612345 loopt nog", "case_number"),
        ("Hij rijdt in een GK-123-B", "plate"),
        ("Zoon, geboren op twaalf maart 2015", "birth_date"),
        ("Haar dochter heet samira bouzid", "name"),
        ("Volgens mevrouw De Vries is dat zo", "name"),
    ],
)
def test_each_kind_is_found(text: str, kind: str) -> None:
    result = screen(text)
    assert [f.kind for f in result.findings] == [kind]
    assert result.decision == (WARN if kind in (BIRTH_DATE, NAME) else STOP)


@pytest.mark.parametrize(
    "text",
    [
        "ECLI:NL:RBDHA:2021:441672115 gaat daarover",
        "Er is € 441.672.115 begroot",
        "Stb. 2014, 105 en artikel 1:247 lid 3 BW",
        "Gemeente Delft, Stationsplein 1, 2611 BV Delft",
        "Bel 0800-2000, 112 of 14 070",
        "Volgens Bodden en Deković (2016) werkt dat",
        "De William Schrikker Stichting en het Verwey-Jonker Instituut",
        "",
    ],
)
def test_what_belongs_to_nobody_passes(text: str) -> None:
    assert screen(text).decision == PASS


@given(st.text(max_size=400))
def test_any_text_is_screened_and_findings_lie_in_it_without_overlap(text: str) -> None:
    findings = screen(text).findings
    assert all(0 <= f.start < f.end <= len(text) for f in findings)
    assert all(a.end <= b.start for a, b in itertools.pairwise(findings))
