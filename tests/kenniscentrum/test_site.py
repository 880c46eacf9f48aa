"""The site around the rooms: health, headers, error pages, what search engines and readers' browsers get."""

import logging
from typing import Any

import pytest
from django.db import DatabaseError
from django.test import Client, override_settings

from kenniscentrum.logs import PrivateFormatter

pytestmark = pytest.mark.django_db


def test_health_says_what_waits(client: Client) -> None:
    answer = client.get("/gezondheid/")
    assert answer.status_code == 200
    assert answer.json() == {"status": "ok", "database": True, "index_pending": 0, "mail_waiting": 0}
    assert "no-store" in answer["Cache-Control"]


def test_health_fails_with_the_database(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def away() -> int:
        raise DatabaseError("secret of the database")

    monkeypatch.setattr("kenniscentrum.health.pending", away)
    answer = client.get("/gezondheid/")
    assert answer.status_code == 503
    assert "secret" not in answer.content.decode()


@pytest.mark.usefixtures("demo")
class TestPages:
    def test_a_visit_stays_between_reader_and_site(self, client: Client) -> None:
        answer = client.get("/")
        policy = answer["Content-Security-Policy"]
        assert "default-src 'none'" in policy and "http" not in policy and "unsafe" not in policy
        assert answer["Referrer-Policy"] == "same-origin"
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert not answer.cookies

    @pytest.mark.parametrize("address", ["/", "/zoeken/?q=schulden", "/vraag-stellen/", "/over/"])
    def test_nothing_comes_from_elsewhere(self, client: Client, address: str) -> None:
        from bs4 import BeautifulSoup

        soup = BeautifulSoup(client.get(address).content, "html.parser")
        sources = [tag.get("src") for tag in soup.find_all(src=True)]
        sources += [tag["href"] for tag in soup.find_all("link") if "stylesheet" in tag.get("rel", ())]
        assert sources
        assert all(str(source).startswith(("/", "data:")) for source in sources)

    def test_an_unknown_page_helps_on(self, client: Client) -> None:
        answer = client.get("/bestaat-niet/")
        assert answer.status_code == 404
        assert 'name="q"' in answer.content.decode()

    def test_the_sitemap_lists_live_pages_only(self, client: Client) -> None:
        from content.models import ElementPage

        hidden = ElementPage.objects.live().first()
        shown = ElementPage.objects.live().last()
        assert hidden and shown
        hidden.unpublish()
        answer = client.get("/sitemap.xml")
        assert answer.status_code == 200
        assert shown.slug in answer.content.decode()
        assert f"/{hidden.slug}/" not in answer.content.decode()

    def test_robots_may_read_but_not_the_admin(self, client: Client) -> None:
        text = client.get("/robots.txt").content.decode()
        assert "Disallow: /beheer/" in text and "sitemap.xml" in text


@override_settings(DEBUG=False)
def test_an_error_tells_nothing_about_the_visitor(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*args: Any, **kwargs: Any) -> None:
        raise RuntimeError("123456782 stond in de vraag")

    monkeypatch.setattr("search.results.known_filters", broken)
    client.raise_request_exception = False
    answer = client.get("/zoeken/?q=geheim")
    assert answer.status_code == 500
    assert "123456782" not in answer.content.decode()


def test_a_log_line_never_holds_the_text_of_an_exception() -> None:
    try:
        raise ValueError("Jan Jansen, 06-12345678")
    except ValueError:
        import sys

        record = logging.LogRecord("x", logging.ERROR, __file__, 1, "It failed", (), sys.exc_info())
    text = PrivateFormatter().format(record)
    assert "ValueError" in text and "Jansen" not in text and "06-" not in text
