"""Lists of pages: in parts, for a fixed number of questions to the database, and to walk through without scripts."""

import datetime
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageViewRestriction

from content import browse
from content.following.news import MOST_PAGES, Newspaper
from content.models import Concept, ContentPage, ElementPage, Follow, Tag

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]
LANDING = "/domeinen/schulden/"


def soup_of(client: Client, address: str) -> BeautifulSoup:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return BeautifulSoup(answer.content, "html.parser")


def queries(client: Client, address: str) -> int:
    client.get(address)  # what a process remembers
    with CaptureQueriesContext(connection) as found:
        client.get(address)
    return len(found)


def tag_all(concept: Concept) -> None:
    """Let all pages be about a domain."""
    Tag.objects.filter(concept=concept).delete()
    for page in ContentPage.objects.live():
        Tag.objects.create(page=page, concept=concept, score=1, strong=True)


@pytest.mark.parametrize(
    "address", ["/elementen/", "/factsheets/", "/literatuur/", "/artikelen/", "/vragen/"]
)
def test_a_list_asks_the_same_of_the_database_however_long_it_is(
    client: Client, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = queries(client, address)
    monkeypatch.setattr(browse, "PER_PAGE", 2)
    assert many <= queries(client, address)


def test_cards_take_three_queries_for_any_pages() -> None:
    pages = list(ContentPage.objects.live()[:40])
    with CaptureQueriesContext(connection) as found:
        cards = browse.cards(pages)
    assert len(found) <= 3
    assert {card.type_label for card in cards} == {page.specific.type_label for page in pages}


class TestLanding:
    @pytest.fixture
    def concept(self) -> Concept:
        concept = Concept.objects.in_scheme("domein").get(slug="schulden")
        tag_all(concept)
        return concept

    def test_every_page_is_met_once_by_following_next(self, client: Client, concept: Concept) -> None:
        address, seen, steps = LANDING, [], 0
        while address:
            soup = soup_of(client, address)
            part = [link["href"] for link in soup.select(".card__title a")]
            assert 0 < len(part) <= browse.PER_PAGE
            seen += part
            following = soup.select_one("nav.paging a[rel=next]")
            address = LANDING + following["href"] if following else ""
            assert bool(soup.select_one("nav.paging a[rel=prev]")) == bool(steps)
            steps += 1
        pages = ContentPage.objects.live().public().specific()
        assert sorted(seen) == sorted(page.url for page in pages)
        assert steps == -(-len(seen) // browse.PER_PAGE)

    def test_kinds_keep_their_order_and_their_totals(self, client: Client, concept: Concept) -> None:
        elements = ElementPage.objects.live().public().count()
        headings = [h.get_text() for h in soup_of(client, LANDING).select("section > h2")]
        assert headings[0] == f"Werkzame elementen ({elements})"
        cards = browse.pages_of(concept, "1").groups[0].cards
        steps = [card.evidence_step for card in cards]
        assert steps == sorted(steps, reverse=True)
        assert browse.pages_of(concept, "2").groups[0].pages == elements

    def test_it_takes_a_fixed_number_of_queries(
        self, client: Client, concept: Concept, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        many = queries(client, LANDING)
        monkeypatch.setattr(browse, "PER_PAGE", 2)
        assert (
            many <= queries(client, LANDING) + 2
        )  # the names of the levels, and evidence, where two have none

    @pytest.mark.parametrize("number", ["0", "-1", "x", "99999999999999999999", "\x00"])
    def test_any_number_gives_a_page(self, client: Client, concept: Concept, number: str) -> None:
        assert client.get(LANDING, {"page": number}).status_code == 200

    def test_a_restricted_page_is_not_counted(self, client: Client, concept: Concept) -> None:
        before = browse.pages_of(concept, None).groups[0].pages
        page = ElementPage.objects.live().first()
        PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
        assert browse.pages_of(concept, None).groups[0].pages == before - 1


def test_news_of_many_pages_is_few_queries() -> None:
    now = timezone.now()
    concept = Concept.objects.in_scheme("domein").get(slug="schulden")
    tag_all(concept)
    ContentPage.objects.live().update(last_published_at=now)
    since = now - datetime.timedelta(days=1)
    follow = Follow(concept=concept, confirmed_at=since)
    paper = Newspaper(now)
    paper.news_for([follow], since)
    with CaptureQueriesContext(connection) as found:
        news: list[Any] = paper.news_for([follow], since)
    assert len(found) <= 4
    assert len(news[0].items) == MOST_PAGES and news[0].more > MOST_PAGES
    assert news[0].items[0].type_label
