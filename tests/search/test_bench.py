"""The relevance bench: judging in the admin, trying a change on the judged searches, and putting it live."""

from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser, Group, User
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from content import vocabulary
from content.models import ArticlePage, Concept, ElementPage, Label, VocabularyChange
from content.steering.changes import settle
from search import judging, live, relevance, results, trials, tunables
from search.admin.trial_form import NUMBERS, TrialForm, present
from search.engine import backend
from search.management.commands.evaluate_search import DEFAULT_FILE
from search.models import Grade, JudgedSearch, RankingNumber, Trial
from search.query import SearchQuery
from search.tasks import measure_trial
from search.trials import Change, LabelChange

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]


@pytest.fixture(autouse=True)
def fresh_numbers() -> Iterator[None]:
    live.forget()
    yield
    live.forget()


@pytest.fixture
def keeper(client: Client) -> Client:
    user = User.objects.create_user("e", password="x")
    user.groups.add(Group.objects.get(name="Eindredacteur"))
    client.force_login(user)
    return client


@pytest.fixture
def few() -> list[str]:
    """Only some judged searches, so that a trial is soon over."""
    kept = list(JudgedSearch.objects.order_by("pk").values_list("pk", flat=True)[:12])
    JudgedSearch.objects.exclude(pk__in=kept).delete()
    return [row["query"] for row in judging.rows()]


def measured(trial: Trial) -> Trial:
    for _ in range(len(trial.judged) + 1):
        measure_trial.call(trial.pk)
    trial.refresh_from_db()
    return trial


def tried(change: Change) -> trials.Outcome:
    return trials.outcome(measured(trials.start(change, AnonymousUser())))


def all_of(outcome: trials.Outcome) -> tuple[relevance.Score, relevance.Score]:
    return next((before, after) for name, before, after in outcome.totals if name == "alles")


class TestTheFile:
    def test_the_database_scores_what_the_file_scores(self) -> None:
        stored = {row["query"]: row for row in judging.rows()}
        for query in relevance.load(DEFAULT_FILE):
            assert stored[query.text]["pages"] == query.grades
            assert stored[query.text]["kind"] == query.kind

    def test_exported_and_loaded_it_is_the_same(self, tmp_path: Path) -> None:
        before = judging.rows()
        file = tmp_path / "uit.yaml"
        call_command("judged_searches", "export", file, stdout=StringIO())
        JudgedSearch.objects.all().delete()
        call_command("judged_searches", "load", file, stdout=StringIO())
        assert judging.rows() == before

    def test_loading_again_keeps_what_editors_did_unless_told_to_replace(self) -> None:
        grade = Grade.objects.filter(grade=3).first()
        assert grade
        Grade.objects.filter(pk=grade.pk).update(grade=1)
        call_command("judged_searches", "load", stdout=StringIO())
        assert Grade.objects.get(search=grade.search, page=grade.page).grade == 1
        call_command("judged_searches", "load", replace=True, stdout=StringIO())
        assert Grade.objects.get(search=grade.search, page=grade.page).grade == 3

    def test_a_page_that_is_not_there_and_a_bad_file_are_named(self, tmp_path: Path) -> None:
        file = tmp_path / "in.yaml"
        file.write_text("queries: [{query: qwx, kind: word, pages: {articles/bestaat-niet: 3}}]")
        out = StringIO()
        call_command("judged_searches", "load", file, stdout=out)
        assert "geen pagina: articles/bestaat-niet" in out.getvalue()
        assert not any(row["query"] == "qwx" for row in judging.rows())
        for bad in ("queries: [1]", "queries: [", "[]", "queries: [{query: q, kind: w, pages: 3}]"):
            file.write_text(bad)
            with pytest.raises(CommandError, match=r"in\.yaml"):
                call_command("judged_searches", "load", file)

    def test_a_page_that_is_no_longer_public_does_not_count(self) -> None:
        page = ElementPage.objects.live().filter(pk__in=Grade.objects.values("page")).first()
        assert page
        name = relevance.page_key("element", page.slug)
        assert any(name in row["pages"] for row in judging.rows())
        page.unpublish()
        assert not any(name in row["pages"] for row in judging.rows())


@pytest.mark.usefixtures("few")
class TestTrials:
    def test_nothing_proposed_measures_what_the_command_measures(self, few: list[str]) -> None:
        before, after = all_of(tried(Change({})))
        queries = [query for query in relevance.load(DEFAULT_FILE) if query.text in few]
        expected = relevance.score(queries, relevance.finder(vocabulary.current(), backend()))
        assert before == after == expected
        assert before.queries == len(few)

    def test_a_number_that_ruins_the_order_shows_who_loses_and_changes_nothing(self) -> None:
        shown = [hit.id for hit in results.run(SearchQuery("huisuitzetting"), backend()).hits]
        outcome = tried(Change({"EXACT_TITLE_BOOST": 0, "ABOUT_BONUS": 0, "SUBJECT_WEIGHT": 4}))
        before, after = all_of(outcome)
        assert after.ndcg != before.ndcg
        assert outcome.gains or outcome.losses
        assert all(not item.query.held_out for item in (*outcome.gains, *outcome.losses))
        assert [hit.id for hit in results.run(SearchQuery("huisuitzetting"), backend()).hits] == shown

    def test_a_word_that_is_added_is_understood_in_the_trial_alone(self) -> None:
        concept = Concept.objects.get(scheme__slug="domein", slug="huisvesting")
        text = next(t for t in (f"qwxvraag{n}" for n in range(20)) if not _held_out(t))
        page = ArticlePage.objects.live().first()
        assert page
        search = JudgedSearch.objects.create(text=text)
        found = relevance.finder(
            Change({}, LabelChange("domein", "huisvesting", text)).applied_to(vocabulary.current()), backend()
        )(text)
        assert found, "a word of the vocabulary finds its concept's pages"
        best = next(pk for pk, name in _names().items() if name == found[0])
        Grade.objects.create(search=search, page_id=best, grade=3)
        outcome = tried(Change({}, LabelChange("domein", "huisvesting", text)))
        assert text in [item.query.text for item in outcome.gains]
        assert not Label.objects.filter(concept=concept, text=text).exists()

    def test_a_word_that_is_taken_away_is_gone_in_the_trial_alone(self) -> None:
        words = vocabulary.current()
        concept = next(c for c in words.concepts if any(label.kind == "alt" for label in c.labels))
        text = next(label.text for label in concept.labels if label.kind == "alt")
        changed = Change({}, LabelChange(concept.scheme, concept.slug, text, removed=True)).applied_to(words)
        assert text not in [label.text for label in changed.by_key[concept.scheme, concept.slug].labels]
        assert text in [
            label.text for label in vocabulary.current().by_key[concept.scheme, concept.slug].labels
        ]
        assert changed.by_key.keys() == words.by_key.keys()

    def test_a_trial_goes_in_small_steps_and_on_after_being_cut_off(self) -> None:
        trial = trials.start(Change({}), AnonymousUser())
        measure_trial.call(trial.pk)
        trial.refresh_from_db()
        assert 0 < len(trial.found) == trials.STEP < len(trial.judged)
        assert trial.state == Trial.State.WAITING
        assert measured(trial).state == Trial.State.DONE
        assert len(trial.found) == len(trial.judged)

    def test_with_the_engine_away_it_stops_and_says_so(
        self, keeper: Client, settings: Any, tmp_path: Any
    ) -> None:
        trial = trials.start(Change({}), AnonymousUser())
        settings.DATA_DIR = tmp_path
        assert measured(trial).state == Trial.State.FAILED
        html = keeper.get(reverse("bench-trial", args=[trial.pk])).content.decode()
        assert "De zoekmachine werkte niet" in html and "hx-get" not in html

    def test_a_number_that_is_gone_since_an_update_is_left_out(self) -> None:
        trial = trials.start(Change({"GONE_WEIGHT": 2.0, "ENOUGH_HITS": 1.0}), AnonymousUser())
        assert Change.of(trial).numbers == {"ENOUGH_HITS": 1.0}
        assert measured(trial).state == Trial.State.DONE

    def test_old_trials_are_dropped_and_a_dropped_one_is_over(self) -> None:
        first = trials.start(Change({}), AnonymousUser())
        for _ in range(trials.KEPT):
            trials.start(Change({}), AnonymousUser())
        assert Trial.objects.count() == trials.KEPT
        measure_trial.call(first.pk)
        assert not Trial.objects.filter(pk=first.pk).exists()


def _held_out(text: str) -> bool:
    return relevance.judged({"query": text, "kind": "word", "pages": {}}).held_out


def _names() -> dict[int, str]:
    return {pk: name for name, pk in judging._pages().items()}


def put_through(keeper: Client, shown: Any) -> None:
    """Apply the proposal on the screen, as the worker does."""
    keeper.post(shown.request["PATH_INFO"], {"do": "apply"})
    settle(VocabularyChange.objects.latest("pk").pk)


class TestLive:
    def test_numbers_go_live_for_the_whole_site_and_back(self, keeper: Client, few: list[str]) -> None:
        trial = measured(trials.start(Change({"ENOUGH_HITS": 1.0}), AnonymousUser()))
        query = SearchQuery("school inspecties")
        before = results.run(query, backend())
        assert before.dropped
        assert keeper.post(reverse("bench-live", args=[trial.pk])).status_code == 302
        assert live.numbers() == {"ENOUGH_HITS": 1.0}
        after = results.run(query, backend())
        assert not after.dropped and after.total < before.total
        assert keeper.post(reverse("bench-live", args=[trial.pk])).status_code == 404, "twice"
        assert (
            "waaronder wij een woord loslaten: 1,0 (was 24)" in keeper.get(reverse("bench")).content.decode()
        )
        keeper.post(reverse("bench-reset"))
        assert live.numbers() == {}
        assert results.run(query, backend()).dropped == before.dropped

    def test_a_word_goes_live_once_its_tags_were_seen(self, keeper: Client, few: list[str]) -> None:
        change = Change({}, LabelChange("domein", "huisvesting", "qwxwoord"))
        trial = measured(trials.start(change, AnonymousUser()))
        shown = keeper.post(reverse("bench-live", args=[trial.pk]), follow=True)
        assert "woord erbij ‘qwxwoord’" in shown.content.decode()
        assert not Label.objects.filter(text="qwxwoord").exists()
        put_through(keeper, shown)
        assert Label.objects.filter(concept__slug="huisvesting", text="qwxwoord").exists()
        away = Change({}, LabelChange("domein", "huisvesting", "qwxwoord", removed=True))
        trial = measured(trials.start(away, AnonymousUser()))
        put_through(keeper, keeper.post(reverse("bench-live", args=[trial.pk]), follow=True))
        assert not Label.objects.filter(text="qwxwoord").exists()

    def test_a_concept_that_went_meanwhile_is_said(self, keeper: Client, few: list[str]) -> None:
        trial = measured(
            trials.start(Change({"STEM_WEIGHT": 0.5}, LabelChange("domein", "weg", "x")), AnonymousUser())
        )
        page = keeper.post(reverse("bench-live", args=[trial.pk]), follow=True).content.decode()
        assert "Er is niets veranderd" in page
        assert not RankingNumber.objects.exists()

    def test_a_number_that_an_update_of_the_site_took_away_does_not_count(self) -> None:
        RankingNumber.objects.create(name="NO_SUCH_NUMBER", value=1)
        live.forget()
        assert live.numbers() == {}
        assert results.run(SearchQuery("schulden"), backend()).total

    def test_every_number_of_the_form_exists_and_its_present_value_is_allowed(self) -> None:
        for number in NUMBERS:
            assert number.least <= present(number) <= number.most
            assert present(number) == getattr(tunables, number.name)


class TestAdmin:
    def test_a_page_is_graded_at_a_click_and_ungraded(self, keeper: Client) -> None:
        address = reverse("bench-grade")
        html = keeper.get(address, {"q": "huisuitzetting voorkomen thuis"}).content.decode()
        assert html.count('name="grade"') >= 20
        page = results.run(SearchQuery("huisuitzetting"), backend()).hits[0].id
        sent = {"q": "huisuitzetting voorkomen thuis", "page": page, "grade": 3}
        row = keeper.post(address, sent, headers={"HX-Request": "true"}).content.decode()
        assert "Bewaard" in row and row.count('aria-pressed="true"') == 1 and "<html" not in row
        assert Grade.objects.get(search__text=sent["q"]).grade == 3
        assert keeper.post(address, {**sent, "grade": 1}).url.endswith(f"#pagina-{page}")  # type: ignore[attr-defined]
        assert Grade.objects.get(search__text=sent["q"]).grade == 1
        keeper.post(address, {**sent, "grade": 0})
        assert not Grade.objects.filter(search__text=sent["q"]).exists()

    @pytest.mark.parametrize(
        ("change", "status"),
        [
            ({"grade": 4}, 422),
            ({"grade": "x"}, 422),
            ({"q": " "}, 422),
            ({"page": 99999999}, 404),
            ({"page": "x"}, 404),
        ],
    )
    def test_what_is_no_grade_is_refused(self, keeper: Client, change: dict[str, Any], status: int) -> None:
        page = ArticlePage.objects.live().first()
        assert page
        sent = {"q": "regie", "page": page.pk, "grade": 2, **change}
        before = Grade.objects.count()
        assert keeper.post(reverse("bench-grade"), sent).status_code == status
        assert Grade.objects.count() == before

    def test_a_judged_page_that_is_not_found_is_shown_too(self, keeper: Client) -> None:
        page = ArticlePage.objects.live().first()
        assert page
        search = JudgedSearch.objects.create(text="qwxnergens")
        Grade.objects.create(search=search, page=page, grade=2)
        html = keeper.get(reverse("bench-grade"), {"q": "qwxnergens"}).content.decode()
        assert page.title in html and "staat niet bij de eerste" in html

    def test_a_change_is_tried_from_the_form_and_shown_side_by_side(
        self, keeper: Client, few: list[str]
    ) -> None:
        form = keeper.get(reverse("bench-propose"), {"text": "blutzijn"}).content.decode()
        assert "blutzijn" in form
        sent = {number.name: present(number) for number in NUMBERS} | {
            "what": "keep",
            "SUBJECT_WEIGHT": 4,
        }
        sent |= {"EXACT_TITLE_BOOST": 0, "ABOUT_BONUS": 0}
        address = keeper.post(reverse("bench-propose"), sent).url  # type: ignore[attr-defined]
        waiting = keeper.get(address).content.decode()
        assert "0 van" in waiting and "hx-get" in waiting
        measured(Trial.objects.get())
        done = keeper.get(address).content.decode()
        assert "hx-get" not in done and "nDCG@10 straks" in done and "Zet dit live" in done
        assert "4,0 (live: 0,7)" in done
        assert keeper.get(reverse("bench")).status_code == 200

    @pytest.mark.parametrize(
        ("change", "field"),
        [
            ({"SYNONYM_WEIGHT": "2"}, "SYNONYM_WEIGHT"),
            ({"SYNONYM_WEIGHT": "nan"}, "SYNONYM_WEIGHT"),
            ({"what": "add"}, "concept"),
            ({"what": "remove", "text": "qwx"}, "text"),
        ],
    )
    def test_a_change_that_cannot_be_is_an_error_of_its_field(
        self, change: dict[str, str], field: str
    ) -> None:
        concept = Concept.objects.get(scheme__slug="domein", slug="huisvesting")
        sent = {number.name: present(number) for number in NUMBERS} | {"what": "keep"}
        if field == "text":
            sent["concept"] = concept.pk
        assert field in TrialForm({**sent, **change}).errors

    def test_the_file_is_downloaded(self, keeper: Client, tmp_path: Path) -> None:
        file = tmp_path / "queries.yaml"
        file.write_bytes(keeper.get(reverse("bench-download")).content)
        assert len(relevance.load(file)) == len(judging.rows())

    @pytest.mark.parametrize("name", ["bench", "bench-grade", "bench-download", "bench-propose"])
    def test_it_is_for_those_who_keep_the_vocabulary(self, client: Client, name: str) -> None:
        writer = User.objects.create_user("r", password="x")
        writer.groups.add(Group.objects.get(name="Redacteur"))
        client.force_login(writer)
        assert client.get(reverse(name)).status_code in (302, 403)
        assert client.post(reverse("bench-measure")).status_code in (302, 403)
        assert not Trial.objects.exists()
