"""The overview of answers: filters as links, true counts, and no input that breaks it."""

import re
from urllib.parse import parse_qsl

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from wagtail.models import PageViewRestriction

from content.models import AnswerPage, Concept, Decision, OverviewPage, Tag

pytestmark = pytest.mark.django_db
URL = "/vragen/"


def soup_of(client: Client, address: str) -> BeautifulSoup:
    answer = client.get(address)
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser")


def total(soup: BeautifulSoup) -> int:
    return int(re.findall(r"\d+", soup.select_one("[role=status]").get_text())[0])


@pytest.mark.usefixtures("demo")
class TestFilters:
    def test_each_link_gives_the_number_it_promises(self, client: Client) -> None:
        start = soup_of(client, f"{URL}?theme=regie")
        assert total(start) == int(
            soup_of(client, URL).select_one('a[href="?theme=regie"] .facet__count').get_text().split()[0]
        )
        for link in start.select(".facet__value:not(.facet__value--selected)"):
            if "domain=" in link["href"]:
                promised = int(link.select_one(".facet__count").get_text().split()[0])
                assert total(soup_of(client, URL + link["href"])) == promised, link["href"]

    def test_values_of_one_filter_add_and_a_chosen_one_can_be_taken_away(self, client: Client) -> None:
        one, two = (total(soup_of(client, f"{URL}?domain={slug}")) for slug in ("schulden", "veiligheid"))
        both = soup_of(client, f"{URL}?domain=schulden&domain=veiligheid")
        assert max(one, two) <= total(both) <= one + two
        removals = [parse_qsl(link["href"][1:]) for link in both.select(".chosen__item")]
        assert sorted(removals) == [[("domain", "schulden")], [("domain", "veiligheid")]]

    def test_searching_keeps_what_was_chosen(self, client: Client) -> None:
        form = soup_of(client, f"{URL}?domain=schulden").select_one("form[role=search]")
        assert {(i["name"], i["value"]) for i in form.select("input[type=hidden]")} == {
            ("type", "answer"),
            ("domain", "schulden"),
        }
        found = client.get("/zoeken/", {"q": "deurwaarder", "type": "answer", "domain": "schulden"})
        assert found.status_code == 200

    @pytest.mark.parametrize(
        "query", ["domain=x", "domain=%00&theme=<script>", "page=abc", "page=9999", "domain=schulden&" * 200]
    )
    def test_no_input_breaks_it(self, client: Client, query: str) -> None:
        assert "<script>" not in str(soup_of(client, f"{URL}?{query}").select_one(".facets"))

    def test_a_private_answer_is_neither_shown_nor_counted(self, client: Client) -> None:
        before = total(soup_of(client, URL))
        page = AnswerPage.objects.live().public().first()
        PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
        after = soup_of(client, URL)
        assert total(after) == before - 1
        assert page.url not in {a["href"] for a in after.select("a[href]")}


@pytest.mark.usefixtures("vocabulary")
class TestFew:
    @pytest.fixture(autouse=True)
    def no_answers(self) -> None:
        AnswerPage.objects.update(live=False)

    def test_an_empty_overview_invites(self, client: Client) -> None:
        soup = soup_of(client, URL)
        assert total(soup) == 0 and "Stel de eerste" in soup.get_text()

    def test_filters_without_an_answer_say_what_to_do(self, client: Client) -> None:
        parent = OverviewPage.objects.get(lists="answer")
        page = parent.add_child(instance=AnswerPage(title="Wie belt de wijkagent?", slug="wie-belt"))
        concept = Concept.objects.get(scheme__slug="domein", slug="schulden")
        Tag.objects.create(page=page, concept=concept, origin="editor", decision=Decision.ACCEPTED)
        other = Concept.objects.in_scheme("thema").tops().first()
        soup = soup_of(client, f"{URL}?theme={other.slug}")
        assert total(soup) == 0 and "Haal een filter weg" in soup.get_text()
        assert total(soup_of(client, f"{URL}?domain=schulden")) == 1
