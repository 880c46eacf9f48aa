"""Every promise of ``search/backends/base.py``. An engine's own test file only names the engine."""

import threading
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace

import pytest

from content.nlp.vocabulary import Concept, Label, Vocabulary
from search.backends.base import (
    AllOf,
    Bonus,
    Document,
    EngineQuery,
    Group,
    IndexMissing,
    Mention,
    Phrase,
    SearchBackend,
    Tagged,
    Term,
)
from search.fields import FACETS_BY_KEY
from search.query import SearchQuery
from search.ranking import rank


def page(number: int, title: str, body: str = "", **facets: tuple[str, ...]) -> Document:
    return Document(
        id=number,
        type=facets.get("type", ("article",))[0],
        slug=f"p{number}",
        title=title,
        url=f"/p{number}/",
        summary="",
        texts={"title": title, "body": body},
        facets={"type": ("article",), **facets},
        date=number * 10,
        evidence=number % 6,
    )


PAGES = (
    page(1, "Schulden aanpakken", "Een gezin met schulden.", domain=("schulden",), year=("2019",)),
    page(
        2,
        "Huisuitzetting voorkomen",
        "De verhuurder belt.",
        domain=("huisvesting", "schulden"),
        year=("2020",),
    ),
    page(3, "Drang en dwang", "Drang is geen dwang.", theme=("drang-en-dwang",), type=("element",)),
    page(4, "Dwang en daarna drang", "Andersom dus.", domain=("opvoeding",), type=("element",)),
    page(5, "Schuldhulpverlening", "Over schuldhulpverlening.", domain=("schulden",), year=("2020",)),
)

WORDS = Vocabulary(
    (
        Concept("domein", "huisvesting", "Huisvesting", (Label("Huisvesting", "pref"),), None),
        Concept(
            "domein",
            "huisuitzetting",
            "Huisuitzetting",
            (Label("Huisuitzetting", "pref"), Label("ontruiming", "alt"), Label("op straat komen", "alt")),
            "huisvesting",
        ),
    )
)


def group(*alternatives: Term | Phrase | AllOf | Mention | Tagged) -> Group:
    return Group("x", alternatives)


def ids(backend: SearchBackend, **query: object) -> list[int]:
    return [hit.id for hit in backend.search(EngineQuery(**query)).hits]  # type: ignore[arg-type]


def _slowly(pages: Iterable[Document]) -> Iterator[Document]:
    for item in pages:
        time.sleep(0.02)
        yield item


class BackendContract:
    """Subclass with a fixture ``empty`` that gives a backend without an index."""

    @pytest.fixture
    def backend(self, empty: SearchBackend) -> Iterator[SearchBackend]:
        empty.rebuild(PAGES)
        yield empty

    def test_without_an_index_searching_says_so(self, empty: SearchBackend) -> None:
        with pytest.raises(IndexMissing):
            empty.search(EngineQuery())
        assert not empty.status().usable

    def test_a_rebuild_counts_and_is_usable(self, empty: SearchBackend) -> None:
        assert empty.rebuild(PAGES) == len(PAGES)
        assert empty.status().documents == len(PAGES)
        assert empty.digests() == {p.id: p.digest for p in PAGES}

    def test_a_term_is_found_by_its_lemma(self, backend: SearchBackend) -> None:
        assert ids(backend, required=(group(Term("schuld")),)) == [1]

    def test_a_compound_is_found_by_the_stem_of_its_part(self, backend: SearchBackend) -> None:
        assert set(ids(backend, required=(group(Term("schuld", stemmed=True)),))) == {1, 5}
        assert ids(backend, required=(group(Term("uitzet", stemmed=True)),)) == [2]

    def test_all_groups_are_required_and_the_excluded_stay_out(self, backend: SearchBackend) -> None:
        both = (group(Term("drang")), group(Term("dwang")))
        assert set(ids(backend, required=both)) == {3, 4}
        assert ids(backend, required=both, excluded=(Term("andersom"),)) == [3]

    def test_a_phrase_keeps_its_order(self, backend: SearchBackend) -> None:
        assert ids(backend, required=(group(Phrase(("drang", "en", "dwang"))),)) == [3]

    def test_a_conjunction_needs_all_its_terms(self, backend: SearchBackend) -> None:
        terms = AllOf((Term("gezin"), Term("schuld")))
        assert ids(backend, required=(group(terms, Term("verhuurder")),)) == [1, 2] or set(
            ids(backend, required=(group(terms, Term("verhuurder")),))
        ) == {1, 2}

    def test_a_mention_is_found_in_any_part_and_counts_most_in_the_title(self, empty: SearchBackend) -> None:
        told, titled = {"body": "domein/schulden/1 thema/regie/1"}, {"title": "domein/schulden/1"}
        empty.rebuild([replace(PAGES[2], mentions=told), replace(PAGES[3], mentions=titled), PAGES[1]])
        debts = Mention("domein/schulden/1")
        assert ids(empty, required=(group(debts),)) == [4, 3]
        assert ids(empty, required=(group(Term("verhuurder"), Mention("thema/regie/1")),)) in ([2, 3], [3, 2])
        assert empty.document_counts([debts, Mention("thema/regie/1"), Mention("schulden")]) == [1, 1, 0]

    def test_of_several_groups_so_many_must_be_met(self, backend: SearchBackend) -> None:
        several = (group(Term("schuld")), group(Term("verhuurder")), group(Term("gezin")))
        assert set(ids(backend, several=several, at_least=1)) == {1, 2}
        assert ids(backend, several=several, at_least=2) == [1]
        assert ids(backend, several=several, at_least=3) == []

    def test_wished_groups_and_bonuses_order_but_do_not_select(self, backend: SearchBackend) -> None:
        required = (group(Term("drang")),)
        assert ids(backend, required=required, wished=(Group("x", (Term("andersom"),), weight=9),)) == [4, 3]
        assert ids(backend, required=required, bonuses=(Bonus("theme", "drang-en-dwang", 50),)) == [3, 4]
        assert ids(backend, required=required, bonuses=(Bonus("domain", "opvoeding", 50),)) == [4, 3]

    def test_a_tag_meets_a_group_whatever_the_words(self, backend: SearchBackend) -> None:
        tagged = Tagged("domain", "huisvesting")
        assert ids(backend, required=(group(tagged),)) == [2]
        assert set(ids(backend, required=(group(tagged, Term("drang")),))) == {2, 3, 4}
        assert ids(backend, required=(group(Tagged("domain", "wonen")),)) == []

    def test_a_group_that_is_met_scores_its_bonus(self, backend: SearchBackend) -> None:
        plain = Group("x", (Term("verhuurder"),))
        scores = [
            backend.search(EngineQuery(required=(wanted,))).hits[0].score
            for wanted in (plain, replace(plain, bonus=7.0))
        ]
        assert scores[1] - scores[0] == pytest.approx(7.0, abs=0.01)

    def test_boosts_order_but_do_not_select(self, backend: SearchBackend) -> None:
        found = ids(backend, required=(group(Term("drang")),), boosts=(Term("andersom", 5.0),))
        assert found == [4, 3]

    def test_an_exact_title_comes_first(self, backend: SearchBackend) -> None:
        found = ids(backend, required=(group(Term("dwang")),), exact_title="drang en dwang")
        assert found[0] == 3

    def test_filters_are_or_inside_and_and_between(self, backend: SearchBackend) -> None:
        assert set(ids(backend, filters={"domain": ("schulden", "opvoeding")})) == {1, 2, 4, 5}
        assert set(ids(backend, filters={"domain": ("schulden",), "year": ("2020",)})) == {2, 5}

    def test_counts_are_exact_and_blind_to_their_own_selection(self, backend: SearchBackend) -> None:
        result = backend.search(
            EngineQuery(filters={"domain": ("huisvesting",)}, facets=tuple(FACETS_BY_KEY))
        )
        assert result.total == 1
        assert dict(result.counts["domain"]) == {"schulden": 3, "huisvesting": 1, "opvoeding": 1}
        assert dict(result.counts["year"]) == {"2020": 1}

    def test_sorting_by_date_and_evidence(self, backend: SearchBackend) -> None:
        assert ids(backend, sort="date") == [5, 4, 3, 2, 1]
        assert ids(backend, sort="evidence") == [5, 4, 3, 2, 1]

    def test_paging_and_a_limit_of_none(self, backend: SearchBackend) -> None:
        assert ids(backend, sort="date", offset=2, limit=2) == [3, 2]
        assert ids(backend, sort="date", offset=100) == []
        empty_page = backend.search(EngineQuery(limit=0))
        assert (empty_page.total, empty_page.hits) == (5, ())

    def test_a_write_replaces_adds_and_removes(self, backend: SearchBackend) -> None:
        changed = page(1, "Geld op orde", "Alles betaald.")
        backend.write([changed, page(6, "Nieuw")], [2])
        assert backend.digests().keys() == {1, 3, 4, 5, 6}
        assert backend.digests()[1] == changed.digest != PAGES[0].digest
        assert ids(backend, required=(group(Term("schuld")),)) == []
        assert backend.search(EngineQuery(required=(group(Term("geld")),))).hits[0].title == "Geld op orde"

    def test_a_rebuild_that_fails_leaves_the_live_index_and_nothing_else(
        self, backend: SearchBackend
    ) -> None:
        def broken() -> Iterator[Document]:
            yield page(9, "Alleen dit")
            raise KeyboardInterrupt

        before = backend.status()
        with pytest.raises(KeyboardInterrupt):
            backend.rebuild(broken())
        assert backend.status() == before
        assert backend.digests().keys() == {p.id for p in PAGES}
        backend.tidy()
        assert backend.status() == before

    def test_nobody_who_searches_ever_sees_half_an_index(self, backend: SearchBackend) -> None:
        """While it is rebuilt again and again, slowly, and pages are written in between."""
        extra = page(6, "Erbij")
        seen: set[int] = set()
        over = threading.Event()

        def look() -> None:
            while not over.is_set():
                found = backend.search(EngineQuery(facets=("type",)))
                seen.add(found.total)
                seen.add(sum(found.counts["type"].values()))
                seen.add(len(found.hits))

        readers = [threading.Thread(target=look) for _ in range(2)]
        for reader in readers:
            reader.start()
        try:
            for _ in range(3):
                backend.rebuild(_slowly(PAGES))
                backend.write([extra], [])
                backend.rebuild(_slowly((*PAGES, extra)))
                backend.write([], [extra.id])
        finally:
            over.set()
            for reader in readers:
                reader.join()
        assert seen == {len(PAGES), len(PAGES) + 1}

    def test_a_write_without_an_index_is_refused_because_it_would_hold_only_a_part(
        self, empty: SearchBackend
    ) -> None:
        with pytest.raises(IndexMissing):
            empty.write([PAGES[0]], [])
        assert not empty.status().usable

    def test_a_hit_carries_what_was_stored(self, backend: SearchBackend) -> None:
        hit = backend.search(EngineQuery(required=(group(Term("verhuurder")),))).hits[0]
        assert (hit.type, hit.slug, hit.url, hit.body) == ("article", "p2", "/p2/", "De verhuurder belt.")
        assert hit.facets["domain"] == ("huisvesting", "schulden")
        assert {"huisuitzet", "huis", "uitzet"} <= set(hit.stems.split())

    def test_searches_of_an_editor_are_found_and_come_back_apart_from_the_text(
        self, empty: SearchBackend
    ) -> None:
        plain = page(1, "Een deur", "De tekst.")
        empty.rebuild(
            [replace(plain, texts={**plain.texts, "searched_as": "niemand thuis\nde bel doet het niet"})]
        )
        hit = empty.search(EngineQuery(required=(group(Term("bel")),))).hits[0]
        assert hit.body == "De tekst."
        assert list(hit.searched_as) == ["niemand thuis", "de bel doet het niet"]
        assert len(hit.searches) == 2 and "bel" in hit.searches[1].split()

    def test_document_counts_and_words(self, backend: SearchBackend) -> None:
        assert backend.document_counts([Term("drang"), Term("uitzet", stemmed=True), Term("niets")]) == [
            2,
            1,
            0,
        ]
        words = dict(backend.words_like("schuld", 10))
        assert words == {"schuld": 1, "schuldhulpverlening": 1}

    @pytest.mark.django_db
    @pytest.mark.parametrize("word", ["huisuitzetting", "ontruiming", "op straat komen"])
    def test_a_synonym_is_found_and_never_beats_the_word_itself(
        self, empty: SearchBackend, word: str
    ) -> None:
        labels = [label.text for label in WORDS.concepts[1].labels]
        pages = [page(n, f"Een {label}", f"De {label}.") for n, label in enumerate(labels, 1)]
        pages += [page(20 + n, f"Nog een {word}", f"Over {word}.") for n in range(9)]  # so that it says less
        pages += [page(40 + n, f"Iets anders {n}", "Een bericht.") for n in range(20)]
        empty.rebuild(pages)
        found = [hit.id for hit in rank(SearchQuery(word, per_page=20), WORDS, empty, ()).result.hits]
        itself = 1 + [label.lower() for label in labels].index(word)
        assert set(found) == {1, 2, 3, *range(20, 29)}
        assert set(found[-2:]) == {1, 2, 3} - {itself}

    def test_a_rebuild_replaces_everything(self, backend: SearchBackend) -> None:
        generation = backend.status().generation
        backend.rebuild([page(9, "Alleen dit")])
        assert backend.digests().keys() == {9}
        assert backend.status().generation != generation

    @pytest.mark.parametrize("text", ["wmo:2015", 'a" OR "b', "*", "\\", "id:1)", "é" * 300, "😀", "AND NOT"])
    def test_no_token_can_bend_a_query(self, backend: SearchBackend, text: str) -> None:
        assert ids(backend, required=(group(Term(text), Phrase((text, text))),)) == []
        assert ids(backend, filters={"domain": (text,)}) == []
