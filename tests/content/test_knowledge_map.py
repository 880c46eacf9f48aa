"""The knowledge map and similar pages: numbers that fit the search, and reasons that hold."""

import csv
import gc
import io
import json
import weakref
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape
from pytest_django import DjangoAssertNumQueries

from content import demand
from content.demand import UnansweredSearch
from content.knowledge_map import knowledge_map
from content.models import Concept, ContentPage, Question, Tag
from content.similar import similar_pages
from content.templatetags.content_tags import in_words
from search.models import CommonQuery, QueryDay

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo_database")]


def test_each_cell_counts_the_pages_that_have_both_tags() -> None:
    found = knowledge_map()
    public = set(ContentPage.objects.live().public().values_list("pk", flat=True))
    for cell in found.cells:
        pages = [
            set(Tag.objects.active().filter(concept=concept).values_list("page", flat=True))
            for concept in (cell.domain, cell.theme)
        ]
        assert cell.pages == len(pages[0] & pages[1] & public), cell.said
    assert found.gaps == [cell for cell in found.cells if not cell.pages]


def test_a_page_that_is_no_longer_public_is_not_counted() -> None:
    cell = max(knowledge_map().cells, key=lambda cell: cell.pages)
    page = ContentPage.objects.live().filter(tags__concept=cell.domain, tags__strong=True).first()
    assert page is not None
    before = sum(cell.pages for cell in knowledge_map().cells)
    page.unpublish()
    assert sum(cell.pages for cell in knowledge_map().cells) < before


def test_the_map_takes_as_many_queries_however_many_cells(
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    with django_assert_max_num_queries(10):
        knowledge_map()


def test_the_page_links_each_cell_to_its_search(client: Client) -> None:
    page = client.get(reverse("knowledge-map"))
    html = page.content.decode()
    cell = max(knowledge_map().cells, key=lambda cell: cell.pages)
    assert f'aria-label="{escape(cell.said)}"' in html
    results = client.get(cell.url).content.decode()
    assert f"{cell.pages} " in results


def test_the_same_numbers_as_data(client: Client) -> None:
    cells = json.loads(client.get(reverse("knowledge-map-json")).content)["cells"]
    rows = list(csv.DictReader(io.StringIO(client.get(reverse("knowledge-map-csv")).content.decode())))
    assert [int(row["pages"]) for row in rows] == [cell["pages"] for cell in cells]
    assert len(cells) == len(knowledge_map().cells)


def test_what_is_searched_for_in_vain_stands_in_its_cell_and_its_row(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    searches = (UnansweredSearch("nazorg na schulden", 4), UnansweredSearch("xyzzy", 9))
    monkeypatch.setattr(demand, "unanswered_searches", lambda: searches)
    found = knowledge_map()
    asked = {(c.domain.slug, c.theme.slug): c.searches for c in found.cells if c.searches}
    assert asked == {("schulden", "nazorg"): 4}
    assert {row.domain.slug: row.searches for row in found.rows if row.searches} == {"schulden": 4}
    html = client.get(reverse("knowledge-map")).content.decode()
    assert "4 keer gezocht zonder resultaat" in html
    assert "xyzzy" not in html


def test_open_questions_are_counted_by_domain_and_answered_ones_are_not(client: Client) -> None:
    schulden = Concept.objects.get(scheme__slug="domein", slug="schulden")
    for status in (Question.Status.NEW, Question.Status.EXPERT, Question.Status.PUBLISHED):
        Question.objects.create(question="Wat nu?", profession="wijkteam", status=status).domains.add(
            schulden
        )
    domains = client.get(reverse("knowledge-map-json")).json()["domains"]
    assert {row["domain"]: row["open_questions"] for row in domains if row["open_questions"]} == {
        "schulden": 2
    }


def test_searches_that_found_nothing_come_from_the_counts() -> None:
    for text, asked, without in (("kamperen met pubers", 5, 4), ("schulden", 9, 0)):
        CommonQuery.objects.create(digest=text, text=text)
        QueryDay.objects.create(digest=text, day=timezone.localdate(), asked=asked, without_hits=without)
    assert demand.unanswered_searches() == (UnansweredSearch("kamperen met pubers", 4),)


def test_similar_pages_share_what_they_say_they_share() -> None:
    page = ContentPage.objects.live().get(slug="huisuitzetting-voorkomen")
    found = similar_pages(page.specific, set())
    assert 1 <= len(found) <= 4
    own = {tag.concept.pref_label for tag in page.tags.active().select_related("concept")}
    for item in found:
        theirs = {tag.concept.pref_label for tag in item.card.page.tags.active().select_related("concept")}
        assert item.about and set(item.about) <= own & theirs
    left_out = similar_pages(page.specific, {found[0].card.page.pk})
    assert found[0].card.page.pk not in {item.card.page.pk for item in left_out}


def test_similar_pages_stand_on_the_page_with_their_reason(client: Client) -> None:
    html = client.get("/elementen/huisuitzetting-voorkomen/").content.decode()
    assert "Lijkt hierop" in html
    assert "ook over " in html


@pytest.mark.parametrize(
    ("names", "said"),
    [((), ""), (("Nazorg",), "nazorg"), (("LVB", "Nazorg", "Regie"), "LVB, nazorg en regie")],
)
def test_names_in_words(names: tuple[str, ...], said: str) -> None:
    assert in_words(names) == said


class _Pipeline:
    """One that finds nothing, and counts how often it was asked."""

    def __init__(self) -> None:
        self.asked = 0

    def tag(self, fields: Any) -> list[Any]:
        self.asked += 1
        return []


def test_a_superseded_pipeline_is_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    searches = (UnansweredSearch("hondenuitlaatservice", 3), UnansweredSearch("kamperen", 2))
    monkeypatch.setattr(demand, "unanswered_searches", lambda: searches)
    old = _Pipeline()
    gone = weakref.ref(old)
    monkeypatch.setattr(demand.tagging, "pipeline", gone)
    assert demand.searches_by_place() == demand.searches_by_place() == {("", ""): 5}
    assert old.asked == len(searches)
    new = _Pipeline()
    monkeypatch.setattr(demand.tagging, "pipeline", lambda: new)
    demand.searches_by_place()
    del old
    gc.collect()
    assert gone() is None
