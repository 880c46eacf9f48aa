"""The learned order of the best pages, and what readers hear of it."""

from dataclasses import replace

import pytest
from django.test import Client
from django.utils.html import escape

from content.nlp.vocabulary import Concept, Label, Vocabulary
from search import results
from search.backends.base import EngineHit
from search.engine import backend
from search.ordering import in_learned_order
from search.query import SearchQuery
from search.resemblance import Lift
from search.searches import features
from search.treating import treated
from search.tunables import CANDIDATES, CANDIDATES_FOR_SENTENCE
from search.understanding import understand
from search.weights import using


def hit(number: int, stems: str, score: float, *searched_as: str) -> EngineHit:
    return EngineHit(
        id=number, score=score, type="element", slug="", title=f"Pagina {number}", url="", summary="", body="",
        searched_as=searched_as, searches=[" ".join(features(search)) for search in searched_as],
        stems=stems, facets={},
    )  # fmt: skip


def order(*hits: EngineHit, own: int = CANDIDATES) -> list[int]:
    return [found.id for found in in_learned_order(ASKED, hits, {}, own)[0]]


PROBLEMS = Vocabulary(
    tuple(
        Concept("domein", slug, slug, (Label(slug, "pref"),), None) for slug in ("schulden", "schoolverzuim")
    )
)
ASKED = understand("huur niet betaald", Vocabulary(()))
BEST = hit(1, "huurschuld ontruiming verhuurder deurwaarder", 10)
OTHER = hit(2, "nieuw gebouw gemeente opening", 6.1)
ALIKE = hit(3, "ontruiming voorkomen huurschuld verhuurder", 6)


@pytest.mark.django_db
class TestOrder:
    def test_the_askers_own_words_stay_before_wider_pages(self) -> None:
        better = hit(3, BEST.stems, 6, "huur niet betaald")
        assert order(OTHER, better) == [3, 2]
        assert order(OTHER, better, own=1) == [2, 3]

    def test_scores_go_down(self) -> None:
        better = hit(3, BEST.stems, 6, "huur niet betaald")
        for own in (1, 2):
            scores = [found.score for found in in_learned_order(ASKED, [OTHER, better], {}, own)[0]]
            assert scores == sorted(scores, reverse=True) and len(scores) == 2

    def test_pages_without_words(self) -> None:
        assert order() == []
        assert set(order(hit(1, "", 1), hit(2, "", 0))) == {1, 2}
        assert order(hit(1, "", 1, "huur betalen"), hit(2, "", 0)) == [1, 2]

    def test_what_an_editor_wrote_a_near_search_for_is_lifted_and_says_so(self) -> None:
        leading = hit(2, OTHER.stems, 6, "verhuizen", "huur al drie maanden niet betaald")
        settled, lifted = in_learned_order(ASKED, [ALIKE, leading], {}, 2)
        assert [found.id for found in settled] == [2, 3]
        assert lifted == {2: Lift(search="huur al drie maanden niet betaald")}

    def test_pages_like_a_leading_one_are_lifted_too(self) -> None:
        leading = hit(4, "nieuw gebouw gemeente opening", 5, "huur niet betaald")
        unlike = hit(5, "muziek zingen orkest dansen", 6.1)
        settled, lifted = in_learned_order(ASKED, [unlike, leading, OTHER], {}, 3)
        assert [found.id for found in settled] == [4, 2, 5]
        assert lifted == {4: Lift(search="huur niet betaald"), 2: Lift(like="Pagina 4")}

    def test_what_rose_for_another_reason_does_not_say_that_it_is_alike(self) -> None:
        titled = replace(hit(6, "muziek zingen orkest dansen", 1), title="Huur niet betaald")
        settled, lifted = in_learned_order(ASKED, [BEST, ALIKE, titled], {}, 3)
        assert settled[0].id == 6 and not lifted

    def test_the_only_title_with_all_that_is_asked_stays_first_where_the_engine_puts_it(self) -> None:
        new = replace(hit(7, "kort", 9), title="De huur is niet betaald", type="article")
        known = hit(8, OTHER.stems, 3, "huur betalen", "huur betaald of niet")
        assert in_learned_order(ASKED, [new, known], {}, 2)[0][0].id == 7
        assert in_learned_order(ASKED, [replace(new, title="Kort"), known], {}, 2)[0][0].id == 8

    def test_of_several_problems_a_page_that_treats_more_gets_more(self) -> None:
        asked = understand("schulden en schoolverzuim", PROBLEMS)
        tags = ("schulden", "schoolverzuim")
        near = hit(1, "geld", 5, "schulden en schoolverzuim")
        one, both = (
            replace(near, facets={"domain": tags[:1]}),
            replace(hit(2, "geld", 5), facets={"domain": tags}),
        )
        assert treated([one, both], asked.problems).tolist() == [0.5, 1]
        for weight, first in ((0.0, 1), (5.0, 2)):
            with using({"TREATED_WEIGHT": weight}):
                assert in_learned_order(asked, [one, both], {}, 2)[0][0].id == first
        with pytest.raises(ValueError, match="problems"):
            treated([one], ())


@pytest.mark.django_db
@pytest.mark.usefixtures("demo")
class TestSearch:
    QUERY = SearchQuery(text="hulp bij schulden")

    @pytest.mark.parametrize(
        ("text", "compared", "pages"),
        [
            ("gezin", CANDIDATES, 7),
            ("ze heeft echt niemand om op terug te vallen", CANDIDATES_FOR_SENTENCE, 11),
        ],
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
