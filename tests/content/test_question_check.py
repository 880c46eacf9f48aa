"""The page between a good form and sending: what will be sent, what is known already, and danger."""

import html
import re
import uuid
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from content.models import AnsweredBefore, ArticlePage, Concept, OverviewPage, Question
from content.nlp.danger import suggests_danger
from content.questions import knowledge
from content.questions.knowledge import Known, Passage

pytestmark = pytest.mark.django_db
URL = "/vraag-stellen/"
GOOD = {
    "question": "Hoe help ik een gezin met <schulden>?",
    "profession": "wijkteam",
    "context": "Een moeder.\r\nDrie kinderen & een hond.",
    "email": "collega@example.org",
}


@pytest.fixture
def page() -> ArticlePage:
    return OverviewPage.objects.get(lists="article").add_child(
        instance=ArticlePage(title="Alles over geld", slug="geld")
    )


@pytest.fixture(autouse=True)
def finder(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """A finder that knows one page, and remembers what it was asked."""
    asked: list[str] = []

    def find(text: str, limit: int) -> tuple[Known, ...]:
        asked.append(text)
        passage = (Passage("Zo lost u ", False), Passage("schulden", True), Passage(" op.", False))
        return (Known(7, "answer", "Vraag & antwoord", "Een goed antwoord", "/vragen/goed/", passage),)

    monkeypatch.setattr(knowledge._finders, "find", find)
    yield asked


def send(client: Client, **changes: str) -> Any:
    return client.post(URL, {**GOOD, "submission": str(uuid.uuid4()), **changes})


def hidden_in(response: Any) -> dict[str, str]:
    found = re.findall(r'<input type="hidden" name="(\w+)"(?: value="([^"]*)")?', response.content.decode())
    return {name: html.unescape(value) for name, value in found if name != "page"}


def test_a_good_form_shows_what_will_be_sent_and_stores_nothing(client: Client, finder: list[str]) -> None:
    response = send(client)
    page = response.content.decode()
    assert response.status_code == 200 and "no-store" in response["Cache-Control"]
    for shown in ("&lt;schulden&gt;", "Een moeder.<br>", "wijkteam", "collega@example.org"):
        assert shown in page
    assert not Question.objects.exists()
    assert not client.session.keys()
    assert finder == [GOOD["question"]]
    assert "Een goed antwoord" in page and "<mark>schulden</mark>" in page


def test_what_the_page_carries_is_what_is_stored(client: Client) -> None:
    carried = hidden_in(send(client))
    response = client.post(URL, {**carried, "action": "send"})
    assert response.status_code == 302 and "schulden" not in response.url
    stored = Question.objects.get()
    assert (stored.question, stored.profession) == (GOOD["question"], GOOD["profession"])
    assert stored.context == GOOD["context"]


def test_going_back_shows_the_form_with_everything_in_it(client: Client) -> None:
    carried = hidden_in(send(client))
    response = client.post(URL, {**carried, "action": "edit"})
    page = html.unescape(response.content.decode())
    assert response.status_code == 200 and 'role="alert"' not in page
    assert GOOD["question"] in page and "Drie kinderen & een hond." in page
    assert carried["submission"] in page
    assert not Question.objects.exists()


@pytest.mark.usefixtures("vocabulary")
def test_a_domain_that_went_while_somebody_looked_keeps_nothing_back(client: Client) -> None:
    carried = hidden_in(send(client))
    Concept.objects.filter(slug="huisvesting").update(deprecated=True)
    data = {**carried, "chosen": "1", "domains": ["huisvesting", "schulden", "x\x00"], "action": "send"}
    assert client.post(URL, data).status_code == 302
    assert [domain.slug for domain in Question.objects.get().domains.all()] == ["schulden"]


@pytest.mark.parametrize("damaged", ["stuk", "x" * 300, "a\x00b", "é"])
@pytest.mark.parametrize("name", ["submission", "started", "chosen", "confirmed"])
def test_what_nobody_can_see_or_mend_keeps_nothing_back(client: Client, name: str, damaged: str) -> None:
    carried = hidden_in(send(client))
    assert client.post(URL, {**carried, name: damaged, "action": "send"}).status_code == 302
    assert Question.objects.count() == 1


@pytest.mark.parametrize(
    ("change", "status"),
    [({"question": ""}, 422), ({"question": "Mag ik BSN 123456782 noemen?"}, 422)],
)
def test_what_is_sent_is_judged_again(client: Client, change: dict[str, str], status: int) -> None:
    carried = hidden_in(send(client))
    assert client.post(URL, {**carried, **change, "action": "send"}).status_code == status
    named = client.post(URL, {**carried, "question": "Wat wil mevrouw Yilmaz toch?", "action": "send"})
    assert "Vervang door algemene woorden" in named.content.decode()
    assert not Question.objects.exists()


def test_a_confirmation_survives_going_back_to_the_form(client: Client) -> None:
    held = send(client, question="Is de training van mevrouw Jansen iets voor ouders?")
    token = re.search(r'name="confirmed" value="(\w+)"', held.content.decode())
    assert token
    checked = client.post(URL, {**hidden_in(held), "confirmed": token.group(1)})
    edited = client.post(URL, {**hidden_in(checked), "action": "edit"})
    assert hidden_in(edited)["confirmed"] == token.group(1)


def test_this_answers_my_question_is_counted_and_ends_kindly(client: Client, page: ArticlePage) -> None:
    for _ in range(2):
        response = client.post(f"{URL}beantwoord/", {"page": page.pk})
    row = AnsweredBefore.objects.get()
    assert (row.page_id, row.day, row.count) == (page.pk, timezone.localdate(), 2)
    assert "Alles over geld" in client.get(response.url).content.decode()
    assert not Question.objects.exists()
    assert not client.session.keys()


@pytest.mark.parametrize("number", ["", "x", "-1", "99999999999999999999", "²"])
def test_a_page_that_is_not_there_counts_nothing(client: Client, number: str) -> None:
    assert client.post(f"{URL}beantwoord/", {"page": number}).status_code == 302
    assert not AnsweredBefore.objects.exists()


def test_a_draft_is_neither_counted_nor_named(client: Client, page: ArticlePage) -> None:
    page.live = False
    page.save()
    client.post(f"{URL}beantwoord/", {"page": page.pk})
    assert not AnsweredBefore.objects.exists()
    assert client.get(f"{URL}beantwoord/{page.pk}/").status_code == 404


def test_asking_goes_on_where_nothing_can_be_found(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    from search import known
    from search.backends.base import EngineUnavailable

    class Away:
        def status(self) -> None:
            raise EngineUnavailable

    monkeypatch.setattr(known, "backend", Away)
    monkeypatch.setattr(knowledge._finders, "find", known.find)
    response = send(client)
    assert response.status_code == 200
    assert "Misschien staat het antwoord er al" not in response.content.decode()
    assert "Verstuur mijn vraag" in response.content.decode()


@pytest.mark.parametrize(
    "text",
    [
        "Vader slaat de kinderen, wat nu?",
        "Zij zijn vorige week geslagen door hun stiefvader.",
        "De jongen loopt rond met een mes.",
        "Ik vermoed kindermishandeling.",
        "Een suïcidale moeder met een baby.",
        "Zij zegt dat ze niet meer wil leven.",
        "Het meisje heeft blauwe plekken.",
        "Hij bedreigt haar iedere dag.",
    ],
)
def test_danger_is_heard_and_shown_larger(client: Client, text: str) -> None:
    assert suggests_danger(text)
    page = send(client, context=text).content.decode()
    box = re.search(r'<div class="urgent urgent--now" role="alert">.*?</div>', page, re.DOTALL)
    assert box and "112" in box.group() and "0800-2000" in box.group()


@pytest.mark.parametrize(
    "text",
    [
        "Hoe voorkom ik een huisuitzetting?",
        "Een gezin met schulden en een kind dat niet naar school gaat.",
        "Wie voert de regie?",
    ],
)
def test_ordinary_worries_keep_the_box_small(client: Client, text: str) -> None:
    assert not suggests_danger(text)
    page = send(client, context=text).content.decode()
    assert "urgent--now" not in page and "Is een kind nu in gevaar?" in page
