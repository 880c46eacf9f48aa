"""Search over the demo content: what it finds, what it says, and that no input breaks it."""

import json
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from wagtail.models import PageViewRestriction

from content.models import ArticlePage, ContentPage, ElementPage
from search import results
from search.changes import drain, pending
from search.engine import backend
from search.query import SearchQuery, clean
from search.results import SearchResult

pytestmark = pytest.mark.django_db


def search(text: str = "", **filters: tuple[str, ...]) -> SearchResult:
    return results.run(SearchQuery(text=text, filters=filters), backend())


def slugs(text: str, count: int = 5) -> list[str]:
    return [hit.slug for hit in search(text).hits[:count]]


@pytest.mark.usefixtures("demo")
class TestFinding:
    def test_three_ways_to_say_it_share_their_first_results(self) -> None:
        apart, together, said = (
            slugs(text, 5) for text in ("schuld hulpverlening", "schuldhulpverlening", "hulp bij schulden")
        )
        assert set(apart) == set(together) and len(set(together) & set(said)) >= 3

    @pytest.mark.parametrize(
        ("apart", "together"),
        [
            ("veiligheids plan", "veiligheidsplan"),
            ("uitzetting uit huis", "huisuitzetting"),
            ("plan voor het gezin", "gezinsplan"),
        ],
    )
    def test_a_compound_finds_the_same_written_apart(self, apart: str, together: str) -> None:
        assert slugs(apart, 1)[0] in slugs(together, 2)
        assert len(set(slugs(apart, 5)) & set(slugs(together, 5))) >= 4

    @pytest.mark.parametrize(
        ("query", "word"),
        [
            ("gezinnen", "gezinsplan"),
            ("uitzetting", "huisuitzetting"),
            ("ouder", "ouders"),
            ("ouder", "ouderavond"),
        ],
    )
    def test_a_word_is_found_in_its_compounds_and_inflections(self, query: str, word: str) -> None:
        with_word = {
            hit.id for hit in results.run(SearchQuery(text=f'"{word}"', per_page=500), backend()).hits
        }
        found = {hit.id for hit in results.run(SearchQuery(text=query, per_page=500), backend()).hits}
        assert with_word <= found

    def test_the_exact_word_comes_first(self) -> None:
        assert "huisuitzetting" in search("huisuitzetting").hits[0].title.lower()

    def test_the_page_with_just_that_title_comes_first(self) -> None:
        titles = ContentPage.objects.live().public().order_by("pk").values_list("title", flat=True)[::7]
        assert {title: search(clean(title)).hits[0].title for title in titles} == {
            title: title for title in titles
        }

    @pytest.mark.parametrize(
        ("query", "slug"),
        [
            ("VT", "wanneer-melden-bij-veilig-thuis"),
            ("ots", "hvd-ots"),
            ("spijbelen", "schoolverzuim"),
            ("huisuitzeting", "huisuitzetting-voorkomen"),
            ("wie heeft de leiding", "regie-bij-een-persoon"),
            ("wat kan ik doen als een moeder steeds afspraken mist", "moeder-mist-afspraken-is-dat-onwil"),
        ],
    )
    def test_everyday_words_abbreviations_typos_and_questions(self, query: str, slug: str) -> None:
        assert slug in slugs(query)

    @pytest.mark.parametrize(
        ("typed", "meant"),
        [
            ("radicaliseuing", "radicalisering"),  # a label that no page says in these words
            ("thusizitten", "thuiszitten"),  # its lemma would be made from the error
            ("regelruk", "regeldruk"),  # looks like a compound
        ],
    )
    def test_a_typing_error_in_a_word_that_finds_nothing_is_mended(self, typed: str, meant: str) -> None:
        found = search(typed)
        assert found.corrected and found.suggestion and found.suggestion.label == meant
        assert [hit.id for hit in found.hits] == [hit.id for hit in search(meant).hits]

    def test_a_phrase_and_an_excluded_word(self) -> None:
        everything = search("drang en dwang").total
        phrase = search('"drang en dwang"')
        assert 0 < phrase.total <= everything
        assert 0 < search('"drang en dwang" -inspecties').total < phrase.total

    def test_facets_count_exactly_and_ignore_their_own_selection(self) -> None:
        whole = {facet.key: facet for facet in search("schulden").facets}
        chosen = search("schulden", type=("element",))
        counts = {v.value: v.count for f in chosen.facets if f.key == "type" for v in (*f.values, *f.more)}
        assert counts == {v.value: v.count for v in (*whole["type"].values, *whole["type"].more)}
        assert chosen.total == counts["element"]
        assert all(hit.type == "element" for hit in chosen.hits)

    def test_a_selected_value_never_vanishes(self) -> None:
        result = search("huisuitzetting", phase=("signaleren",), domain=("lvb",))
        assert result.total == 0
        kept = {v.value for f in result.facets for v in (*f.values, *f.more) if v.selected}
        assert kept == {"signaleren", "lvb"}

    def test_of_several_problems_pages_that_treat_more_come_first(self, client: Client) -> None:
        result = search("schulden + schoolverzuim + ruzie")
        assert result.problems == 3 and result.part
        treated = [len(hit.treats) for hit in result.hits]
        assert treated[0] >= 2 and treated[0] == max(treated)
        assert set(result.hits[0].treats) <= {"schulden", "schoolverzuim", "ruzie"}
        page = client.get("/zoeken/?q=schulden+%2B+schoolverzuim+%2B+ruzie").content.decode()
        assert f"Behandelt {treated[0]} van uw 3 problemen" in page
        assert "over alle 3 onderwerpen" in page

    @pytest.mark.parametrize(
        ("query", "kind", "form"),
        [
            ("huisuitzetting", "exact", "huisuitzetting"),
            ("uitzetting", "compound_part", "huisuitzetting"),
            ("VT", "synonym", "veilig thuis"),
            ("spijbelen", "synonym", "schoolverzuim"),
        ],
    )
    def test_a_hit_says_why_it_was_found(self, query: str, kind: str, form: str) -> None:
        reasons = [reason for hit in search(query).hits for reason in hit.reasons]
        assert reasons
        assert (kind, form) in {(reason.kind, reason.form.lower()) for reason in reasons}

    def test_every_form_that_a_reason_names_stands_in_the_page(self) -> None:
        from content.models import ContentPage

        for hit in search("hoe help ik een gezin met huurschuld en verslaving?").hits:
            page = ContentPage.objects.get(pk=hit.id).specific
            text = " ".join([*(field.text for field in page.text_fields()), page.searched_as])
            for reason in hit.reasons:
                assert all(word in text for word in reason.form.split()), reason

    def test_a_search_that_finds_few_goes_on_below_with_the_same_subject(self, client: Client) -> None:
        result = search("aanmaning")
        assert 0 < result.own < result.total
        assert result.wider == ("Schulden en inkomen",)
        page = client.get("/zoeken/?q=aanmaning").content.decode()
        assert "Daaronder staan pagina's over" in page

    @pytest.mark.parametrize(
        ("text", "let_go"),
        [
            ('"drang en dwang" wijkteam', ("wijkteam",)),
            ('"één gezin één plan" wijkteam', ("wijkteam",)),  # each word of the phrase is on many pages
            ('"drang en dwang" schulden verslaving', ("schulden", "verslaving")),
        ],
    )
    def test_a_phrase_stays_where_other_words_are_let_go(self, text: str, let_go: tuple[str, ...]) -> None:
        found = search(text)
        assert set(found.dropped) == set(let_go)
        assert found.total == search(text[: text.rindex('"') + 1]).total > 0

    @pytest.mark.parametrize("others", ["schulden", "schulden verslaving", "gezin", "hoe"])
    def test_a_phrase_that_no_page_has_is_let_go_with_a_note(self, others: str) -> None:
        found = search(f'"dwang drang" {others}')
        assert found.dropped == ("dwang drang",) and found.total == search(others).total > 0
        assert search('"dwang drang"').total == 0

    def test_who_wants_an_exact_phrase_gets_nothing_else(self) -> None:
        result = search('"eerste 1000 dagen"')
        assert result.total == result.own and not result.wider

    def test_many_words_may_be_met_in_part_visibly(self, client: Client) -> None:
        words = "reclassering wasmachine uithuisplaatsing doorbraakmethode"
        assert search(words).part
        assert "een deel ervan" in client.get("/zoeken/", {"q": words}).content.decode()

    def test_an_unknown_word_beside_a_common_one_is_let_go(self) -> None:
        result = search("gezin xqzzwxq")
        assert result.total and result.dropped == ("xqzzwxq",)

    def test_words_are_let_go_visibly(self) -> None:
        result = search("huisuitzetting kookworkshop")
        assert result.total and result.dropped == ("kookworkshop",)


@pytest.mark.usefixtures("demo")
class TestPage:
    @pytest.mark.parametrize(
        "query",
        [
            "",
            "q=schulden",
            "q=schulden&domain=schulden&type=element&sort=date",
            "q=schulden&page=2",
            "sort=evidence",
        ],
    )
    def test_it_works(self, client: Client, query: str) -> None:
        response = client.get(f"/zoeken/?{query}")
        assert response.status_code == 200
        assert "resultaten" in response.content.decode()

    @pytest.mark.parametrize(
        "query",
        [
            "page=abc",
            "page=99999",
            "page=-1",
            "page=%C2%B2",
            "domain=bestaatniet&kleur=rood",
            "year=morgen",
            "year=²²²²",
            "sort=willekeurig",
            "q=" + "x" * 5000,
            "q=%00%00",
            "q=%FF%FE",
            'q="',
            "q=-",
            "q=-schulden",
            "q=*:* OR (",
            "q=<script>alert(1)</script>",
            "q=" + "a-" * 2000,
        ],
    )
    def test_no_input_breaks_it(self, client: Client, query: str) -> None:
        response = client.get(f"/zoeken/?{query}")
        assert response.status_code == 200
        assert "<script>alert" not in response.content.decode()

    def test_nothing_found_helps_on(self, client: Client) -> None:
        page = client.get("/zoeken/?q=xqzzwxq").content.decode()
        assert "Niets gevonden" in page
        assert "/vraag-stellen/" in page
        assert "xqzzwxq" not in page.split("/vraag-stellen/")[-1].split('"')[0]

    def test_few_queries_to_the_database(self, client: Client, django_assert_max_num_queries: Any) -> None:
        client.get("/zoeken/?q=schulden")
        with django_assert_max_num_queries(12):
            client.get("/zoeken/?q=schulden&domain=schulden")

    def test_an_engine_that_is_away_gives_503_and_a_way_on(
        self, client: Client, settings: Any, tmp_path: Any
    ) -> None:
        settings.DATA_DIR = tmp_path
        response = client.get("/zoeken/?q=schulden")
        assert response.status_code == 503
        assert "/domeinen/schulden/" in response.content.decode()
        assert client.get("/elementen/").status_code == 200


@pytest.mark.usefixtures("own_index")
class TestOnlyPublicPages:
    """Drafts and private pages never reach the index."""

    def indexed(self, page: Any) -> bool:
        drain()
        return page.pk in backend().digests()

    def test_publish_unpublish_move_and_delete(self) -> None:
        page = ArticlePage.objects.first()
        assert self.indexed(page)
        page.unpublish()
        assert not self.indexed(page)
        page.save_revision().publish()
        assert self.indexed(page)
        pk = page.pk
        page.delete()
        assert pending() == 1
        drain()
        assert pk not in backend().digests()

    def test_a_draft_stays_out(self) -> None:
        parent = ArticlePage.objects.first().get_parent()
        draft = parent.add_child(instance=ArticlePage(title="Nog niet af", slug="nog-niet", live=False))
        draft.save_revision()
        assert not self.indexed(draft)

    def test_a_view_restriction_above_takes_pages_out_and_back(self) -> None:
        page = ElementPage.objects.first()
        restriction = PageViewRestriction.objects.create(page=page.get_parent(), restriction_type="login")
        assert not self.indexed(page)
        restriction.delete()
        assert self.indexed(page)

    def test_a_failing_tagger_is_retried_and_shown(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def broken(page: Any) -> None:
            raise ValueError("geheim woord")

        page = ArticlePage.objects.first()
        monkeypatch.setattr("search.changes.tag_page", broken)
        page.save_revision().publish()
        drain()
        out = StringIO()
        call_command("index", "status", json=True, stdout=out)
        status = json.loads(out.getvalue())
        assert status["pending"] == 1 and status["failing"] == 1
        assert "ValueError" in status["last_error"] and "geheim" not in status["last_error"]


@pytest.mark.usefixtures("demo")
class TestCommand:
    def test_its_json(self) -> None:
        out = StringIO()
        call_command("search", "schulden", filter=["domain=schulden"], limit=3, json=True, stdout=out)
        result = json.loads(out.getvalue())
        assert set(result) == {"total", "hits", "facets", "took_ms"}
        assert set(result["hits"][0]) == {"id", "type", "slug", "title", "url", "score", "snippet"}
        assert len(result["hits"]) == 3
        domain = {value["value"]: value for value in result["facets"]["domain"]}
        assert domain["schulden"]["selected"] and domain["schulden"]["count"] == result["total"]

    @pytest.mark.parametrize("bad", ["domain", "kleur=rood", "domain="])
    def test_a_bad_filter_is_named(self, bad: str) -> None:
        with pytest.raises(CommandError, match="schrijf facet=slug"):
            call_command("search", "schulden", filter=[bad])
