"""Pages that say the same as those that fit best come before others that fit as well."""

from dataclasses import replace

import pytest
from django.test import Client
from django.utils.html import escape

from search import results
from search.backends.base import EngineHit
from search.engine import backend
from search.query import SearchQuery
from search.resemblance import Lift, by_resemblance
from search.searches import features
from search.tunables import CANDIDATES, RESEMBLED


def hit(number: int, stems: str, score: float, *searched_as: str) -> EngineHit:
    return EngineHit(
        id=number, score=score, type="element", slug="", title=f"Pagina {number}", url="", summary="", body="",
        searched_as=searched_as, searches=[" ".join(features(search)) for search in searched_as],
        stems=stems, facets={},
    )  # fmt: skip


def order(*hits: EngineHit, own: int = RESEMBLED) -> list[int]:
    return [found.id for found in by_resemblance(hits, own, "huur niet betaald")[0]]


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
        assert order(hit(1, "", 1, "huur betalen"), hit(2, "", 0)) == [1, 2]

    def test_what_an_editor_wrote_a_near_search_for_is_lifted_and_says_so(self) -> None:
        leading = hit(2, OTHER.stems, 6.1, "verhuizen", "huur al drie maanden niet betaald")
        settled, lifted = by_resemblance([BEST, ALIKE, leading], RESEMBLED, "huur niet betaald")
        assert [found.id for found in settled] == [1, 2, 3]
        assert lifted == {2: Lift(search="huur al drie maanden niet betaald")}

    def test_pages_like_a_leading_one_are_lifted_too(self) -> None:
        leading = hit(4, "nieuw gebouw gemeente opening", 5, "huur niet betaald")
        settled, lifted = by_resemblance([BEST, ALIKE, OTHER, leading], RESEMBLED, "huur niet betaald")
        assert [found.id for found in settled].index(2) < [found.id for found in settled].index(3)
        assert lifted[2] == Lift(like="Pagina 4")


@pytest.mark.django_db
@pytest.mark.usefixtures("demo")
class TestSearch:
    QUERY = SearchQuery(text="hulp bij schulden")

    @pytest.mark.parametrize(
        ("text", "compared", "pages"),
        [("gezin", RESEMBLED, 7), ("ze heeft echt niemand om op terug te vallen", CANDIDATES, 11)],
    )
    def test_pages_of_results_follow_each_other_without_gap_or_repeat(
        self, text: str, compared: int, pages: int
    ) -> None:
        query = SearchQuery(text=text)
        whole = [found.id for found in results.run(replace(query, per_page=150), backend()).hits]
        paged = [
            found.id
            for number in range(1, pages + 1)
            for found in results.run(query.at(number), backend()).hits
        ]
        assert len(set(paged)) == len(paged) > compared
        assert paged == whole[: len(paged)]

    def test_scores_go_down(self) -> None:
        scores = [found.score for found in results.run(self.QUERY, backend()).hits]
        assert scores == sorted(scores, reverse=True)

    def test_a_page_that_was_lifted_says_what_it_resembles(self, client: Client) -> None:
        lifts = [found.lift for found in results.run(self.QUERY, backend()).hits if found.lift]
        page = client.get("/zoeken/", {"q": self.QUERY.text}).content.decode()
        searches = [lift.search for lift in lifts if lift.search]
        assert lifts and page.count("en die past goed") == len(lifts) - len(searches)
        assert all(f"“{escape(search)}”" in page for search in searches)

    @pytest.mark.parametrize("sort", ["date", "evidence"])
    def test_another_order_is_left_alone(self, sort: str) -> None:
        assert not any(found.lift for found in results.run(self.QUERY.sorted_by(sort), backend()).hits)
