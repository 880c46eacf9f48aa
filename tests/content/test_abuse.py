"""Robots: what is too fast, too much, too large or looks like spam. A normal asker gets through, and nobody is puzzled."""

import re
import time
import uuid
from importlib import import_module
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, User
from django.core import signing
from django.db import connection
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext

from content.models import Contact, OutgoingMail, Question, SuspectContact, SuspectQuestion
from content.questions import forms, guard, networks, pace, suspicion, views
from content.questions.asker import status_path
from content.questions.guard import RefusedBeforeMiddleware, bounded
from content.questions.networks import NetworkLimit, network_of

pytestmark = pytest.mark.django_db
URL = "/vraag-stellen/"
GOOD = {
    "question": "Hoe help ik een gezin met schulden dat geen hulp wil?",
    "profession": "wijkteam",
    "context": "",
    "email": "",
    "action": "send",
}
SPAM = "Best SEO service for your website, buy cheap backlinks now and grow your business online today"
FLOOD = 500


@pytest.fixture(autouse=True)
def fresh_limits() -> None:
    for limit in (guard.PAGES, suspicion.SENT, views.TYPING):
        limit.forget()


def send(client: Client, address: str = "192.0.2.1", **changes: Any) -> Any:
    data = {**GOOD, "submission": str(uuid.uuid4()), **changes}
    return client.post(URL, data, REMOTE_ADDR=address)


class TestPace:
    @pytest.fixture(autouse=True)
    def on(self, settings: Any) -> None:
        settings.ASK_MIN_SECONDS = 3

    @staticmethod
    def stamp(monkeypatch: pytest.MonkeyPatch, seconds_ago: float) -> str:
        with monkeypatch.context() as patched:
            now = time.time()
            patched.setattr(signing.time, "time", lambda: now - seconds_ago)
            return pace.stamp()

    @pytest.mark.parametrize("ago", [0, 1, pace.LONGEST + 60])
    def test_who_is_too_fast_or_took_a_day_looks_once_more(
        self, client: Client, monkeypatch: pytest.MonkeyPatch, ago: float
    ) -> None:
        page = send(client, started=self.stamp(monkeypatch, ago))
        assert page.status_code == 200 and "Verstuur uw vraag dan nu nog een keer" in page.content.decode()
        assert GOOD["question"] in page.content.decode()
        assert not Question.objects.exists() and not SuspectQuestion.objects.exists()

    @pytest.mark.parametrize("started", ["", "x", ":1tX:y", "é" * 50])
    def test_a_form_that_was_never_shown_is_looked_at_once_more(self, client: Client, started: str) -> None:
        assert "nog een keer" in send(client, started=started).content.decode()
        assert not Question.objects.exists()

    def test_who_takes_time_goes_on(self, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
        assert send(client, started=self.stamp(monkeypatch, 5)).status_code == 302
        assert Question.objects.count() == 1

    def test_the_page_that_holds_up_carries_a_new_stamp(
        self, client: Client, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        old = self.stamp(monkeypatch, pace.LONGEST + 60)
        found = re.search(r'name="started" value="([^"]+)"', send(client, started=old).content.decode())
        assert found and found.group(1) != old
        now = time.time()
        monkeypatch.setattr(signing.time, "time", lambda: now + 10)
        assert send(client, started=found.group(1)).status_code == 302


class TestNetworks:
    @pytest.mark.parametrize(
        ("one", "other", "same"),
        [
            ("192.0.2.1", "192.0.2.250", True),
            ("192.0.2.1", "192.0.3.1", False),
            ("2001:db8:1:2::3", "2001:db8:1:ffff::1", True),
            ("2001:db8:1::1", "2001:db8:2::1", False),
            ("::ffff:192.0.2.1", "192.0.2.9", True),
        ],
    )
    def test_a_network_is_an_office_and_not_a_person(
        self, rf: RequestFactory, one: str, other: str, same: bool
    ) -> None:
        first, second = (network_of(rf.get("/", REMOTE_ADDR=address)) for address in (one, other))
        assert (first == second) is same

    @pytest.mark.parametrize(
        ("forwarded", "expected"),
        [
            ("203.0.113.7", "203.0.113.0/24"),
            (
                "6.6.6.6, 203.0.113.7",
                "203.0.113.0/24",
            ),  # what a visitor makes up stands before what our proxy says
            ("geen adres", None),
            ("", None),
        ],
    )
    def test_behind_a_proxy_only_what_the_proxy_says_counts(
        self, rf: RequestFactory, settings: Any, forwarded: str, expected: str | None
    ) -> None:
        settings.PROXIES = 1
        request = rf.get("/", REMOTE_ADDR="10.0.0.1", HTTP_X_FORWARDED_FOR=forwarded)
        assert network_of(request) == expected

    def test_no_address_can_be_found_in_what_is_remembered(self, settings: Any) -> None:
        settings.ASK_PER_HOUR = 1
        limit = NetworkLimit(times=2)
        assert [limit.allows("192.0.2.0/24") for _ in range(3)] == [True, True, False]
        assert limit.allows("198.51.100.0/24") and limit.allows(None)
        assert "192.0.2" not in repr(vars(limit)) and b"192.0.2" not in b"".join(limit._counts)
        again = NetworkLimit(times=2)
        again.allows("192.0.2.0/24")
        assert set(again._counts).isdisjoint(limit._counts), "another salt, another hash"

    def test_what_was_refused_once_is_refused_before_anything_else_is_done(
        self, rf: RequestFactory, settings: Any
    ) -> None:
        settings.ASK_PER_HOUR = 1
        limit, reached = NetworkLimit(times=1), []
        view = bounded(limit)(lambda request: reached.append(request.method) or HttpResponse())
        site = RefusedBeforeMiddleware(lambda request: reached.append("site") or view(request))
        robot = rf.post("/proef/", REMOTE_ADDR="192.0.2.1")
        assert [site(robot).status_code for _ in range(4)] == [200, 429, 429, 429]
        assert reached == ["site", "POST", "site"], "the third and fourth never came to the site"
        assert site(rf.get("/proef/", REMOTE_ADDR="192.0.2.1")).status_code == 200
        assert site(rf.post("/proef/", REMOTE_ADDR="198.51.100.1")).status_code == 200
        assert site(rf.post("/elders/", REMOTE_ADDR="192.0.2.1")).status_code == 429, "it is one limit"

    def test_after_an_hour_all_is_forgotten(self, settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
        settings.ASK_PER_HOUR = 1
        limit, now = NetworkLimit(times=1), time.monotonic()
        limit.allows("192.0.2.0/24")
        assert not limit.allows("192.0.2.0/24")
        salt = limit._salt
        monkeypatch.setattr(networks.time, "monotonic", lambda: now + networks.HOUR + 1)
        assert limit.allows("192.0.2.0/24") and limit._salt != salt

    def test_memory_is_bounded(self, settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
        settings.ASK_PER_HOUR = 1
        monkeypatch.setattr(networks, "MOST_NETWORKS", 10)
        limit = NetworkLimit(times=1)
        for number in range(100):
            limit.allows(f"10.0.{number}.0/24")
        assert len(limit._counts) <= 10


class TestHeldApart:
    @pytest.fixture
    def editor(self, client: Client) -> Client:
        user = User.objects.create_user("e", password="x")
        user.groups.add(Group.objects.get(name="Eindredacteur"))
        inside = Client()
        inside.force_login(user)
        return inside

    @pytest.mark.parametrize(
        ("text", "reason"),
        [
            (SPAM, "foreign"),
            ("Koop nu [url=http://spam.example]goedkope pillen[/url] voor het hele gezin", "markup"),
            ('Kijk eens op <a href="http://spam.example">deze mooie website</a> voor gezinnen', "markup"),
        ],
    )
    def test_what_looks_like_spam_is_kept_apart_and_thanked_alike(
        self, client: Client, text: str, reason: str
    ) -> None:
        response = send(client, question=text)
        assert "Uw vraag is ontvangen" in client.get(response.url).content.decode()
        assert SuspectQuestion.objects.get().reason == reason
        assert not Question.objects.exists() and not OutgoingMail.objects.exists()

    @pytest.mark.parametrize(
        "text",
        [
            "Wie doet casusregie binnen 1G1P1R bij een 16-jarige met LVB, EMDR en MDFT via de ggz?",
            "gezin schulden huurachterstand kinderen schoolverzuim moeder depressie wijkteam ggz vot",
            "Zie https://example.org/richtlijn: geldt die ook voor gezinnen met een licht verstandelijke beperking?",
        ],
    )
    def test_shop_talk_is_no_spam(self, client: Client, text: str) -> None:
        send(client, question=text)
        assert Question.objects.count() == 1

    def test_many_from_one_network_are_kept_apart_and_another_network_is_not(
        self, client: Client, settings: Any
    ) -> None:
        settings.ASK_PER_HOUR = 2
        for _ in range(4):
            send(client)
        send(client, address="198.51.100.1")
        assert (Question.objects.count(), SuspectQuestion.objects.count()) == (3, 2)

    def test_an_editor_lets_it_in_and_it_is_a_question_like_any_other(
        self, client: Client, editor: Client
    ) -> None:
        send(client, question=SPAM, email="collega@example.org", urgency="week")
        held = SuspectQuestion.objects.get()
        own = status_path(held.reference)
        assert "Wij hebben uw vraag" in client.get(own).content.decode()
        assert SPAM in editor.get("/beheer/apart-gehouden-vragen/").content.decode()
        editor.post(f"/beheer/apart-gehouden-vragen/{held.reference}/", {"decision": "let-in"})
        question = Question.objects.get()
        assert (question.question, question.urgency, question.reference) == (SPAM, "week", held.reference)
        assert Contact.objects.get().email == "collega@example.org"
        assert OutgoingMail.objects.filter(to="collega@example.org").count() == 1
        assert not SuspectQuestion.objects.exists()
        assert "Wij hebben uw vraag" in client.get(own).content.decode()

    def test_an_editor_throws_it_away(self, client: Client, editor: Client) -> None:
        send(client, question=SPAM)
        reference = SuspectQuestion.objects.get().reference
        editor.post(f"/beheer/apart-gehouden-vragen/{reference}/", {"decision": "throw-away"})
        assert not SuspectQuestion.objects.exists() and not Question.objects.exists()

    def test_its_asker_can_take_it_along_and_erase_it(self, client: Client) -> None:
        send(client, question=SPAM)
        own = status_path(SuspectQuestion.objects.get().reference)
        assert client.get(f"{own}gegevens.json").json()["vraag"] == SPAM
        client.post(f"{own}wissen/")
        assert not SuspectQuestion.objects.exists() and not SuspectContact.objects.exists()

    @pytest.mark.usefixtures("vocabulary")
    def test_it_is_taken_along_in_the_same_words_as_any_other_question(self, client: Client) -> None:
        data = {"email": "collega@example.org", "urgency": "week", "domains": ["huisvesting"], "chosen": "1"}
        send(client, question=SPAM, **data)
        held = SuspectQuestion.objects.get()
        taken = client.get(f"{status_path(held.reference)}gegevens.json").json()
        question = suspicion.release(held)
        later = client.get(f"{status_path(question.reference)}gegevens.json").json()
        moment = later.pop("ontvangen"), taken.pop("ontvangen")
        assert all(moment) and taken == later
        assert (taken["e-mailadres"], taken["onderwerpen"]) == ("collega@example.org", ["Huisvesting"])

    def test_its_address_is_kept_apart_from_it(self, client: Client) -> None:
        send(client, question=SPAM, email="collega@example.org")
        assert "collega@example.org" not in repr(SuspectQuestion.objects.values())
        held = SuspectContact.objects.get()
        assert (held.email, held.suspect) == ("collega@example.org", SuspectQuestion.objects.get())

    def test_addresses_that_were_among_the_rest_are_moved(self) -> None:
        rows = [
            SuspectQuestion.objects.create(
                submission=uuid.uuid4(), reason="many", sent={"question": "Vraag?", "email": email}
            )
            for email in ("collega@example.org", "")
        ]
        migration = import_module("content.migrations.0020_suspects_address_apart")
        migration.move_addresses(apps, None)
        assert list(SuspectContact.objects.values_list("suspect", "email")) == [
            (rows[0].pk, "collega@example.org")
        ]
        assert all(row.sent == {"question": "Vraag?"} for row in SuspectQuestion.objects.all())
        migration.put_back(apps, None)
        rows[0].refresh_from_db()
        assert rows[0].sent["email"] == "collega@example.org"

    @pytest.mark.parametrize("name", ["", "Redacteur"])
    def test_others_may_not_see_or_decide(self, client: Client, name: str) -> None:
        send(client, question=SPAM)
        if name:
            user = User.objects.create_user("r", password="x")
            user.groups.add(Group.objects.get(name=name))
            client.force_login(user)
        reference = SuspectQuestion.objects.get().reference
        page = client.get("/beheer/apart-gehouden-vragen/", follow=True)
        assert SPAM not in page.content.decode()
        client.post(f"/beheer/apart-gehouden-vragen/{reference}/", {"decision": "let-in"})
        assert SuspectQuestion.objects.exists() and not Question.objects.exists()

    def test_a_flood_fills_no_disk(self, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(suspicion, "MOST_HELD", 3)
        for _ in range(5):
            assert send(client, question=SPAM).status_code == 302
        assert SuspectQuestion.objects.count() == 3

    def test_a_flood_pushes_out_itself_and_no_real_question(
        self, client: Client, editor: Client, settings: Any, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(suspicion, "MOST_HELD", 3)
        first = send(client, question=f"{SPAM} number one")
        for number in range(4):
            send(client, question=f"{SPAM} {number}")
        page = editor.get("/beheer/").content.decode()
        assert "3 vragen staan apart" in page and "Het is vol" in page
        assert "Het is vol" in editor.get("/beheer/apart-gehouden-vragen/").content.decode()
        settings.ASK_PER_HOUR = 1
        suspicion.SENT.forget()
        for number in range(3):
            send(client, question=f"Wie helpt een gezin met schulden, voor de {number}e keer?")
        kept = {row.sent["question"] for row in SuspectQuestion.objects.all()}
        assert {text for text in kept if "gezin" in text} == {
            f"Wie helpt een gezin met schulden, voor de {number}e keer?" for number in (1, 2)
        }
        assert len(kept) == 3 and f"{SPAM} 3" in kept
        assert first.status_code == 302, "who was pushed out was thanked too"

    def test_the_start_page_counts_what_is_held_and_only_for_its_handlers(
        self, client: Client, editor: Client
    ) -> None:
        assert "apart, omdat" not in editor.get("/beheer/").content.decode()
        send(client, question=SPAM)
        page = editor.get("/beheer/").content.decode()
        assert "1 vraag staat apart" in page and "Het is vol" not in page
        writer = User.objects.create_user("r", password="x")
        writer.groups.add(Group.objects.get(name="Redacteur"))
        client.force_login(writer)
        assert "staat apart" not in client.get("/beheer/").content.decode()

    def test_what_was_changed_and_sent_again_is_held_too(self, client: Client) -> None:
        same = str(uuid.uuid4())
        for number in (1, 2, 1, 2):
            send(client, submission=same, question=f"{SPAM} {number}")
        assert [row.sent["question"][-1] for row in SuspectQuestion.objects.order_by("pk")] == ["1", "2"]


class TestLimits:
    def test_many_links_are_refused_with_what_to_do(self, client: Client) -> None:
        response = send(client, context="Zie www.een.nl, www.twee.nl, http://drie.nl en https://vier.nl.")
        assert response.status_code == 422 and "hoogstens 3" in response.content.decode()
        assert not Question.objects.exists()

    def test_what_is_too_large_is_not_even_read(self, client: Client) -> None:
        with CaptureQueriesContext(connection) as queries:
            response = send(client, context="x" * guard.MOST_BYTES)
        assert response.status_code == 413 and "te groot" in response.content.decode()
        assert "0800-2000" in response.content.decode()
        assert not queries.captured_queries

    def test_who_sends_too_much_is_told_kindly_and_whom_to_call(self, client: Client, settings: Any) -> None:
        settings.ASK_PER_HOUR = 1
        answers = [send(client, action="") for _ in range(guard.PAGES.times + 1)]
        assert {answer.status_code for answer in answers[:-1]} == {200}
        last = answers[-1]
        assert last.status_code == 429 and last["Retry-After"] == "3600"
        assert "Even wachten" in last.content.decode() and "0800-2000" in last.content.decode()
        assert "no-store" in last["Cache-Control"]
        assert client.get(URL, REMOTE_ADDR="192.0.2.1").status_code == 200, "reading is never limited"

    def test_a_flood_fills_no_log(self, client: Client, settings: Any, caplog: Any) -> None:
        settings.ASK_PER_HOUR = 1
        for _ in range(guard.PAGES.times):
            send(client, action="")
        caplog.clear()
        assert send(client, action="").status_code == 429
        assert not caplog.records


@pytest.mark.usefixtures("demo")
def test_a_flood_costs_next_to_nothing_and_a_normal_asker_gets_through(
    client: Client, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Five hundred posts of robots through the whole site: with the trap, without it, and from the check page."""
    settings.ASK_PER_HOUR = 5
    screened: list[int] = []
    real = forms.screen_fields
    monkeypatch.setattr(forms, "screen_fields", lambda texts: screened.append(1) or real(texts))
    costs = []
    for number in range(FLOOD):
        trap = {"website": "http://spam.example"} if number % 2 else {}
        with CaptureQueriesContext(connection) as queries:
            send(client, question=SPAM, **trap)
        costs.append(len(queries))
    allowed = guard.PAGES.times * settings.ASK_PER_HOUR
    assert sum(costs[allowed:]) == 0, "what is over the limit asks nothing of the database"
    assert len(screened) <= allowed, "nor of the screen"
    assert not Question.objects.exists()

    assert send(client, address="198.51.100.9").status_code == 302
    assert Question.objects.get().question == GOOD["question"]
    found = client.get("/zoeken/?q=schulden").content.decode()
    assert "resultaten" in found
