"""The case pack: kept in the browser alone, put in order, taken back, and made into a PDF that everybody can read."""

import datetime
import io
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader
from wagtail.models import PageViewRestriction

from content.addresses import code_of, short_url
from content.casepack import basket, pdf
from content.casepack.texts import rich
from content.models import AnswerPage, ContentPage, ElementPage, FactsheetPage, PublicationPage

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]
HERE = {"HTTP_SEC_FETCH_SITE": "same-origin"}
CODES = tuple(code_of(number) for number in range(1, 60))


def codes(count: int) -> list[str]:
    return [code_of(pk) for pk in ContentPage.objects.live().public().values_list("pk", flat=True)[:count]]


def add(client: Client, *chosen: str, **more: str) -> Any:
    return client.post("/map/erbij/", {"p": ".".join(chosen), **more}, **HERE)


def change(client: Client, action: str, code: str = "") -> Any:
    return client.post("/map/wijzig/", {"action": action, "code": code}, **HERE)


def shown(client: Client, address: str = "/map/") -> list[str]:
    soup = BeautifulSoup(client.get(address).content, "html.parser")
    return [item["id"].removeprefix("blad-") for item in soup.select(".pack__sheet")]


class TestBasket:
    def test_no_cookie_before_something_is_kept_and_none_outside_the_pack(self, client: Client) -> None:
        assert not client.get("/map/").cookies
        add(client, codes(1)[0])
        cookie = client.cookies["map"]
        assert (cookie["path"], cookie["httponly"], cookie["samesite"]) == ("/map/", True, "Strict")

    def test_pages_are_put_in_order_taken_out_and_put_back_where_they_were(self, client: Client) -> None:
        first, second, third = codes(3)
        for code in (first, second, third, second):
            add(client, code)
        assert shown(client) == [first, second, third]
        assert change(client, "up", third).url == f"/map/#blad-{third}"
        assert shown(client) == [first, third, second]
        change(client, "down", first)
        assert shown(client) == [third, first, second]
        undo = BeautifulSoup(client.get(change(client, "remove", first).url).content, "html.parser")
        assert shown(client) == [third, second]
        form = undo.find("button", string="Zet terug").find_parent("form")
        client.post(form["action"], {i["name"]: i["value"] for i in form.find_all("input")}, **HERE)
        assert shown(client) == [third, first, second]

    def test_an_emptied_pack_can_be_had_back(self, client: Client) -> None:
        chosen = codes(3)
        add(client, *chosen)
        undo = BeautifulSoup(client.get(change(client, "empty").url).content, "html.parser")
        assert shown(client) == [] and not client.cookies["map"].value
        form = undo.find("button", string="Zet terug").find_parent("form")
        client.post(form["action"], {i["name"]: i["value"] for i in form.find_all("input")}, **HERE)
        assert shown(client) == chosen

    def test_a_full_pack_says_so(self, client: Client) -> None:
        chosen = codes(basket.MOST + 1)
        add(client, *chosen[:-1])
        response = add(client, chosen[-1])
        assert "Uw map is vol" in client.get(response.url).content.decode()
        assert shown(client) == chosen[:-1]

    def test_a_shared_address_shows_the_same_pages_and_changes_nothing(self, client: Client) -> None:
        mine, *theirs = codes(3)
        add(client, mine)
        assert shown(client, f"/map/?p={theirs[1]}.{theirs[0]}") == [theirs[1], theirs[0]]
        assert shown(client) == [mine]

    @pytest.mark.parametrize("cookie", ["", "BBB", "1:2:3", "\x00", "x" * 5000])
    def test_a_cookie_of_somebody_else_is_no_pack(self, client: Client, cookie: str) -> None:
        client.cookies["map"] = cookie
        assert shown(client) == []

    @pytest.mark.parametrize(
        "address",
        [
            "?p=%00",
            "?p=<script>alert(1)</script>",
            "?weg=BBB&plek=-1",
            "?erbij=%F0%9F%98%80",
            "?p=" + "BB." * 3000,
        ],
    )
    def test_no_address_breaks_it(self, client: Client, address: str) -> None:
        response = client.get(f"/map/{address}")
        assert response.status_code == 200 and "<script>alert" not in response.content.decode()

    def test_another_site_puts_nothing_in_it(self, client: Client) -> None:
        code = codes(1)[0]
        assert client.post("/map/erbij/", {"p": code}, HTTP_SEC_FETCH_SITE="cross-site").status_code == 403
        assert client.post("/map/erbij/", {"p": "QQQ"}, **HERE).status_code == 404
        assert shown(client) == []

    @given(st.lists(st.sampled_from(CODES), unique=True), st.sampled_from(CODES), st.integers(-2, 2))
    def test_moving_keeps_every_page(self, chosen: list[str], code: str, by: int) -> None:
        assert sorted(basket.moved(tuple(chosen), code, by)) == sorted(chosen)


def made(client: Client, *pages: ContentPage) -> PdfReader:
    response = client.get("/map/map.pdf", {"p": ".".join(code_of(page.pk) for page in pages)})
    assert response.status_code == 200 and response["Content-Type"] == "application/pdf"
    return PdfReader(io.BytesIO(response.content))


def tags_of(node: Any, found: set[str]) -> set[str]:
    """The names of the structure elements below a node."""
    item = node.get_object()
    for child in (each.get_object() for each in (item if isinstance(item, list) else [item])):
        if isinstance(child, dict):
            found.add(child.get("/S", ""))
            if "/K" in child:
                tags_of(child["/K"], found)
    return found


class TestPdf:
    def test_it_can_be_read_by_a_screen_reader(self, client: Client) -> None:
        element = ElementPage.objects.live().exclude(evidence=None).filter(sources__isnull=False).first()
        reader = made(client, element, AnswerPage.objects.live().first())
        root = reader.trailer["/Root"]
        assert root["/Lang"] == "nl" and root["/MarkInfo"]["/Marked"]
        assert root["/ViewerPreferences"]["/DisplayDocTitle"]
        assert reader.metadata.title == "Map voor het overleg"
        assert b"<pdfuaid:part>1</pdfuaid:part>" in reader.xmp_metadata.stream.get_data()
        assert {"/H1", "/H2", "/P", "/L", "/LI", "/Link", "/TOC"} <= tags_of(
            root["/StructTreeRoot"]["/K"], set()
        )
        titles = [item["/Title"] for item in reader.outline if not isinstance(item, list)]
        assert titles[0] == element.title and len(titles) == 2

    def test_it_holds_what_a_meeting_needs(self, client: Client) -> None:
        element = ElementPage.objects.live().exclude(evidence=None).filter(sources__isnull=False).first()
        text = " ".join(" ".join(page.extract_text() for page in made(client, element).pages).split())
        assert element.title in text and f"trede {element.evidence.order} van 5" in text
        assert element.evidence_reason[:40] in text and short_url(element) in text
        assert element.source_list()[0].publication.title[:25] in text and "Zo doet u dat" in text

    @pytest.mark.parametrize("kind", [AnswerPage, FactsheetPage, PublicationPage])
    def test_every_kind_of_page_goes_on_paper(self, client: Client, kind: type[ContentPage]) -> None:
        for page in kind.objects.live()[:3]:
            text = " ".join(" ".join(p.extract_text() for p in made(client, page).pages).split())
            assert page.title.split(":")[0][:20] in text

    def test_what_is_not_public_is_left_out(self, client: Client) -> None:
        secret, shown_page = ElementPage.objects.live()[:2]
        PageViewRestriction.objects.create(page=secret, restriction_type=PageViewRestriction.LOGIN)
        reader = made(client, secret, shown_page)
        assert secret.title not in "".join(page.extract_text() for page in reader.pages)
        assert client.get("/map/map.pdf", {"p": code_of(secret.pk)}).status_code == 404

    def test_a_source_that_is_not_public_is_left_out(self, client: Client) -> None:
        element = ElementPage.objects.live().filter(sources__isnull=False).first()
        secrets = [reference.publication for reference in element.sources.all()]
        PageViewRestriction.objects.create(
            page=secrets[0].get_parent(), restriction_type=PageViewRestriction.LOGIN
        )
        text = " ".join(" ".join(page.extract_text() for page in made(client, element).pages).split())
        assert element.title in text and not any(secret.title[:25] in text for secret in secrets)

    def test_words_cannot_become_markup(self, client: Client) -> None:
        page = AnswerPage.objects.live().first()
        page.title = '#panic("x") $1$ <label> @ref *vet* `code`'
        page.short_answer = '#include "/etc/passwd" \\ // weg'
        page.save()
        text = "".join(p.extract_text() for p in made(client, page).pages)
        assert '#panic("x")' in text and "*vet*" in text and "etc/passwd" in text

    def test_too_much_text_is_refused_with_what_to_do(
        self, client: Client, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(pdf, "MAX_CHARACTERS", 100)
        response = client.get("/map/map.pdf", {"p": codes(1)[0]})
        assert response.status_code == 422 and "te groot" in response.content.decode()

    @pytest.mark.parametrize("wanted", ["", "QQQ", "\x00", "BBB." * 1000])
    def test_no_pages_is_no_pdf(self, client: Client, wanted: str) -> None:
        assert client.get("/map/map.pdf", {"p": wanted}).status_code == 404

    def test_the_day_is_on_it(self) -> None:
        page = AnswerPage.objects.live().first()
        reader = PdfReader(io.BytesIO(pdf.pack_pdf([page], datetime.date(2026, 3, 1))))
        assert "1 maart 2026" in reader.pages[0].extract_text()


def test_rich_text_keeps_its_shape_and_numbers_its_sources() -> None:
    html = '<h3>Kop</h3><p>Zin <a linktype="page" id="7">(Bos, 2020)</a>.</p><ul><li>een</li><li>twee <b>vet</b></li></ul>'
    parts = [(part.kind, part.text, part.items) for part in rich(html, {"7": 2})]
    assert parts == [
        ("subheading", "Kop", ()),
        ("text", "Zin [2].", ()),
        ("bullets", "", ("een", "twee vet")),
    ]
