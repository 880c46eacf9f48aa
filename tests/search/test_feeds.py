"""Atom feeds and the OpenSearch description: well formed, public pages only, and found from the pages."""

import datetime
import xml.etree.ElementTree as ET
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.http import QueryDict
from django.test import Client
from django.utils import timezone

from content.addresses import code_of
from content.following.searches import described, found
from content.models import Concept, ContentPage, ElementPage

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]
ATOM = "{http://www.w3.org/2005/Atom}"
OPENSEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"


def feed(client: Client, address: str) -> ET.Element:
    response = client.get(address)
    assert response.status_code == 200
    assert response["Content-Type"].startswith("application/atom+xml")
    return ET.fromstring(response.content)


def titles(root: ET.Element) -> list[str]:
    return [entry.findtext(f"{ATOM}title", "") for entry in root.iter(f"{ATOM}entry")]


def head_link(client: Client, address: str, kind: str) -> str:
    soup = BeautifulSoup(client.get(address).content, "html.parser")
    return str(soup.head.find("link", type=kind)["href"])  # type: ignore[index, union-attr]


def test_the_search_page_names_the_feed_of_its_search(client: Client) -> None:
    address = head_link(client, "/zoeken/?q=schulden&type=element&page=2", "application/atom+xml")
    root = feed(client, address)
    assert 0 < len(titles(root)) <= 20
    assert ElementPage.objects.filter(title__in=titles(root)).count() == len(titles(root))
    assert "schulden" in root.findtext(f"{ATOM}title", "")


def test_a_search_without_hits_has_a_feed_too(client: Client) -> None:
    assert titles(feed(client, head_link(client, "/zoeken/?q=xqzzwxq", "application/atom+xml"))) == []


@pytest.mark.parametrize("address", ["/domeinen/schulden/", "/begrippen/domein/huisuitzetting/"])
def test_a_concept_names_its_feed(client: Client, address: str) -> None:
    assert titles(feed(client, head_link(client, address, "application/atom+xml")))


def test_every_concept_has_a_feed_address(client: Client) -> None:
    for scheme, slug in Concept.objects.order_by("pk").values_list("scheme__slug", "slug")[::40]:
        feed(client, f"/feeds/begrip/{scheme}/{slug}.atom")
    assert client.get("/feeds/begrip/domein/nergens.atom").status_code == 404


def test_entries_are_complete_and_keep_their_name(client: Client, settings: Any) -> None:
    entry = next(feed(client, "/feeds/zoeken.atom?q=huisuitzetting").iter(f"{ATOM}entry"))
    assert entry.findtext(f"{ATOM}summary") and entry.findtext(f"{ATOM}updated")
    link = entry.find(f"{ATOM}link")
    assert link is not None and link.attrib["href"].startswith(settings.BASE_URL)
    name = entry.findtext(f"{ATOM}id", "")
    assert client.get(name.removeprefix(settings.BASE_URL)).json()["url"] == link.attrib["href"]


def test_a_page_that_is_no_longer_public_leaves_at_once(client: Client) -> None:
    address = "/feeds/begrip/domein/schulden.atom"
    title = titles(feed(client, address))[0]
    for page in ContentPage.objects.filter(title=title):
        page.unpublish()
    assert title not in titles(feed(client, address))


def test_what_did_not_change_is_not_sent_again(client: Client) -> None:
    first = client.get("/feeds/zoeken.atom?q=schulden")
    again = client.get("/feeds/zoeken.atom?q=schulden", headers={"if-none-match": first["ETag"]})
    assert again.status_code == 304


def test_an_engine_that_is_away_asks_to_come_back(client: Client, settings: Any, tmp_path: Any) -> None:
    settings.DATA_DIR = tmp_path
    response = client.get("/feeds/zoeken.atom?q=schulden")
    assert response.status_code == 503 and int(response["Retry-After"]) > 0


@pytest.mark.parametrize("query", ["q=%00%0B", "q=%ED%A0%80", "q=<b>]]>&amp;", "domain=%00", "page=x&sort=x"])
def test_odd_input_gives_a_feed(client: Client, query: str) -> None:
    feed(client, f"/feeds/zoeken.atom?{query}")


def test_a_browser_can_add_this_site_to_its_search_engines(client: Client, settings: Any) -> None:
    address = head_link(client, "/over/", "application/opensearchdescription+xml")
    root = ET.fromstring(client.get(address).content)
    assert len(root.findtext(f"{OPENSEARCH}ShortName", "")) <= 16
    urls = {url.attrib["type"]: url.attrib["template"] for url in root.iter(f"{OPENSEARCH}Url")}
    search = urls["text/html"].removeprefix(settings.BASE_URL)
    assert (
        client.get(search.replace("{searchTerms}", "schulden").replace("{startPage?}", "")).status_code == 200
    )
    assert feed(
        client, urls["application/atom+xml"].removeprefix(settings.BASE_URL).replace("{searchTerms}", "x")
    )


def test_a_page_has_a_feed_of_its_own_changes(client: Client) -> None:
    page = ContentPage.objects.live().public().first()
    address = f"/feeds/pagina/{code_of(page.pk)}.atom"
    assert titles(feed(client, address)) == [page.title]
    page.unpublish()
    assert client.get(address).status_code == 404
    assert client.get("/feeds/pagina/BBB.atom").status_code == 404


def test_a_search_that_somebody_follows_tells_what_changed(client: Client) -> None:
    assert 'href="/volgen/zoekvraag/?q=schulden' in client.get("/zoeken/?q=schulden&page=2").content.decode()
    search = described(QueryDict("q=schulden&domain=schulden&page=3&sort=date&domain=onzin"))
    assert search and search.querystring == "q=schulden&domain=schulden"
    assert search.label == "schulden, Schulden en inkomen"
    moment = timezone.now()
    assert found(search.querystring, moment) == frozenset()
    hit = next(iter(found(search.querystring, moment - datetime.timedelta(days=365))))
    other = ContentPage.objects.exclude(tags__concept__slug="schulden").live().first()
    ContentPage.objects.filter(pk__in=[hit, other.pk]).update(last_published_at=moment)
    assert found(search.querystring, moment - datetime.timedelta(seconds=1)) == {hit}
