"""The personal-data screen: on a gold set of texts, and on the forms in which each detail is written."""

import importlib
import itertools
import pkgutil
import re
import re._constants as regex
import re._parser as parser
import sys
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import content.nlp.screen as package
from content.nlp.screen import screen, trained
from content.nlp.screen.findings import BIRTH_DATE, IDENTIFIERS, NAME, PASS, STOP, WARN, Finding, Screening
from tests.content.nlp.screen_gold import cases, forms, later, measure

# What the issue asks for on the part that is held out.
IDENTIFIER_RECALL, NAME_RECALL, FALSE_STOPS = 0.99, 0.93, 0.02


def test_the_gold_set_is_large_enough_and_has_both_sorts() -> None:
    texts = cases()
    assert len(texts) >= 450
    assert sum(not case.spans for case in texts) >= 0.4 * len(texts)


def test_the_held_out_parts_of_the_gold_set() -> None:
    held = [*(case for case in cases() if case.held_out), *later()]
    figures = measure(screen, held)
    assert figures.identifiers >= IDENTIFIER_RECALL
    assert figures.names >= NAME_RECALL
    assert figures.birth_dates >= NAME_RECALL
    assert figures.false_stops <= FALSE_STOPS * figures.harmless


def test_with_a_trained_model_the_same_texts_are_stopped_at_the_same_places(stand_in: str) -> None:
    seen = 0
    for text in [case.text for case in cases() if not case.held_out][::2]:
        people = trained.people(text, stand_in)
        seen += len(people)
        alone, both = screen(text), screen(text, people)
        assert (alone.decision == STOP) == (both.decision == STOP)
        assert _identifiers(alone) == _identifiers(both)
        assert {f for f in alone.findings if f.kind == BIRTH_DATE} <= set(both.findings)
    assert seen, "the model has a say about people"


def _identifiers(result: Screening) -> list[Finding]:
    return [finding for finding in result.findings if finding.kind in IDENTIFIERS]


@pytest.mark.parametrize(("kind", "text", "name"), [row for row in forms() if row[0] != PASS])
def test_a_detail_is_found_however_it_is_typed(kind: str, text: str, name: str) -> None:
    result = screen(text)
    start = text.index(name)
    end = start + len(name) if name else len(text)
    found = [f for f in result.findings if f.kind == kind and f.start < end and start < f.end]
    assert found
    assert result.decision == (WARN if kind in (NAME, BIRTH_DATE) else STOP)
    assert not name or (found[0].start <= start and end <= found[0].end)


@pytest.mark.parametrize("text", [text for kind, text, _ in forms() if kind == PASS])
def test_what_looks_like_a_detail_and_is_none_passes(text: str) -> None:
    assert screen(text).decision == PASS


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


def test_a_word_calls_the_number_behind_it_and_not_the_date_before() -> None:
    text = "Geboren 12-03-1986, BSN 441672115"
    found = [(f.kind, text[f.start : f.end]) for f in screen(text).findings]
    assert found == [("birth_date", "12-03-1986"), ("bsn", "441672115")]


@given(st.text(max_size=400))
def test_any_text_is_screened_and_findings_lie_in_it_without_overlap(text: str) -> None:
    findings = screen(text).findings
    assert all(0 <= f.start < f.end <= len(text) for f in findings)
    assert all(a.end <= b.start for a, b in itertools.pairwise(findings))


HOSTILE = [
    "1", "1 ", "1.", "1-", "A-", "A.", "a@", "@a", "a.", "nul ", "nul zes ", "NL91", "Kerkstraat ", "Aa ", "van de ",
    "'s ", "(", "geb. ", "1 mei ", "zaak nr ", "bsn ",
    "\n", "\u200b", "e\u0301", "https://a", "Jan en ", "mevrouw van ", "[@a", "06-",
    "1234 AB ", "insta a_", "wijkteam, ", "O0l1 ", "Stb. 1 ", "De ", "één twee ", "\uff11", "punt ", " apenstaartje ",
]  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
def test_ten_times_the_text_is_about_ten_times_the_work(piece: str) -> None:
    few, many = (_calls(piece * times) for times in (200, 2000))
    assert many <= 12 * few + 2000


def _calls(text: str) -> int:
    """How many functions were called to screen a text, those written in C included."""
    screen("Jan woont op Kerkstraat 12.")
    count = 0

    def counted(frame: Any, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(counted)
    try:
        screen(text)
    finally:
        sys.setprofile(None)
    return count


def test_no_pattern_of_the_screen_can_make_it_slow() -> None:
    """Each repetition is bounded, possessive or the end of its pattern: so a match looks at a bounded piece of the text."""
    patterns = list(_patterns())
    assert len(patterns) > 50
    loose = [
        name for name, pattern in patterns if _loose(parser.parse(pattern.pattern, pattern.flags), last=True)
    ]
    assert loose == []


def test_a_pattern_that_can_make_it_slow_is_noticed() -> None:
    assert _loose(parser.parse(r"(\w+\s)*x"), last=True)
    assert _loose(parser.parse(r"a(?=\d+b)"), last=True)
    assert not _loose(parser.parse(r"\w{1,9}(?:-\w+)"), last=True)


def _patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    for info in pkgutil.iter_modules(package.__path__):
        module: ModuleType = importlib.import_module(f"{package.__name__}.{info.name}")
        for name, value in vars(module).items():
            if isinstance(value, re.Pattern):
                yield f"{info.name}.{name}", value


def _loose(items: Any, last: bool) -> bool:
    """Whether a parsed pattern repeats something without bound where a part behind it can fail."""
    items = list(items)
    for number, (kind, argument) in enumerate(items):
        end = last and number == len(items) - 1
        if kind in (regex.MAX_REPEAT, regex.MIN_REPEAT):
            _, most, part = argument
            if (most == regex.MAXREPEAT and not end) or _loose(part, end and most == 1):
                return True
        elif any(_loose(part, inner) for part, inner in _parts(kind, argument, end)):
            return True
    return False


def _parts(kind: Any, argument: Any, end: bool) -> list[tuple[Any, bool]]:
    """The patterns inside an item, and whether nothing of the whole pattern stands behind them."""
    if kind == regex.POSSESSIVE_REPEAT:
        return [(argument[2], False)]
    if kind == regex.SUBPATTERN:
        return [(argument[3], end)]
    if kind == regex.BRANCH:
        return [(branch, end) for branch in argument[1]]
    return [(argument[1], False)] if kind in (regex.ASSERT, regex.ASSERT_NOT) else []
