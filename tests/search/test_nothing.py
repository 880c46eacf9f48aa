"""Nothing found: what stopped it, what is near, what a looser search finds, and asking with the same words."""

from typing import Any

import pytest
from django.test import Client

from search.backends.base import EngineUnavailable
from search.engine import backend
from search.nothing import Help, help_with
from search.query import SearchQuery
from search.results import run

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]


def helped(text: str, **filters: tuple[str, ...]) -> Help:
    result = run(SearchQuery(text, filters), backend())
    assert result.total == 0
    return help_with(result, backend())


def test_the_word_that_stopped_it_is_named() -> None:
    assert helped("qwxzzt").stopped == ("qwxzzt",)
    assert helped("-schulden huisuitzetting", year=("1901",)).stopped == ()


def test_without_filters_it_is_found() -> None:
    found = helped("huisuitzetting", phase=("signaleren",), domain=("lvb",))
    assert [way.without for way in found.looser] == ["filters"]
    assert found.looser[0].url == "/zoeken/?q=huisuitzetting"
    assert 0 < len(found.looser[0].hits) <= 3 <= found.looser[0].total


def test_without_its_signs_it_is_found() -> None:
    found = helped('"voorkomen huisuitzetting thuis" -drang')
    assert [way.without for way in found.looser] == ["aanhalingstekens en minnen"]
    assert "drang" not in found.looser[0].url


def test_concepts_that_are_near_are_named() -> None:
    found = helped("schulden qwxz", year=("1901",))
    assert "Schulden en inkomen" in {link.label for link in found.nearest}


def test_the_page_says_it_all_and_asks_on_without_putting_the_words_in_an_address(client: Client) -> None:
    page = client.get("/zoeken/?q=qwxzzt&domain=lvb").content.decode()
    assert "<em>qwxzzt</em> staat op geen enkele pagina, ook niet zonder filters" in page
    form = page.split('class="search__ask"')[1].split("</form>")[0]
    assert 'method="post"' in form and 'value="qwxzzt"' in form and "?q=" not in form
    assert 'id="facet-domain"' in page and "aria-current" in page, "a chosen value never vanishes"


def test_few_queries_to_the_database(client: Client, django_assert_max_num_queries: Any) -> None:
    address = "/zoeken/?q=huisuitzetting&phase=signaleren&domain=lvb"
    client.get(address)
    with django_assert_max_num_queries(12):
        client.get(address)


def test_an_engine_that_fails_halfway_leaves_the_rest_of_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    result = run(SearchQuery("qwxzzt"), backend())

    def away(*args: Any) -> Any:
        raise EngineUnavailable("weg")

    monkeypatch.setattr(type(backend()), "document_counts", away)
    assert help_with(result, backend()).stopped == ()


class TestAskingOn:
    def test_the_form_has_the_words_and_nothing_is_kept(self, client: Client) -> None:
        from content.models import Question

        page = client.post("/vraag-stellen/met-deze-woorden/", {"q": "huur <b>schuld"})
        html = page.content.decode()
        assert page.status_code == 200 and "huur &lt;b&gt;schuld</textarea>" in html
        assert "Uw vraag is nog niet verstuurd" not in html
        assert page["Cache-Control"].find("no-store") >= 0
        assert not Question.objects.exists()

    def test_only_by_post_and_never_endless(self, client: Client) -> None:
        assert client.get("/vraag-stellen/met-deze-woorden/").status_code == 405
        html = client.post("/vraag-stellen/met-deze-woorden/", {"q": "x" * 5000}).content.decode()
        assert "x" * 300 in html and "x" * 301 not in html
