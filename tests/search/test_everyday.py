"""Everyday expressions: what they mean, where they are met, and that they find the pages they are for."""

from itertools import groupby

import pytest

from content import vocabulary
from content.nlp.vocabulary import Concept, Label, Vocabulary
from search import everyday, results
from search.engine import backend
from search.everyday import everyday_matches, expressions_in, near_expressions
from search.query import SearchQuery

STRESS = Concept("thema", "stress-sensitief", "Stress", (Label("Stress", "pref"),), None)
DETENTION = Concept("domein", "kind-van-gedetineerde", "Kind", (Label("Kind", "pref"),), None)
WORDS = Vocabulary((STRESS, DETENTION))


def concepts(text: str) -> set[str]:
    return {match.concept for match in everyday_matches(text, expressions_in(text), WORDS)}


@pytest.mark.parametrize(
    "text", ["komt nooit opdagen", "Ze kwam weer niet opdagen", "opdagen", "zij vergeet elke afspraak"]
)
def test_any_order_and_form(text: str) -> None:
    assert concepts(text) == {"stress-sensitief"}


@pytest.mark.parametrize("text", ["papa zit vast", "een moeder in de gevangenis", "mama in de cel"])
def test_a_word_says_what_it_is_a_kind_of(text: str) -> None:
    assert concepts(text) == {"kind-van-gedetineerde"}


@pytest.mark.parametrize(
    "text", ["", "vader. Dat staat vast", "vader heeft de hele dag een vaste oppas", "?!"]
)
def test_far_apart_or_across_a_sign_is_nothing(text: str) -> None:
    assert concepts(text) == set()


def test_a_concept_that_the_vocabulary_has_not_is_passed_over() -> None:
    assert everyday_matches("komt nooit opdagen", expressions_in("komt nooit opdagen"), Vocabulary(())) == []


def test_words_of_pages_stand_for_what_has_no_concept() -> None:
    assert "ervaringsdeskundige" in near_expressions(expressions_in("wie het zelf meegemaakt heeft"))[0].near


@pytest.mark.django_db
@pytest.mark.usefixtures("demo")
def test_every_line_means_something_of_the_vocabulary_that_ships() -> None:
    slugs = {concept.slug for concept in vocabulary.current().concepts}
    means_of_lines = [means for means, _ in groupby(everyday.lines(), key=lambda line: line[0])]
    assert len(means_of_lines) == len(set(means_of_lines)) > 100
    assert {means for means in means_of_lines if not means.startswith("=")} <= slugs


@pytest.mark.django_db
@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("ze komen nooit opdagen", "moeder-mist-afspraken-is-dat-onwil"),
        ("papa zit vast", "gezin-bij-detentie"),
        ("mama drinkt te veel", "kinderen-van-ouders-kopp-kov"),
        ("bijna op straat gezet", "huisuitzetting-voorkomen"),
        ("opa was ook al arm", "visser-2019"),
        ("iemand die het zelf heeft meegemaakt", "ervaringsdeskundigen-utrecht"),
        ("krisishulp", "crisishulp-thuis"),
        ("gefangenis", "gezin-bij-detentie"),
        ("swangersgap", "voorzorg-eerste-1000-dagen"),
    ],
)
def test_the_page_is_among_the_first(text: str, slug: str) -> None:
    found = results.run(SearchQuery(text), backend())
    assert slug in [hit.slug for hit in found.hits[:5]]
