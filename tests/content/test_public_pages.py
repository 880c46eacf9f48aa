"""What readers get: every page, its references, and its forms for other programs."""

import io
import json
from typing import Any

import bibtexparser
import pytest
import rispy
from bs4 import BeautifulSoup
from django.test import Client
from pypdf import PdfReader
from wagtail.models import PageViewRestriction

from content.citations import in_text, reference, reference_text
from content.models import (
    AnswerPage,
    Concept,
    ContentPage,
    ElementPage,
    FactsheetPage,
    PublicationPage,
    RelatedPage,
    SourceReference,
)
from content.models.factsheets import Figure

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]
MAX_TITLE = 70  # characters of <title> that a search engine shows
TYPES = {"elementpage": 25, "factsheetpage": 10, "publicationpage": 40, "answerpage": 20, "articlepage": 8}


def soup_of(client: Client, address: str) -> BeautifulSoup:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return BeautifulSoup(answer.content, "html.parser")


@pytest.mark.parametrize(("kind", "least"), TYPES.items())
def test_there_is_enough_to_read(kind: str, least: int) -> None:
    assert ContentPage.objects.live().filter(content_type__model=kind).count() >= least


def test_every_page_names_itself_and_no_internal_link_is_dead(client: Client) -> None:
    led_to: set[str] = set()
    pages = {page.url: page.title for page in ContentPage.objects.live().public()}
    for address, title in pages.items():
        soup = soup_of(client, address)
        assert [h.get_text(strip=True) for h in soup.find_all("h1")] == [title], address
        assert title[:40] in soup.title.get_text()
        links = {a["href"] for a in soup.find_all("a", href=True)}
        ids = {tag["id"] for tag in soup.find_all(id=True)}
        assert {link[1:] for link in links if link.startswith("#") and len(link) > 1} <= ids, address
        led_to |= {link.split("#")[0] for link in links if link.startswith("/")}
    elsewhere = {
        address for address in led_to if not address.startswith(("/beheer/", "/zoeken/"))
    } - pages.keys()
    assert elsewhere
    for address in sorted(elsewhere):
        assert client.get(address, follow=True).status_code == 200, address


def test_every_domain_theme_and_concept_has_its_page(client: Client) -> None:
    for concept in Concept.objects.select_related("scheme").filter(scheme__slug__in=("domein", "thema")):
        answer = client.get(f"/begrippen/{concept.scheme.slug}/{concept.slug}/", follow=True)
        assert answer.status_code == 200
        assert concept.pref_label in answer.content.decode()


def test_a_source_can_be_followed_both_ways(client: Client) -> None:
    element = ElementPage.objects.live().filter(sources__isnull=False).first()
    assert element
    source = element.sources.first().publication
    assert source.url in {a.get("href") for a in soup_of(client, element.url).select(".sources a")}
    assert element.url in {a.get("href") for a in soup_of(client, source.url).find_all("a")}


def test_a_private_page_shows_in_no_list(client: Client) -> None:
    page = ElementPage.objects.live().first()
    assert page
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    assert client.get(page.url).status_code == 302
    for address in ("/", "/elementen/", "/onderwerpen/", "/sitemap.xml"):
        assert f'"{page.url}"' not in client.get(address).content.decode()
    for concept in Concept.objects.in_scheme("domein").tops():
        assert page.url not in client.get(f"/domeinen/{concept.slug}/").content.decode()


def test_a_private_factsheet_has_no_pdf(client: Client) -> None:
    page = FactsheetPage.objects.live().first()
    assert page
    address = f"/factsheets/{page.slug}/pdf/"
    answer = client.get(address)
    assert answer["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF")
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    assert client.get(address).status_code == 404


def article() -> PublicationPage:
    page = PublicationPage.objects.live().filter(csl_type="article-journal").exclude(doi="").first()
    assert page
    return page


def test_a_reference_is_apa() -> None:
    page = article()
    text = reference_text(page)
    assert f"({page.year})" in text and page.title in text
    assert text.rstrip(".").endswith(f"https://doi.org/{page.doi}".rstrip("."))
    assert f"<i>{page.container_title}" in reference(page).replace("&#x27;", "'") or "<i>" in reference(page)


def test_a_name_cannot_bring_markup_into_a_reference() -> None:
    page = article()
    page.title = '<script>alert("x")</script>'
    assert "<script" not in reference(page)


def test_a_text_reference_names_two_authors_and_shortens_three() -> None:
    page = article()
    page.year = 2020

    def cited(*names: str) -> str:
        page.author_names = lambda: [{"family": name, "given": "A."} for name in names]  # type: ignore[method-assign]
        return in_text(page)

    assert cited("Bos") == "Bos, 2020"
    assert cited("Bos", "Kok") == "Bos & Kok, 2020"
    assert cited("Bos", "Kok", "Vis") == "Bos e.a., 2020"


def test_the_exports_can_be_read_back(client: Client) -> None:
    page = article()
    record = rispy.loads(client.get(f"/literatuur/{page.slug}.ris").content.decode())[0]
    assert record["title"] == page.title and record["doi"] == page.doi
    assert len(record["authors"]) == len(page.author_names())
    entry = bibtexparser.parse_string(client.get(f"/literatuur/{page.slug}.bib").content.decode()).entries[0]
    assert entry["doi"] == page.doi
    assert len(entry["author"].split(" and ")) == len(page.author_names())
    assert not entry["author"].startswith("{")
    item = json.loads(client.get(f"/literatuur/{page.slug}.json").content)[0]
    assert item["title"] == page.title and item["issued"]["date-parts"] == [[page.year]]
    assert client.get(f"/literatuur/{page.slug}.exe").status_code == 404


def test_every_publication_can_be_exported_and_cited(client: Client) -> None:
    for page in PublicationPage.objects.live():
        for form in ("ris", "bib", "json"):
            assert client.get(f"/literatuur/{page.slug}.{form}").status_code == 200
        assert page.title[:20] in reference_text(page)


def hide(page: ContentPage, above: bool = False) -> None:
    """Put a page, or the overview above it, behind a log-in."""
    where = page.get_parent() if above else page
    PageViewRestriction.objects.create(page=where, restriction_type=PageViewRestriction.LOGIN)


@pytest.mark.parametrize("above", [False, True])
class TestARestrictedPageIsNotNamedElsewhere:
    def test_among_related_pages(self, client: Client, above: bool) -> None:
        page, secret = AnswerPage.objects.live().first(), ElementPage.objects.live().first()
        page.related_pages = [RelatedPage(target=secret)]
        page.save()
        assert secret.title in soup_of(client, page.url).select_one(".related").get_text()
        hide(secret, above)
        assert secret.title not in client.get(page.url).content.decode()

    def test_among_sources(self, client: Client, above: bool) -> None:
        page = ElementPage.objects.live().filter(sources__isnull=False).first()
        secret = page.source_list()[0].publication
        hide(secret, above)
        assert secret.title not in client.get(page.url).content.decode()
        assert [ref.publication_id for ref in page.source_list()].count(secret.pk) == 0

    def test_where_a_source_is_used(self, client: Client, above: bool) -> None:
        secret = ElementPage.objects.live().filter(sources__isnull=False).first()
        source = secret.source_list()[0].publication
        hide(secret, above)
        assert secret.title not in client.get(source.url).content.decode()

    def test_beside_a_figure(self, client: Client, above: bool) -> None:
        figure = Figure.objects.filter(page__live=True, year__isnull=False).first()
        hide(figure.source, above)
        html = client.get(figure.page.url).content.decode()
        assert figure.source.title not in html and figure.value in html
        assert f"Cijfer over {figure.year}" in html

    def test_in_the_pdf_of_a_factsheet(self, client: Client, above: bool) -> None:
        page = FactsheetPage.objects.live().filter(figures__isnull=False, sources__isnull=False).first()
        secret = page.figures.first().source
        secret.title = "Vertrouwelijk rapport"
        secret.save()
        page.sources = [SourceReference(publication=secret)]
        page.save()
        assert text_of_pdf(client, page).count(secret.title) > 1
        hide(secret, above)
        assert secret.title not in text_of_pdf(client, page)


def text_of_pdf(client: Client, page: FactsheetPage) -> str:
    reader = PdfReader(io.BytesIO(client.get(f"/factsheets/{page.slug}/pdf/").content))
    return " ".join(" ".join(sheet.extract_text() for sheet in reader.pages).split())


def test_a_page_with_many_sources_asks_no_more_of_the_database_than_one_with_few(
    django_assert_max_num_queries: Any,
) -> None:
    page = ElementPage.objects.live().first()
    page.sources = [SourceReference(publication=source) for source in PublicationPage.objects.live()[:20]]
    page.related_pages = [RelatedPage(target=other) for other in AnswerPage.objects.live()[:10]]
    page.save()
    page = ElementPage.objects.get(pk=page.pk)
    with django_assert_max_num_queries(3):  # the links, the restrictions, the publications
        assert len(page.source_list()) == 20
    with django_assert_max_num_queries(5):  # the same, and the pages of the one type that is among them
        assert [other.title for other in page.related_list()]
    with django_assert_max_num_queries(15):  # whatever the number of pages
        page.source_list()[0].publication.citing_pages()
