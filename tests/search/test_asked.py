"""Counting what people look for: what is counted, what is forgotten, and what an editor sees of it."""

import datetime
import time
from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from content.models import Concept, Label, VocabularyChange
from content.steering.changes import settle
from search import asked, former, once
from search.asked import MIN_ASKED, forget_old, seen, tally
from search.fields import SORTS
from search.models import CommonQuery, QueryDay

pytestmark = pytest.mark.django_db
SEARCH = "/zoeken/"


@pytest.fixture(autouse=True)
def counting(settings: Any) -> Iterator[None]:
    settings.COUNT_QUERIES = True
    tally._counts.clear()
    seen.forget()
    yield
    tally._counts.clear()
    tally.flush()


@pytest.fixture
def keeper(client: Client) -> Client:
    user = User.objects.create_user("e", password="x")
    user.groups.add(Group.objects.get(name="Eindredacteur"))
    client.force_login(user)
    return client


def ask(text: str, times: int = 1) -> None:
    for _ in range(times):
        tally.note(text, [asked.ASKED])
    tally.flush()


def everything_stored() -> str:
    rows = [*QueryDay.objects.values_list(), *CommonQuery.objects.values_list()]
    return repr(rows)


@pytest.mark.usefixtures("demo")
def test_a_search_is_counted_once_and_going_on_with_it_is_not(client: Client) -> None:
    client.get(SEARCH, {"q": "schulden"})
    client.get(SEARCH, {"q": "schulden", "page": "2"})
    client.get(SEARCH, {"q": "schulden", "type": "element"})
    for sort in SORTS:
        client.get(SEARCH, {"q": "schulden", "sort": sort})
    client.get(SEARCH, {"q": "qqqqxyz"})
    tally.flush()
    assert sorted(QueryDay.objects.values_list("asked", "without_hits")) == [(1, 0), (1, 1)]


@pytest.mark.usefixtures("demo")
def test_one_network_makes_no_words_public_however_often_it_asks(client: Client) -> None:
    here, chosen = {"sec-fetch-site": "same-origin"}, reverse("search-chosen")
    for text in ("schulden", "  Schulden ", "SCHULDEN", "schulden"):
        client.get(SEARCH, {"q": text}, REMOTE_ADDR="192.0.2.1")
        client.post(chosen, {"q": text}, headers=here, REMOTE_ADDR="192.0.2.77")
    tally.flush()
    assert list(QueryDay.objects.values_list("asked", "clicks")) == [(1, 1)]
    former.forget()
    assert not CommonQuery.objects.exists() and not former.former("schulden", 5)
    for number in range(1, MIN_ASKED):
        client.get(SEARCH, {"q": "schulden"}, REMOTE_ADDR=f"198.51.{number}.1")
    tally.flush()
    former.forget()
    assert former.former("schulden", 5) == ["schulden"], "three networks asked it"
    former.forget()


def test_who_asked_is_not_in_what_is_remembered_and_gone_after_a_day(monkeypatch: pytest.MonkeyPatch) -> None:
    visits, now = once.OncePerDay(), time.monotonic()
    answers = [visits.first(network, "schulden") for network in ("192.0.2.0/24", "192.0.2.0/24", None, None)]
    assert answers == [True, False, True, False]
    assert visits.first("192.0.2.0/24", "wonen")
    assert b"192.0.2" not in b"".join(visits._seen) and "schulden" not in repr(vars(visits))
    before, salt = set(visits._seen), visits._salt
    monkeypatch.setattr(once.time, "monotonic", lambda: now + once.DAY + 60)
    assert visits.first("192.0.2.0/24", "schulden")
    assert visits._salt != salt and before.isdisjoint(visits._seen) and len(visits._seen) == 1


def test_what_is_remembered_is_bounded_and_a_flood_does_not_make_it_forget(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(once, "MOST_VISITS", 10)
    visits = once.OncePerDay()
    answers = [visits.first("192.0.2.0/24", f"woord {number}") for number in range(50)]
    assert sum(answers) == len(visits._seen) == 10
    assert not visits.first("192.0.2.0/24", "woord 0")


@pytest.mark.parametrize(
    "text", ["bsn 441672115", "jan jansen huurschuld", "06 12345678", "Kerkstraat 12", "jan@voorbeeld.nl"]
)
def test_a_query_with_anything_personal_is_never_written(text: str) -> None:
    ask(text, MIN_ASKED + 2)
    assert QueryDay.objects.count() == CommonQuery.objects.count() == 0


def test_the_words_are_kept_only_when_asked_often_enough() -> None:
    ask("nazorg na opname", MIN_ASKED - 1)
    assert "nazorg" not in everything_stored()
    ask("Nazorg  na opname")
    assert [row.text for row in CommonQuery.objects.all()] == ["nazorg na opname"]
    assert QueryDay.objects.get().asked == MIN_ASKED


def test_what_is_kept_tells_no_one_and_no_hour() -> None:
    ask("nazorg", MIN_ASKED)
    assert {field.name for field in QueryDay._meta.fields} == {
        "id",
        "digest",
        "day",
        "asked",
        "without_hits",
        "clicks",
    }


def test_a_long_text_and_a_flood_cost_nothing() -> None:
    tally.note("woord " * 60, [asked.ASKED])
    for number in range(asked.MOST_WAITING + 50):
        tally.note(f"woord{'abcdefghij'[number % 10]} {'x' * (number // 10)}"[:100], [asked.ASKED])
    assert len(tally._counts) <= asked.MOST_WAITING


@pytest.mark.usefixtures("demo")
def test_an_opened_result_is_counted_from_this_site_alone(client: Client) -> None:
    address = reverse("search-chosen")
    client.post(address, {"q": "regie"}, headers={"sec-fetch-site": "cross-site"})
    client.post(address, {"q": "regie"}, headers={"sec-fetch-site": "same-origin"})
    tally.flush()
    assert QueryDay.objects.get().clicks == 1
    assert client.get(address).status_code == 405


def test_old_counts_and_their_words_are_forgotten() -> None:
    ask("nazorg", MIN_ASKED)
    today = timezone.localdate()
    assert forget_old(today) == 0
    assert forget_old(today + datetime.timedelta(days=asked.KEPT_DAYS + 1)) == 1
    assert everything_stored() == "[]"


@pytest.mark.usefixtures("vocabulary")
class TestTheReport:
    def test_it_shows_what_is_common_and_what_finds_nothing(self, keeper: Client) -> None:
        ask("drankprobleem", MIN_ASKED)
        for _ in range(MIN_ASKED):
            tally.note("kattenluik", [asked.ASKED, asked.WITHOUT_HITS])
        tally.flush()
        ask("eenmalig")
        html = keeper.get(reverse("report-queries"), {"dagen": "onzin"}).content.decode()
        most, without = (html.split(f'id="lijst-{n}"')[1].split("</section>")[0] for n in (1, 2))
        assert "kattenluik" in most and "drankprobleem" in most
        assert "kattenluik" in without and "drankprobleem" not in without
        assert "eenmalig" not in html

    @pytest.mark.parametrize("days", ["²", "٣٠", "30 ", "9" * 5000])
    def test_a_period_that_is_none_of_ours_is_the_shortest(self, keeper: Client, days: str) -> None:
        for name in ("report-queries", "report-feedback"):
            assert keeper.get(reverse(name), {"dagen": days}).status_code == 200

    def test_a_query_becomes_a_label_of_a_concept(self, keeper: Client) -> None:
        concept = Concept.objects.get(scheme__slug="domein", slug="middelengebruik")
        form = keeper.get(reverse("query-synonym"), {"text": "zuipschuit"}).content.decode()
        assert "zuipschuit" in form
        done = keeper.post(reverse("query-synonym"), {"text": "zuipschuit", "concept": concept.pk})
        change = VocabularyChange.objects.get()
        assert done["Location"] == reverse("vocabulary-change", args=[change.pk])
        assert "woord erbij ‘zuipschuit’" in keeper.get(done["Location"]).content.decode()
        assert not Label.objects.filter(text="zuipschuit").exists(), "it is shown first"
        keeper.post(done["Location"], {"do": "apply"})
        settle(change.pk)
        assert Label.objects.filter(concept=concept, text="zuipschuit", kind="alt").exists()
        twice = keeper.post(reverse("query-synonym"), {"text": "zuipschuit", "concept": concept.pk})
        assert twice.status_code == 422
        assert "hoort al bij" in twice.content.decode()

    @pytest.mark.parametrize("name", ["report-queries", "query-synonym"])
    def test_it_is_for_those_who_keep_the_vocabulary(self, client: Client, name: str) -> None:
        writer = User.objects.create_user("r", password="x")
        writer.groups.add(Group.objects.get(name="Redacteur"))
        client.force_login(writer)
        assert client.get(reverse(name)).status_code in (302, 403)
