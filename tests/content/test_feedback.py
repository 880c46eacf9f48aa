"""What readers can say of a page: counted without who, screened before it is kept, and handled by editors."""

import datetime
import html
import json
import re
import uuid
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group, User
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from content.addresses import code_of, page_id_of
from content.models import (
    AnsweredBefore,
    AnswerPage,
    ArticlePage,
    ContentPage,
    HelpfulDay,
    OverviewPage,
    Remark,
    SameQuestionDay,
)
from content.models.feedback import REMARKS_KEPT_DAYS

pytestmark = pytest.mark.django_db
HERE = {"HTTP_SEC_FETCH_SITE": "same-origin"}


def add(kind: str, model: Any, **fields: Any) -> Any:
    return OverviewPage.objects.get(lists=kind).add_child(instance=model(**fields))


@pytest.fixture
def page() -> AnswerPage:
    return add(
        "answer",
        AnswerPage,
        title="Mag ik </script><script>alert(1)</script> delen?",
        slug="delen",
        short_answer="Alleen wat nodig is.",
        last_published_at=timezone.now(),
    )


def address(page: ContentPage, rest: str) -> str:
    return f"/reactie/{code_of(page.pk)}/{rest}"


def soup_of(response: Any) -> BeautifulSoup:
    return BeautifulSoup(response.content, "html.parser")


class TestAddresses:
    @given(st.integers(1, 10**12))
    def test_a_code_says_which_page_it_is(self, number: int) -> None:
        assert page_id_of(code_of(number)) == page_id_of(code_of(number).lower()) == number

    @given(st.text(max_size=20))
    def test_any_text_is_a_code_or_none(self, text: str) -> None:
        number = page_id_of(text)
        assert number is None or code_of(number) == text.upper()

    def test_a_slip_of_the_pen_finds_no_other_page(self) -> None:
        wrong = sum(
            page_id_of(code_of(n)[:-2] + "Z" + code_of(n)[-1]) not in (None, n) for n in range(30, 1000)
        )
        assert wrong < 0.05 * 970

    def test_it_survives_another_slug_and_another_place(self, client: Client, page: AnswerPage) -> None:
        short = f"/v/{code_of(page.pk)}"
        assert client.get(short).url == "/vragen/delen/"
        page.slug = "mag-ik-delen"
        page.save()
        page.move(OverviewPage.objects.get(lists="article"), "last-child")
        moved = client.get(short)
        assert (moved.status_code, moved.url) == (302, "/artikelen/mag-ik-delen/")
        page.unpublish()
        assert client.get(short).status_code == 404
        for code in ("B", "22", "x" * 400):
            assert client.get(f"/v/{code}").status_code == 404


class TestStructuredData:
    def test_an_answer_is_a_question_page_and_cannot_end_its_script(
        self, client: Client, page: AnswerPage
    ) -> None:
        response = client.get(page.url)
        assert "<script>alert" not in response.content.decode()
        block = soup_of(response).find("script", type="application/ld+json")
        data = json.loads(block.string)
        question = data["mainEntity"]
        assert (data["@type"], question["name"]) == ("QAPage", page.title)
        assert question["acceptedAnswer"]["text"] == "Alleen wat nodig is."
        assert question["url"].endswith("/vragen/delen/") and not question["url"].startswith(
            "http://localhost/"
        )

    def test_an_article_is_an_article(self, client: Client) -> None:
        article = add(
            "article", ArticlePage, title="Nieuws", slug="nieuws", published_on=datetime.date(2026, 3, 1)
        )
        data = json.loads(soup_of(client.get(article.url)).find("script", type="application/ld+json").string)
        assert (data["@type"], data["headline"], data["datePublished"]) == ("Article", "Nieuws", "2026-03-01")

    def test_it_names_its_address_for_search_engines(self, client: Client, page: AnswerPage) -> None:
        link = soup_of(client.get(page.url, HTTP_HOST="elders.example")).find("link", rel="canonical")
        assert link["href"].endswith("/vragen/delen/") and "elders" not in link["href"]


class TestCounting:
    def test_yes_and_no_are_counted_per_day_and_leave_no_cookie(
        self, client: Client, page: AnswerPage
    ) -> None:
        for said in ("ja", "ja", "nee"):
            response = client.post(address(page, "hielp/"), {"helped": said}, **HERE)
            assert response.url == address(page, f"hielp/{said}/") and not response.cookies
        row = HelpfulDay.objects.get()
        assert (row.page_id, row.day, row.yes, row.no) == (page.pk, timezone.localdate(), 2, 1)
        thanks = client.get(response.url)
        assert "Wat miste u?" in thanks.content.decode() and not thanks.cookies
        assert HelpfulDay.objects.get().no == 1

    def test_reading_a_page_sets_no_cookie(self, client: Client, page: AnswerPage) -> None:
        assert not client.get(page.url).cookies

    @pytest.mark.parametrize("said", ["", "misschien", "ja' OR 1=1"])
    def test_another_answer_counts_nothing(self, client: Client, page: AnswerPage, said: str) -> None:
        assert client.post(address(page, "hielp/"), {"helped": said}, **HERE).url == page.url
        assert not HelpfulDay.objects.exists()

    @pytest.mark.parametrize(
        "headers",
        [
            {},
            {"HTTP_SEC_FETCH_SITE": "cross-site"},
            {"HTTP_SEC_FETCH_SITE": "none"},
            {"HTTP_ORIGIN": "https://elders.example"},
            {"HTTP_ORIGIN": "null"},
        ],
    )
    def test_another_site_cannot_make_a_visitor_count(
        self, page: AnswerPage, headers: dict[str, str]
    ) -> None:
        client = Client(enforce_csrf_checks=True)
        for rest, data in (
            ("hielp/", {"helped": "ja"}),
            ("ook/", {}),
            ("fout/", {"text": "Dit klopt niet."}),
        ):
            refused = client.post(address(page, rest), data, **headers)
            assert refused.status_code == 403
            text = refused.content.decode()
            assert "laad de pagina opnieuw" in text and "Log in" not in text
        assert not HelpfulDay.objects.exists() and not Remark.objects.exists()
        own = client.post(address(page, "hielp/"), {"helped": "ja"}, HTTP_ORIGIN="http://testserver")
        assert own.status_code == 302 and HelpfulDay.objects.exists()

    def test_the_same_question_counts_once_in_a_browser(self, client: Client, page: AnswerPage) -> None:
        for _ in range(3):
            client.post(address(page, "ook/"), **HERE)
        assert SameQuestionDay.objects.get().count == 1
        cookie = client.cookies["ook_deze_vraag"]
        assert cookie["httponly"] and cookie["path"] == "/reactie/" and cookie["samesite"] == "Strict"
        client.cookies["ook_deze_vraag"] = cookie.value[:-1] + "x"
        client.post(address(page, "ook/"), **HERE)
        assert SameQuestionDay.objects.get().count == 2

    def test_the_number_shows_when_it_is_more_than_a_few(self, client: Client, page: AnswerPage) -> None:
        for asked in (2, 3):
            for _ in range(asked - (SameQuestionDay.objects.exists() and 2)):
                Client().post(address(page, "ook/"), **HERE)
            shown = f"{asked} collega's hebben deze vraag ook" in html.unescape(
                client.get(page.url).content.decode()
            )
            assert shown == (asked == 3)

    def test_only_an_answer_is_a_question(self, client: Client) -> None:
        article = add("article", ArticlePage, title="Nieuws", slug="nieuws")
        assert client.post(address(article, "ook/"), **HERE).status_code == 404

    def test_a_page_that_is_not_public_takes_nothing(self, client: Client, page: AnswerPage) -> None:
        page.unpublish()
        for rest in ("hielp/", "ook/"):
            assert client.post(address(page, rest), {"helped": "ja"}, **HERE).status_code == 404
        assert client.get(address(page, "fout/")).status_code == 404


def send(client: Client, page: ContentPage, text: str, **more: str) -> Any:
    data = {"text": text, "submission": str(uuid.uuid4()), **more}
    return client.post(address(page, "fout/"), data, **HERE)


class TestRemarks:
    def test_a_fault_is_kept_once_and_thanked_for(self, client: Client, page: AnswerPage) -> None:
        same = str(uuid.uuid4())
        for _ in range(2):
            response = send(
                client, page, "Het telefoonnummer van Veilig Thuis is veranderd.", submission=same
            )
            assert response.url == address(page, "bedankt/")
        remark = Remark.objects.get()
        assert (remark.kind, remark.status, remark.page_id) == ("fault", "new", page.pk)

    def test_a_remark_that_was_changed_and_sent_again_is_another_one(
        self, client: Client, page: AnswerPage
    ) -> None:
        same = str(uuid.uuid4())
        for text in ("Dit klopt niet.", "Dit klopt niet, want het is 2026.", "Dit klopt niet."):
            send(client, page, text, submission=same)
        assert [remark.text for remark in Remark.objects.order_by("pk")] == [
            "Dit klopt niet.",
            "Dit klopt niet, want het is 2026.",
        ]

    def test_a_damaged_id_keeps_no_remark_back(self, client: Client, page: AnswerPage) -> None:
        assert (
            send(client, page, "Dit klopt niet.", submission="stuk", confirmed="x" * 300).status_code == 302
        )
        assert Remark.objects.count() == 1

    def test_a_reason_is_kept_with_what_it_is_about(self, client: Client, page: AnswerPage) -> None:
        client.post(address(page, "hielp/nee/"), {"text": "Ik miste een voorbeeld."}, **HERE)
        assert Remark.objects.get().kind == "missed"
        assert client.get(address(page, "hielp/wellicht/")).status_code == 404

    @pytest.mark.parametrize("written", ["123456782", "1234.56.782", "123 456 782"])
    def test_a_number_of_a_person_is_never_kept(self, client: Client, page: AnswerPage, written: str) -> None:
        response = send(client, page, f"Bij ons gezin met BSN {written} werkte het niet.")
        assert response.status_code == 422
        text = response.content.decode()
        assert "burgerservicenummer" in text and written in text
        assert not Remark.objects.exists()

    def test_a_name_waits_for_a_choice(self, client: Client, page: AnswerPage) -> None:
        text = "Mevrouw Yilmaz kreeg dit advies en het klopte niet."
        held = send(client, page, text)
        assert held.status_code == 200 and not Remark.objects.exists()
        replaced = send(client, page, text, action="replace")
        shown = soup_of(replaced).find("textarea").get_text()
        assert "Deze vrouw kreeg dit advies" in shown and not Remark.objects.exists()
        token = soup_of(held).find("button", attrs={"name": "confirmed"})["value"]
        assert send(client, page, "Meneer Jansen kreeg dit ook.", confirmed=token).status_code == 200
        assert not Remark.objects.exists()
        send(client, page, text, confirmed=token)
        assert Remark.objects.get().text == text

    @pytest.mark.parametrize("text", ["", "   ", "x" * 1001, "\x00\x01"])
    def test_what_is_no_remark_is_explained_and_stays_on_the_screen(
        self, client: Client, page: AnswerPage, text: str
    ) -> None:
        response = send(client, page, text)
        assert response.status_code == 422 and soup_of(response).find(attrs={"role": "alert"})
        assert not Remark.objects.exists()

    def test_a_robot_is_thanked_and_forgotten(self, client: Client, page: AnswerPage) -> None:
        assert send(client, page, "Koop nu!", website="http://spam.example").status_code == 302
        assert not Remark.objects.exists()

    def test_what_was_typed_is_shown_as_text(self, client: Client, page: AnswerPage) -> None:
        assert "<img src=x>" not in send(client, page, "<img src=x> BSN 123456782").content.decode()

    def test_old_ones_go(self, client: Client, page: AnswerPage) -> None:
        send(client, page, "Dit klopt niet meer.")
        send(client, page, "Dit ook niet.")
        old = Remark.objects.first()
        old.received_on -= datetime.timedelta(days=REMARKS_KEPT_DAYS + 1)
        old.save()
        call_command("housekeeping")
        assert list(Remark.objects.values_list("pk", flat=True)) != [] and not Remark.objects.filter(
            pk=old.pk
        )


class TestEditors:
    @pytest.fixture
    def editor(self, client: Client) -> User:
        user = User.objects.create_user("redactie", password="x")
        user.groups.add(Group.objects.get(name="Redacteur"))
        client.force_login(user)
        return user

    def test_the_report_counts_a_period_and_sorts(
        self, client: Client, editor: User, page: AnswerPage
    ) -> None:
        other = add("article", ArticlePage, title="Nieuws", slug="nieuws")
        today = timezone.localdate()
        HelpfulDay.objects.create(page=page, day=today, yes=9, no=1)
        HelpfulDay.objects.create(page=page, day=today - datetime.timedelta(days=60), no=50)
        HelpfulDay.objects.create(page=other, day=today, no=2)
        SameQuestionDay.objects.create(page=page, day=today, count=7)
        AnsweredBefore.objects.create(page=page, day=today, count=4)
        AnsweredBefore.objects.create(page=add("article", ArticlePage, title="Geld"), day=today, count=3)
        Remark.objects.create(page=page, kind="fault", text="Fout", submission=uuid.uuid4())

        def rows(query: str) -> list[list[str]]:
            soup = soup_of(client.get(f"/beheer/rapporten/lezers/{query}"))
            return [
                [re.sub(r"\D.*", "", c.get_text(" ")) for c in r.find_all("td")[1:]]
                for r in soup.select("tbody tr")
            ]

        most, news, money = ["1", "9", "7", "4", "1"], ["2", "0", "0", "0", "0"], ["0", "0", "0", "3", "0"]
        assert rows("") == [news, most, money]
        assert rows("?volgorde=ja")[0] == most
        assert rows("?volgorde=al") == [most, money, news]
        assert rows("?dagen=90")[0] == ["51", "9", "7", "4", "1"]
        assert rows("?dagen=9999&volgorde=;drop") == rows("")

    def test_a_remark_is_handled_with_who_and_when(
        self, client: Client, editor: User, page: AnswerPage
    ) -> None:
        remark = Remark.objects.create(page=page, kind="fault", text="<b>Fout</b>", submission=uuid.uuid4())
        listed = client.get("/beheer/rapporten/lezers/reacties/").content.decode()
        assert "&lt;b&gt;Fout&lt;/b&gt;" in listed
        client.post(f"/beheer/rapporten/lezers/reacties/{remark.pk}/", {"status": "done"})
        remark.refresh_from_db()
        assert (remark.status, remark.handled_by) == ("done", editor) and remark.handled_at
        assert "&lt;b&gt;" not in client.get("/beheer/rapporten/lezers/reacties/").content.decode()
        assert "redactie" in client.get("/beheer/rapporten/lezers/reacties/?status=done").content.decode()
        client.post(f"/beheer/rapporten/lezers/reacties/{remark.pk}/", {"status": "new"})
        remark.refresh_from_db()
        assert (remark.status, remark.handled_by, remark.handled_at) == ("new", None, None)

    def test_the_start_page_says_how_many_wait(self, client: Client, editor: User, page: AnswerPage) -> None:
        Remark.objects.create(page=page, kind="fault", text="Fout", submission=uuid.uuid4())
        assert "1 reactie van een lezer wacht" in client.get("/beheer/").content.decode()

    @pytest.mark.parametrize("rest", ["", "reacties/"])
    def test_others_see_nothing(self, client: Client, rest: str) -> None:
        assert client.get(f"/beheer/rapporten/lezers/{rest}").status_code == 302
        client.force_login(User.objects.create_user("lezer", password="x"))
        assert client.get(f"/beheer/rapporten/lezers/{rest}").status_code in (302, 403)
