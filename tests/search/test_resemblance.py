"""Pages that say the same as the best one come before others that fit as well."""

from dataclasses import replace

import pytest
from django.test import Client

from search import results
from search.backends.base import EngineHit
from search.engine import backend
from search.query import SearchQuery
from search.resemblance import by_resemblance
from search.tunables import RESEMBLED


def hit(number: int, stems: str, score: float) -> EngineHit:
    return EngineHit(
        id=number, score=score, type="element", slug="", title="", url="", summary="", body="",
        stems=stems, facets={},
    )  # fmt: skip


def order(*hits: EngineHit, own: int = RESEMBLED) -> list[int]:
    return [found.id for found in by_resemblance(hits, own)]


BEST = hit(1, "huurschuld ontruiming verhuurder deurwaarder", 10)
OTHER = hit(2, "nieuw gebouw gemeente opening", 6.1)
ALIKE = hit(3, "ontruiming voorkomen huurschuld verhuurder", 6)


class TestOrder:
    def test_what_says_the_same_is_lifted(self) -> None:
        assert order(BEST, OTHER, ALIKE) == [1, 3, 2]

    def test_a_page_that_fits_much_better_stays_before_it(self) -> None:
        much = hit(2, OTHER.stems, 9.9)
        little = hit(3, "ontruiming nieuw gebouw gemeente opening plein markt winkel", 1)
        assert order(BEST, much, little) == [1, 2, 3]

    def test_the_best_stays_the_best(self) -> None:
        same = hit(4, BEST.stems, 9.99)
        assert order(BEST, OTHER, same)[0] == 1

    def test_the_askers_own_words_stay_before_wider_pages(self) -> None:
        assert order(BEST, OTHER, ALIKE, own=2) == [1, 2, 3]

    def test_pages_without_words(self) -> None:
        assert order() == []
        assert order(hit(1, "", 1), hit(2, "", 0)) == [1, 2]


@pytest.mark.django_db
@pytest.mark.usefixtures("demo")
class TestSearch:
    QUERY = SearchQuery(text="hulp bij schulden")

    def test_pages_of_results_follow_each_other_without_gap_or_repeat(self) -> None:
        query = SearchQuery(text="gezin")
        whole = [found.id for found in results.run(replace(query, per_page=100), backend()).hits]
        paged = [
            found.id for number in range(1, 8) for found in results.run(query.at(number), backend()).hits
        ]
        assert len(set(paged)) == len(paged) > RESEMBLED
        assert paged == whole[: len(paged)]

    def test_scores_go_down(self) -> None:
        scores = [found.score for found in results.run(self.QUERY, backend()).hits]
        assert scores == sorted(scores, reverse=True)

    def test_a_page_that_was_lifted_says_what_it_resembles(self, client: Client) -> None:
        found = results.run(self.QUERY, backend()).hits
        assert found[0].resembles == ""
        lifted = [one for one in found if one.resembles]
        assert lifted and all(one.resembles == found[0].title for one in lifted)
        page = client.get("/zoeken/", {"q": self.QUERY.text}).content.decode()
        assert page.count("en die past het best") == len(lifted)

    @pytest.mark.parametrize("sort", ["date", "evidence"])
    def test_another_order_is_left_alone(self, sort: str) -> None:
        assert not any(one.resembles for one in results.run(self.QUERY.sorted_by(sort), backend()).hits)
