"""The same thing in other words, over the demo content: abbreviations, compounds, typing errors and whole questions."""

import pytest
from django.test import Client

from content import vocabulary
from search import results
from search.engine import backend
from search.query import SearchQuery
from search.results import SearchResult
from search.understanding import understand

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]


def search(text: str) -> SearchResult:
    return results.run(SearchQuery(text), backend())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1 gezin 1 plan", "één gezin één plan"),
        ("een gezin een plan", "Eén gezin, één plan"),
        ("gezinsplan", "plan voor het gezin"),
        ("huisuitzetting", "uitzetting uit huis"),
        ("schuldhulpverlening", "schuld hulp verlening"),
        ("MDO", "mdo"),
        ("LVB", "wat is een lvb"),
    ],
)
def test_two_ways_to_say_it_find_the_same(one: str, other: str) -> None:
    left, right = search(one), search(other)
    assert left.total and right.total
    assert left.concepts == right.concepts
    assert len({hit.id for hit in left.hits} & {hit.id for hit in right.hits}) >= len(left.hits) * 0.6


def test_abbreviations_find_what_they_stand_for() -> None:
    for short, long in (("MDO", "multidisciplinair overleg"), ("LVB", "licht verstandelijke beperking")):
        result = results.run(SearchQuery(text=short, per_page=50), backend())
        assert long in {name.lower() for name in result.synonyms}
        kinds = {reason.kind for hit in result.hits for reason in hit.reasons}
        assert {"exact", "synonym"} <= kinds


def test_small_words_count_where_they_are_part_of_a_name() -> None:
    assert "Drang en dwang" in {link.label for link in search("drang en dwang").concepts}
    first = search("drang en dwang").hits[0]
    assert {(reason.kind, reason.form.lower()) for reason in first.reasons} == {("exact", "drang en dwang")}


def test_a_typing_error_is_mended_with_a_way_back(client: Client) -> None:
    result = search("doorbrakmethode")
    assert result.corrected and result.suggestion and result.suggestion.label == "doorbraakmethode"
    page = client.get("/zoeken/?q=doorbrakmethode").content.decode()
    assert 'href="/zoeken/?q=%22doorbrakmethode%22"' in page and "Zoek toch op" in page
    back = search('"doorbrakmethode"')
    assert not back.corrected and not back.total


def test_a_whole_question_finds_the_answer_that_says_it_in_other_words() -> None:
    assert "ouders-met-lvb" in [
        hit.slug for hit in search("ouders kunnen moeilijk lezen en onthouden").hits[:3]
    ]


@pytest.mark.parametrize("text", ["straße ggz nu", "ﬁets ots", "İ lvb"])
def test_an_abbreviation_is_known_beside_letters_that_have_longer_capitals(text: str) -> None:
    assert search(text).concepts


def test_errors_and_right_spellings_side_by_side_are_read_as_they_stand() -> None:
    said = {
        text: understand(text, vocabulary.current()).said
        for text in ("politi en politie", "schulde of schulden")
    }
    assert said["politi en politie"] == "politie en politie"
    assert said["schulde of schulden"] == "schulden of schulden"


def test_a_small_word_is_no_abbreviation_beside_others() -> None:
    assert "Openbaar Ministerie" in {link.label for link in search("om").concepts}
    assert not search("hoe help ik om te praten").concepts
    assert {link.label for link in search("Wat is een ots?").concepts} == {"Ondertoezichtstelling"}
