"""Whole sentences as a query: which they are, what they find, and in which order."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from content import vocabulary
from content.models import ArticlePage, RelatedPage, SourceReference
from search import ordering, results, signals, trees
from search.backends.base import EngineHit
from search.changes import drain
from search.engine import backend
from search.ordering import in_learned_order
from search.query import SearchQuery
from search.results import SearchResult
from search.searches import features
from search.sentences import is_sentence
from search.signals import SIGNALS, compare
from search.tunables import CANDIDATES_FOR_SENTENCE
from search.understanding import understand

SENTENCE = "ze heeft echt niemand om op terug te vallen"
NO_ANSWER = "hoe repareer ik zelf een lekke fietsband"


def search(text: str, **filters: tuple[str, ...]) -> SearchResult:
    return results.run(SearchQuery(text=text, filters=filters), backend())


def hit(number: int, title: str, score: float, *searches: str, kind: str = "element") -> EngineHit:
    return EngineHit(
        id=number, score=score, type=kind, slug="", title=title, url="", summary="", body="",
        searched_as=searches, searches=[" ".join(features(search)) for search in searches],
        stems=title, facets={"domain": ("schulden",), "theme": ("regie",)},
    )  # fmt: skip


@pytest.mark.django_db
@pytest.mark.usefixtures("demo")
class TestWhatIsASentence:
    @pytest.mark.parametrize(
        "text",
        [
            SENTENCE,
            "wat moet er in een gezinsplan staan?",
            "buren bellen steeds over geschreeuw",
            "moeder drinkt, wat nu met de kinderen",
        ],
    )
    def test_what_somebody_says(self, text: str) -> None:
        assert is_sentence(understand(text, vocabulary.current()))

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "huisuitzetting",
            "hulp bij schulden",  # three words
            "schuldhulpverlening wijkteam gemeente kosten",  # keywords
            "armoede en jonge kinderen",  # keywords with "en" between them
            "één gezin één plan",  # a label of the vocabulary
            "plan voor de veiligheid",  # a label that is spelled out
            "schulden, verslaving en schoolverzuim",  # a list of problems
            'wat zegt de wet over "drang en dwang"',  # just those words are meant
        ],
    )
    def test_what_somebody_looks_up(self, text: str) -> None:
        assert not is_sentence(understand(text, vocabulary.current()))


@pytest.mark.django_db
@pytest.mark.usefixtures("demo")
class TestFinding:
    @pytest.mark.parametrize(
        ("text", "slug"),
        [
            ("mijn zoon komt zijn bed niet meer uit voor school", "schoolverzuim"),
            ("er ligt een stapel ongeopende post op tafel", "stress-sensitief-werken"),
        ],
    )
    def test_the_page_that_answers_comes_first(self, text: str, slug: str) -> None:
        assert slug in [found.slug for found in search(text).hits[:3]]

    def test_what_only_a_part_of_the_sentence_means_does_not_push_it_away(self) -> None:
        # "terugvallen" is also what happens after help, and those pages have more of the words.
        assert "gezin-heeft-niemand-om-zich-heen" in [found.slug for found in search(SENTENCE).hits]

    def test_a_sentence_says_that_a_part_of_its_words_is_enough(self, client: Client) -> None:
        found = search(SENTENCE)
        assert found.whole and not (found.dropped or found.part or found.wider)
        page = client.get("/zoeken/", {"q": SENTENCE}).content.decode()
        assert "U zoekt met een hele zin" in page and "Weinig pagina" not in page

    def test_scores_go_down(self) -> None:
        scores = [found.score for found in results.run(SearchQuery(SENTENCE, per_page=150), backend()).hits]
        assert len(scores) > CANDIDATES_FOR_SENTENCE and scores == sorted(scores, reverse=True)

    def test_a_page_that_was_lifted_says_why(self, client: Client) -> None:
        lifts = [found.lift for found in search(SENTENCE).hits if found.lift]
        page = client.get("/zoeken/", {"q": SENTENCE}).content.decode()
        assert lifts and page.count("en die past goed") == len([lift for lift in lifts if lift.like])

    def test_filters_and_their_counts_hold(self) -> None:
        everything, some = search(SENTENCE), search(SENTENCE, type=("answer",))
        assert {found.type for found in some.hits} == {"answer"}
        (kinds,) = [facet for facet in everything.facets if facet.key == "type"]
        assert some.total == next(value.count for value in kinds.values if value.value == "answer")

    def test_few_queries_to_the_database(self, client: Client, django_assert_max_num_queries: Any) -> None:
        address = {"q": SENTENCE, "type": "answer"}
        client.get("/zoeken/", address)
        with django_assert_max_num_queries(12):
            assert client.get("/zoeken/", address).status_code == 200

    def test_excluded_words_stay_out(self) -> None:
        assert not any("netwerk" in found.title.lower() for found in search(f"{SENTENCE} -netwerk").hits)

    def test_by_date_only_what_has_the_words_is_shown(self) -> None:
        newest = results.run(SearchQuery(SENTENCE, sort="date"), backend())
        assert not newest.whole and newest.total < search(SENTENCE).total

    def test_a_typing_error_is_mended_in_a_sentence_too(self) -> None:
        found = search("hoe meld ik iets bij velig thuis")
        assert found.suggestion and found.suggestion.label == "hoe meld ik iets bij veilig thuis"
        assert found.corrected and found.hits[0].slug == "wanneer-melden-bij-veilig-thuis"

    def test_what_nothing_is_about_is_no_error(self) -> None:
        assert search(NO_ANSWER).whole
        assert search("qwrtzx de het een xqzzwxq pfflrt").total == 0


class TestSignals:
    ASKED = "wie betaalt de huur"

    def one(self, name: str, hits: list[EngineHit], about: dict[tuple[str, str], float]) -> list[float]:
        return [float(value) for value in compare(self.ASKED, hits, about).signals[:, SIGNALS.index(name)]]

    @pytest.fixture(autouse=True)
    def _database(self, db: None) -> None: ...

    def test_every_signal_of_every_page_is_a_number(self) -> None:
        hits = [hit(1, "huur betalen", 3, "huur niet betaald"), hit(2, "", 0), hit(3, "school", 1)]
        found = compare(self.ASKED, hits, {("domein", "schulden"): 0.5})
        assert found.signals.shape == (3, len(SIGNALS))
        assert np.isfinite(found.signals).all()

    def test_words_and_searches_that_resemble_what_is_asked_count(self) -> None:
        hits = [hit(1, "gemeente", 3), hit(2, "huur", 2, "wie betaalt de huur"), hit(3, "huur", 1, "school")]
        for name, best in (("words", 1), ("title", 1), ("nearest", 1), ("near_all", 1), ("often", 1)):
            values = self.one(name, hits, {})
            assert max(range(3), key=values.__getitem__) == best, name
        assert self.one("title", hits, {})[1] == self.one("title", hits, {})[2] > 0
        assert self.one("nearest", hits, {})[2] == 0

    def test_labels_of_the_subject_count(self) -> None:
        hits = [hit(1, "huur", 3)]
        assert self.one("subject", hits, {("domein", "schulden"): 0.5, ("domein", "lvb"): 1}) == [0.5]
        assert self.one("focus", hits, {("domein", "schulden"): 0.5}) == [1]
        assert self.one("subject", hits, {}) == [0]

    @pytest.mark.usefixtures("demo")
    def test_a_page_gains_from_the_pages_it_goes_with(self) -> None:
        page, other = ArticlePage.objects.all()[:2]
        RelatedPage.objects.filter(page__in=[page, other]).delete()
        RelatedPage.objects.create(page=page, target=other)
        hits = [hit(page.pk, "gemeente", 2), hit(other.pk, "huur", 1, "wie betaalt de huur")]
        near = self.one("related_near", hits, {})
        assert near[0] > 0 == near[1]

    @pytest.mark.usefixtures("demo")
    def test_a_source_gains_from_the_page_that_names_it_and_the_other_way_round(self) -> None:
        named = SourceReference.objects.select_related("page", "publication")[0]
        asked = hit(named.page.pk, "huur", 1, "wie betaalt de huur")
        for hits in (
            [hit(named.publication.pk, "gemeente", 2), asked],
            [asked, hit(named.publication.pk, "", 0)],
        ):
            near = self.one("cited_near", hits, {})
            assert [value > 0 for value in near] == [item is not asked for item in hits]

    def test_nothing_to_compare(self) -> None:
        with pytest.raises(ValueError, match="nothing"):
            compare(self.ASKED, [], {})
        assert in_learned_order(understand(self.ASKED, vocabulary.current()), [], {}, 0) == ((), {})

    def test_more_of_what_tells_for_a_page_never_makes_it_worse(self) -> None:
        hits = [hit(number, "huur betalen", 3) for number in range(3)]
        before = compare(self.ASKED, hits, {}).signals
        for name in signals.GROWING:
            more = before.copy()
            more[1, SIGNALS.index(name)] += 0.5
            assert (ordering.learned().values(more) >= ordering.learned().values(before)).all(), name


def test_an_order_learned_from_other_signals_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signals, "SIGNALS", (*SIGNALS, "another"))
    ordering.learned.cache_clear()
    with pytest.raises(ValueError, match="train_ranking"):
        ordering.learned()
    ordering.learned.cache_clear()


@pytest.mark.django_db
def test_an_editors_search_brings_its_page_to_the_front(own_index: None) -> None:
    page = ArticlePage.objects.first()
    asked = "de krentenbrij op onze vliering is weer eens op"
    page.searched_as = asked
    page.save_revision().publish()
    drain()
    assert search(asked).hits[0].id == page.pk


class TestTraining:
    @pytest.fixture
    def lightgbm(self) -> None:
        try:
            import lightgbm  # noqa: F401
        except (ImportError, OSError) as error:
            pytest.skip(f"LightGBM is absent: {error}")

    def test_what_is_learned_is_what_the_examples_say(self, lightgbm: None) -> None:
        from search.learning import Example, train

        chance = np.random.default_rng(1)
        rows = [chance.random((20, len(SIGNALS)), np.float32) for _ in range(60)]
        place = SIGNALS.index("words")
        made = [Example(row, [int(value > 0.5) * 3 for value in row[:, place]]) for row in rows]
        learned = train(made)
        assert learned.signals == SIGNALS
        fresh = chance.random((40, len(SIGNALS)), np.float32)
        values = learned.values(fresh)
        assert values[fresh[:, place] > 0.55].min() > values[fresh[:, place] < 0.45].max()

    def test_the_same_examples_give_the_same_trees(self, lightgbm: None) -> None:
        from search.learning import Example, train

        chance = np.random.default_rng(2)
        made = [
            Example(chance.random((20, len(SIGNALS)), np.float32), [place % 4 for place in range(20)])
            for _ in range(20)
        ]
        assert train(made).value.tolist() == train(made).value.tolist()

    def test_there_must_be_something_to_learn_from(self, lightgbm: None) -> None:
        from search.learning import train

        with pytest.raises(ValueError, match="nothing to learn"):
            train([])

    @pytest.mark.django_db
    @pytest.mark.usefixtures("demo")
    def test_the_command_learns_from_a_file(self, lightgbm: None, tmp_path: Path) -> None:
        rows = "\n".join(
            f"  - {{query: '{text}', kind: lay, pages: {{factsheets/sociaal-netwerk: 3}}}}"
            for text in (SENTENCE, "buren bellen steeds over geschreeuw", "huisuitzetting")
        )
        (tmp_path / "judged.yaml").write_text(f"queries:\n{rows}\n")
        call_command("train_ranking", tmp_path / "judged.yaml", to=tmp_path / "order.npz")
        assert trees.load(tmp_path / "order.npz").signals == SIGNALS

    @pytest.mark.django_db
    def test_a_file_that_cannot_be_used_is_named(self, lightgbm: None, tmp_path: Path) -> None:
        with pytest.raises(CommandError, match=r"absent\.yaml"):
            call_command("train_ranking", tmp_path / "absent.yaml")
