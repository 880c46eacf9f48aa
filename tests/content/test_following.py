"""Following without an account: asked for twice, told once, stopped with one click, and then forgotten."""

import datetime
import re
from collections.abc import Iterator
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.db import connection
from django.http import QueryDict
from django.test import Client
from django.utils import timezone

from content.addresses import code_of
from content.following import digests, searches
from content.following.digests import period_end, send_digests
from content.following.erasing import forget_unwanted
from content.following.searches import Search, SearchAway
from content.following.signing_up import CONFIRM, MANAGE, STOP
from content.following.views import SIGN_UPS
from content.mail.delivery import deliver_due
from content.models import AnswerPage, Concept, Follow, Follower, OutgoingMail, OverviewPage, Tag
from content.models.tags import Decision
from content.privacy.terms import STOPPED, UNCONFIRMED
from tests.mailserver import MailServer, mail_server, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vocabulary")]
HERE = {"HTTP_SEC_FETCH_SITE": "same-origin"}
ADDRESS = "collega@example.org"
MONDAY = datetime.datetime(2026, 11, 23, 12, 0, tzinfo=datetime.UTC)


@pytest.fixture
def server(settings: Any) -> Iterator[MailServer]:
    with mail_server() as running:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", running.port
        yield running


@pytest.fixture
def page() -> AnswerPage:
    return add_answer("Wie belt de school?", MONDAY - datetime.timedelta(days=30))


def add_answer(title: str, published: datetime.datetime) -> AnswerPage:
    parent = OverviewPage.objects.get(lists="answer")
    return parent.add_child(
        instance=AnswerPage(title=title, first_published_at=published, last_published_at=published)
    )


def touch(page: AnswerPage, moment: datetime.datetime) -> None:
    AnswerPage.objects.filter(pk=page.pk).update(last_published_at=moment)


def page_path(page: AnswerPage) -> str:
    return f"/volgen/pagina/{code_of(page.pk)}/"


def ask(client: Client, path: str, email: str = ADDRESS, **more: str) -> Any:
    return client.post(path, {"email": email, "frequency": "daily", **more}, **HERE)


def following(page: AnswerPage | None = None, **fields: Any) -> Follower:
    """Somebody who confirmed that they follow something, and knows all until the day before ``MONDAY``."""
    before = MONDAY - datetime.timedelta(days=1)
    follower, _ = Follower.objects.get_or_create(
        email=ADDRESS, defaults={"frequency": "daily", "told_until": before}
    )
    Follow.objects.create(follower=follower, page=page, confirmed_at=before, **fields)
    return follower


def links_of(text: str) -> list[str]:
    return re.findall(r"http://localhost:\d+(/\S+)", text)


def mails() -> list[OutgoingMail]:
    return list(OutgoingMail.objects.order_by("pk"))


class TestSigningUp:
    def test_it_begins_only_after_a_button_behind_the_link(
        self, client: Client, page: AnswerPage, server: MailServer
    ) -> None:
        assert ask(client, page_path(page), f"  {ADDRESS.upper()} ").url == "/volgen/bijna/"
        deliver_due()
        [message] = server.to(ADDRESS)
        assert page.title in text_of(message)
        link = next(link for link in links_of(text_of(message)) if "/bevestig/" in link)
        assert client.get(link).status_code == 200 and not Follow.counting().exists()
        managed = client.post(link)
        assert Follow.counting().get().page_id == page.pk
        shown = client.get(managed.url)
        assert page.title in shown.content.decode() and ADDRESS not in shown.content.decode()
        assert shown["Referrer-Policy"] == "no-referrer" and "no-store" in shown["Cache-Control"]
        assert client.post(link).status_code == 302 and Follow.objects.count() == 1

    def test_the_answer_is_the_same_whether_an_address_is_known(
        self, client: Client, page: AnswerPage
    ) -> None:
        first = ask(client, page_path(page))
        Follow.objects.update(confirmed_at=timezone.now())
        second = ask(client, page_path(page))
        third = ask(client, page_path(page), website="http://spam.example")
        assert {first.url, second.url, third.url} == {"/volgen/bijna/"}
        assert [mail.subject for mail in mails()] == ["Bevestig dat u dit wilt volgen", "U volgt dit al"]

    def test_nobody_floods_a_mailbox_through_us(self, client: Client, page: AnswerPage) -> None:
        for _ in range(4):
            ask(client, page_path(page))
        assert len(mails()) == 1
        for number in range(9):
            ask(client, page_path(add_answer(f"Vraag {number}", MONDAY)))
        assert len(mails()) == Follow.objects.count() == 5

    @pytest.mark.parametrize(
        "email", ["", "geen adres", "a@b", "x\r\nBcc: b@example.org", "a" * 300 + "@example.org"]
    )
    def test_what_is_no_address_is_explained(self, client: Client, page: AnswerPage, email: str) -> None:
        response = ask(client, page_path(page), email)
        assert response.status_code == 422 and BeautifulSoup(response.content, "html.parser").find(
            role="alert"
        )
        assert not Follower.objects.exists() and not mails()

    def test_too_many_from_one_network_wait(self, client: Client, page: AnswerPage, settings: Any) -> None:
        settings.ASK_PER_HOUR = 1
        SIGN_UPS.forget()
        said = [ask(client, page_path(page), f"c{number}@example.org").status_code for number in range(4)]
        SIGN_UPS.forget()
        assert said == [302, 302, 302, 429] and Follower.objects.count() == 3

    def test_another_site_cannot_sign_somebody_up(self, client: Client, page: AnswerPage) -> None:
        response = client.post(
            page_path(page), {"email": ADDRESS, "frequency": "daily"}, HTTP_SEC_FETCH_SITE="cross-site"
        )
        assert response.status_code == 403 and not Follower.objects.exists()

    def test_what_is_not_confirmed_is_erased(self, client: Client, page: AnswerPage) -> None:
        ask(client, page_path(page))
        unconfirmed = datetime.timedelta(days=UNCONFIRMED.days)
        forget_unwanted(timezone.now() + unconfirmed - datetime.timedelta(hours=1))
        assert Follower.objects.exists()
        forget_unwanted(timezone.now() + unconfirmed)
        assert not Follower.objects.exists() and not mails()

    def test_a_page_that_is_not_public_cannot_be_followed(self, client: Client, page: AnswerPage) -> None:
        page.unpublish()
        assert client.get(page_path(page)).status_code == 404

    def test_a_concept_can_be_followed_and_its_page_says_so(self, client: Client) -> None:
        concept = Concept.objects.get(scheme__slug="domein", slug="schulden")
        path = "/volgen/begrip/domein/schulden/"
        assert path in client.get("/domeinen/schulden/").content.decode()
        ask(client, path)
        assert Follow.objects.get().concept_id == concept.pk


class TestLinks:
    def test_a_link_is_for_one_thing(self, client: Client, page: AnswerPage) -> None:
        follower = following(page)
        reference = follower.reference
        for path, purpose in (("mijn", MANAGE), ("stop", STOP), ("bevestig", CONFIRM)):
            for other in {MANAGE, STOP, CONFIRM} - {purpose}:
                assert client.get(f"/volgen/{path}/{other.token(reference)}/").status_code == 404
            for bent in (purpose.token(reference)[:-1] + "x", "x", "%00", "a" * 3000):
                assert client.post(f"/volgen/{path}/{bent}/").status_code == 404
        assert Follow.counting().exists()

    def test_one_thing_is_stopped_and_taken_back(self, client: Client, page: AnswerPage) -> None:
        follower = following(page)
        follow = Follow.objects.get()
        manage = f"/volgen/mijn/{MANAGE.token(follower.reference)}/"
        client.post(manage, {"stop": follow.reference})
        assert not Follow.counting().exists() and "Volg weer" in client.get(manage).content.decode()
        client.post(manage, {"again": follow.reference})
        assert Follow.counting().exists()
        client.post(manage, {"stop": follow.reference})
        forget_unwanted(timezone.now() + datetime.timedelta(days=STOPPED.days))
        assert not Follower.objects.exists()

    def test_nobody_changes_what_another_follows(self, client: Client, page: AnswerPage) -> None:
        following(page)
        other = Follower.objects.create(email="ander@example.org")
        client.post(
            f"/volgen/mijn/{MANAGE.token(other.reference)}/", {"stop": Follow.objects.get().reference}
        )
        assert Follow.counting().exists()

    @pytest.mark.parametrize(("given", "kept"), [("weekly", "weekly"), ("hourly", "daily"), ("", "daily")])
    def test_the_frequency_can_be_changed(
        self, client: Client, page: AnswerPage, given: str, kept: str
    ) -> None:
        follower = following(page)
        client.post(f"/volgen/mijn/{MANAGE.token(follower.reference)}/", {"frequency": given})
        follower.refresh_from_db()
        assert follower.frequency == kept


class TestNews:
    def test_a_change_is_told_once_and_nothing_is_told_of_nothing(self, page: AnswerPage) -> None:
        following(page)
        assert send_digests(MONDAY) == 0 and not mails()
        touch(page, MONDAY)
        later = MONDAY + datetime.timedelta(days=1)
        assert [send_digests(later) for _ in range(3)] == [1, 0, 0]
        [mail] = mails()
        assert page.title in mail.text and "bijgewerkt" in mail.text and "bijgewerkt" in mail.html
        assert send_digests(later + datetime.timedelta(days=1)) == 0

    def test_what_is_published_after_the_period_waits_for_the_next(self, page: AnswerPage) -> None:
        following(page)
        end = period_end("daily", MONDAY)
        touch(page, end + datetime.timedelta(seconds=1))
        assert send_digests(MONDAY) == 0
        touch(page, end)
        Follower.objects.update(told_until=end - datetime.timedelta(days=1))
        assert send_digests(MONDAY) == 1

    def test_weekly_is_told_on_monday(self, page: AnswerPage) -> None:
        follower = following(page)
        Follower.objects.filter(pk=follower.pk).update(frequency="weekly", told_until=MONDAY)
        touch(page, MONDAY + datetime.timedelta(days=1))
        days = [MONDAY + datetime.timedelta(days=number) for number in range(1, 10)]
        assert [send_digests(day) for day in days] == [0, 0, 0, 0, 0, 0, 1, 0, 0]

    def test_only_what_happened_after_confirming_counts(self, page: AnswerPage) -> None:
        following(page)
        touch(page, MONDAY - datetime.timedelta(days=2))
        Follower.objects.update(told_until=MONDAY - datetime.timedelta(days=9))
        assert send_digests(MONDAY) == 0

    def test_a_new_page_about_a_concept_is_told_and_a_private_one_is_not(self, page: AnswerPage) -> None:
        concept = Concept.objects.get(scheme__slug="domein", slug="schulden")
        following(concept=concept)
        shown, hidden = (add_answer(title, MONDAY) for title in ("Een zichtbare vraag", "Een geheime vraag"))
        for about in (shown, hidden):
            Tag.objects.create(page=about, concept=concept, origin="editor", decision=Decision.ACCEPTED)
        hidden.unpublish()
        assert send_digests(MONDAY + datetime.timedelta(days=1)) == 1
        [mail] = mails()
        assert shown.title in mail.text and "nieuw" in mail.text and hidden.title not in mail.text

    def test_a_page_that_two_things_lead_to_is_named_once(self, page: AnswerPage) -> None:
        concept = Concept.objects.get(scheme__slug="domein", slug="schulden")
        Tag.objects.create(page=page, concept=concept, origin="editor", decision=Decision.ACCEPTED)
        following(page)
        following(concept=concept)
        touch(page, MONDAY)
        send_digests(MONDAY + datetime.timedelta(days=1))
        assert mails()[0].text.count(f"- {page.title}") == 1

    def test_who_did_not_confirm_or_stopped_hears_nothing(self, page: AnswerPage) -> None:
        following(page)
        touch(page, MONDAY)
        Follow.objects.update(stopped_at=MONDAY)
        assert send_digests(MONDAY + datetime.timedelta(days=1)) == 0
        Follow.objects.update(stopped_at=None, confirmed_at=None)
        Follower.objects.update(told_until=MONDAY - datetime.timedelta(days=1))
        assert send_digests(MONDAY + datetime.timedelta(days=1)) == 0

    def test_a_crash_before_the_end_tells_later_and_once(
        self, page: AnswerPage, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        following(page)
        touch(page, MONDAY)
        later = MONDAY + datetime.timedelta(days=1)

        def crash(*args: Any, **kwargs: Any) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr(digests, "queue_mail", crash)
        with pytest.raises(KeyboardInterrupt):
            send_digests(later)
        monkeypatch.undo()
        assert not mails() and send_digests(later) == 1 and send_digests(later) == 0

    def test_the_many_are_told_in_rounds(self, page: AnswerPage, monkeypatch: pytest.MonkeyPatch) -> None:
        before = MONDAY - datetime.timedelta(days=1)
        for number in range(5):
            follower = Follower.objects.create(
                email=f"c{number}@example.org", frequency="daily", told_until=before
            )
            Follow.objects.create(follower=follower, page=page, confirmed_at=before)
        touch(page, MONDAY)
        monkeypatch.setattr(digests, "AT_ONCE", 2)
        later = MONDAY + datetime.timedelta(days=1)
        assert [send_digests(later) for _ in range(4)] == [2, 2, 1, 0]


class TestSearches:
    @pytest.fixture(autouse=True)
    def ways(self, monkeypatch: pytest.MonkeyPatch, page: AnswerPage) -> None:
        def describe(params: QueryDict) -> Search:
            text = params.get("q", "")
            return Search(f"q={text}" if text else "", text, text)

        monkeypatch.setattr(searches._ways, "describe", describe)
        monkeypatch.setattr(searches._ways, "find", lambda query, since: frozenset({page.pk}))

    def test_a_search_is_followed_and_told(self, client: Client, page: AnswerPage) -> None:
        ask(client, "/volgen/zoekvraag/?q=schuldhulp")
        assert Follow.objects.get().search == "q=schuldhulp"
        assert "schuldhulp" not in mails()[0].text  # typed by somebody, and this address did not ask yet
        Follow.objects.update(confirmed_at=MONDAY)
        Follower.objects.update(told_until=MONDAY)
        touch(page, MONDAY + datetime.timedelta(hours=1))
        assert send_digests(MONDAY + datetime.timedelta(days=1)) == 1
        assert "schuldhulp" in mails()[1].text and page.title in mails()[1].text

    @pytest.mark.parametrize("text", ["BSN 123456782", "mevrouw Yilmaz schulden", "06-12345678"])
    def test_a_search_with_somebody_in_it_is_not_kept(self, client: Client, text: str) -> None:
        response = client.post(
            f"/volgen/zoekvraag/?q={text}", {"email": ADDRESS, "frequency": "daily"}, **HERE
        )
        assert response.status_code == 422 and not Follower.objects.exists()

    def test_nothing_to_search_for_is_nothing_to_follow(self, client: Client) -> None:
        assert client.get("/volgen/zoekvraag/").status_code == 404
        assert client.get(f"/volgen/zoekvraag/?q={'a' * 2000}").status_code == 404

    def test_news_waits_while_search_is_away(self, page: AnswerPage, monkeypatch: pytest.MonkeyPatch) -> None:
        following(search="q=schuldhulp")
        touch(page, MONDAY)
        later = MONDAY + datetime.timedelta(days=1)

        def away(query: str, since: datetime.datetime) -> frozenset[int]:
            raise SearchAway

        other = Follower.objects.create(email="ander@example.org", frequency="daily", told_until=MONDAY)
        Follow.objects.create(follower=other, page=page, confirmed_at=MONDAY - datetime.timedelta(days=1))
        Follower.objects.update(told_until=MONDAY - datetime.timedelta(days=1))
        found = searches._ways.find
        monkeypatch.setattr(searches._ways, "find", away)
        assert send_digests(later) == 1  # who follows no search need not wait
        monkeypatch.setattr(searches._ways, "find", found)
        assert send_digests(later) == 1


class TestStopping:
    def test_one_click_in_a_mail_program_erases_everything(
        self, client: Client, page: AnswerPage, server: MailServer
    ) -> None:
        following(page)
        touch(page, MONDAY)
        send_digests(MONDAY + datetime.timedelta(days=1))
        deliver_due()
        [message] = server.to(ADDRESS)
        assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
        path = links_of(message["List-Unsubscribe"].strip("<>"))[0]
        machine = Client(enforce_csrf_checks=True)
        assert machine.get(path).status_code == 200 and Follower.objects.exists()
        for _ in range(2):  # a mail program may ask twice
            response = machine.post(path, {"List-Unsubscribe": "One-Click"})
            assert response.status_code == 200 and not response.cookies
        with connection.cursor() as cursor:
            for table in connection.introspection.table_names():
                cursor.execute(f'SELECT * FROM "{table}"')
                assert ADDRESS not in str(cursor.fetchall()), table

    def test_mail_that_waits_goes_too(self, client: Client, page: AnswerPage) -> None:
        follower = following(page)
        touch(page, MONDAY)
        send_digests(MONDAY + datetime.timedelta(days=1))
        assert len(mails()) == 1
        client.post(f"/volgen/stop/{STOP.token(follower.reference)}/")
        assert not mails()

    def test_a_page_that_is_deleted_is_followed_no_more(self, page: AnswerPage) -> None:
        following(page)
        page.delete()
        call_command("housekeeping")
        assert not Follower.objects.exists()
