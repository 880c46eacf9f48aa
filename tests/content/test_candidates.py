"""Candidate terms: what is often written or sought and in no list yet, with its contexts; set aside and back."""

from collections import Counter
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from wagtail.models import PageViewRestriction

from content import candidates, demand
from content.models import ArticlePage, CandidateTerm, Concept, Label, OverviewPage, VocabularyChange
from content.nlp.terms import c_values, places
from content.tagging import tag_page

LIST = "/beheer/woordenlijst/nieuw/"
SENTENCE = "Wij zagen een schitterende flapdrol in de wachtkamer."


def terms(text: str) -> set[str]:
    return {text[place.start : place.end] for place in places(text)}


def test_terms_stand_between_function_words_and_hold_no_verb_or_number() -> None:
    assert terms("De ambulante jeugdhulp is er.") == {"ambulante jeugdhulp", "jeugdhulp"}
    assert terms("Het gezin zal blijken en het is er.") == set()
    assert terms("Na vier weken; in 2023.") == set()
    assert terms("Een veilige, warme plek.") == {"warme plek"}, "a comma ends a term"
    assert terms("\x00 <script> ' -- ") <= {"script"} and not terms("")


def test_the_c_value_takes_off_what_stands_inside_longer_terms() -> None:
    short, long = ("jeugd", "hulp"), ("dwingend", "jeugd", "hulp")
    values = c_values(Counter({short: 5, long: 3}), [(short, long)] * 3)
    assert values[short] == pytest.approx(1.585 * (5 - 3), abs=0.01)
    assert values[long] == pytest.approx(2 * 3)


def article(slug: str, text: str = SENTENCE) -> ArticlePage:
    page = OverviewPage.objects.get(lists="article").add_child(
        instance=ArticlePage(title=f"Over {slug}", slug=slug, body=[("text", f"<p>{text}</p>")])
    )
    tag_page(page)
    return page


def found() -> dict[str, CandidateTerm]:
    candidates.refresh()
    return {row.text: row for row in CandidateTerm.objects.filter(dismissed_at=None)}


@pytest.fixture
def pages(vocabulary: None) -> list[ArticlePage]:
    return [article(f"p{number}") for number in range(3)]


@pytest.mark.django_db
def test_a_phrase_on_three_pages_is_found_with_its_contexts(pages: list[ArticlePage]) -> None:
    term = found()["schitterende flapdrol"]
    assert term.pages == 3 and len(term.contexts) == 3
    assert term.contexts[0]["words"] == "schitterende flapdrol" and term.contexts[0]["page"] == pages[0].pk
    PageViewRestriction.objects.create(page=pages[0], restriction_type="login")
    assert "schitterende flapdrol" not in found(), "private pages are not read"


@pytest.mark.django_db
def test_what_the_vocabulary_holds_is_no_candidate(pages: list[ArticlePage]) -> None:
    assert "schitterende flapdrol" in found()
    Label.objects.create(concept=Concept.objects.in_scheme("domein")[0], text="schitterende flapdrol")
    assert not candidates.uncovered(CandidateTerm.objects.filter(text="schitterende flapdrol"))
    assert "schitterende flapdrol" not in found()


@pytest.mark.django_db
def test_searches_without_a_hit_count(vocabulary: None, monkeypatch: Any) -> None:
    asked = [demand.UnansweredSearch("de gouden splinterbreuk", 7), demand.UnansweredSearch("schulden", 9)]
    monkeypatch.setattr(demand._sources, "unanswered", lambda: asked)
    terms = found()
    assert terms["de gouden splinterbreuk"].queries == 7 and "schulden" not in terms


@pytest.mark.django_db
def test_an_editor_sets_aside_puts_back_and_makes_a_label(client: Client, pages: list[ArticlePage]) -> None:
    term = found()["schitterende flapdrol"]
    user = User.objects.create_user("eind", password="x")
    user.groups.add(Group.objects.get(name="Eindredacteur"))
    client.force_login(user)
    CandidateTerm.objects.filter(pk=term.pk).update(score=1e6)
    assert "<mark>schitterende flapdrol</mark>" in client.get(LIST).content.decode()
    client.post(f"{LIST}{term.pk}/", {"do": "aside"})
    assert "schitterende flapdrol" not in found()
    term.refresh_from_db()
    assert term.dismissed_by == user and "Weggezet (1)" in client.get(LIST).content.decode()
    client.post(f"{LIST}{term.pk}/", {"do": "back"})
    assert "schitterende flapdrol" in found()
    work = Concept.objects.in_scheme("domein").get(slug="werk")
    answer = client.post(f"{LIST}{term.pk}/", {"do": "label", "concept": work.pk}, follow=True)
    assert "woord erbij ‘schitterende flapdrol’" in answer.content.decode()
    assert VocabularyChange.objects.get().state == "proposed"
    made = client.get("/beheer/snippets/content/concept/add/", {"woord": term.text}).content.decode()
    assert 'value="schitterende flapdrol"' in made and 'value="schitterende-flapdrol"' in made
    assert "Kies eerst" in client.post(f"{LIST}{term.pk}/", {"do": "label"}, follow=True).content.decode()


@pytest.mark.django_db
def test_a_writer_does_not_see_them(client: Client, vocabulary: None) -> None:
    user = User.objects.create_user("red", password="x")
    user.groups.add(Group.objects.get(name="Redacteur"))
    client.force_login(user)
    assert client.get(LIST).status_code in (302, 403)
