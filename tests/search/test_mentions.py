"""Which concepts a page is taken to mention, and what a query asks for where the index does not know a concept."""

from dataclasses import replace
from pathlib import Path

import pytest

from content.nlp.vocabulary import TRIED, Concept, Label, Vocabulary
from search.backends.base import EngineQuery, Group, Mention
from search.backends.tantivy import TantivyBackend
from search.mentions import mention_token, mentions, subject_token
from search.understanding import understand
from search.weighing import weigh
from tests.search.backend_contract import PAGES

EVICTION = Concept(
    "domein",
    "huisuitzetting",
    "Huisuitzetting",
    (
        Label("Huisuitzetting", "pref"),
        Label("uit huis gezet", "alt"),
        Label("in de goot", "alt"),
        Label("niet naar school gaan", "alt"),
        Label("ontruiming", "alt", ("huur",)),
    ),
    None,
)
WORDS = Vocabulary((EVICTION,))


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Twee huisuitzettingen, en nog een huisuitzetting.", 2),
        ("Het gezin werd uit huis gezet.", 1),
        ("Zij staan op het punt uit hun huis te worden gezet.", 1),
        (
            "Het huis is oud. De gemeente wil van elk jaar een feest maken en heeft daar stoelen voor gezet.",
            0,
        ),
        ("Hij belandde in de goot.", 1),
        ("De goot lekt.", 0),
        ("Hij wil niet naar school gaan.", 1),
        ("Hij wil naar school gaan.", 0),
        ("De ontruiming van een kraakpand.", 0),
        ("", 0),
    ],
)
def test_a_label_is_met_by_its_words_near_each_other_in_any_form(text: str, places: int) -> None:
    found = mentions(text, WORDS).split()
    assert found.count(mention_token(EVICTION)) == places


def test_a_concept_also_counts_for_the_subject_that_it_falls_under() -> None:
    debts = Concept("domein", "schulden", "Schulden", (Label("Schulden", "pref"),), None)
    under = replace(EVICTION, broader="schulden")
    found = mentions("Door schulden volgt een huisuitzetting.", Vocabulary((debts, under))).split()
    assert found.count(subject_token("domein", "schulden")) == 2
    assert {mention_token(debts), mention_token(under)} < set(found)


def test_the_token_changes_with_the_labels_but_not_with_one_that_is_only_tried() -> None:
    more = replace(EVICTION, labels=(*EVICTION.labels, Label("dakloos worden", "alt")))
    tried = replace(EVICTION, labels=(*EVICTION.labels, Label("dakloos worden", TRIED)))
    assert mention_token(more) != mention_token(EVICTION) == mention_token(tried)


class TestAsking:
    @pytest.fixture
    def engine(self, tmp_path: Path) -> TantivyBackend:
        engine = TantivyBackend(tmp_path / "index")
        told = {"body": mentions("Zij zijn uit huis gezet.", WORDS)}
        engine.rebuild([replace(PAGES[2], mentions=told), PAGES[1], PAGES[4]])
        return engine

    @staticmethod
    def asked(engine: TantivyBackend, concept: Concept) -> Group:
        groups = understand("huisuitzetting", Vocabulary((concept,))).groups
        (found,) = weigh(groups, engine, 3)
        return found.group

    def test_one_mention_in_place_of_all_labels(self, engine: TantivyBackend) -> None:
        group = self.asked(engine, EVICTION)
        assert [type(item) for item in group.alternatives if item.label] == [Mention]
        assert {hit.id for hit in engine.search(EngineQuery(required=(group,))).hits} == {2, 3}

    def test_the_labels_themselves_where_they_changed_since_it_was_indexed(
        self, engine: TantivyBackend
    ) -> None:
        changed = replace(EVICTION, labels=(*EVICTION.labels, Label("schuldhulpverlening", "alt")))
        group = self.asked(engine, changed)
        assert not any(isinstance(item, Mention) for item in group.alternatives)
        assert {hit.id for hit in engine.search(EngineQuery(required=(group,))).hits} == {2, 5}

    def test_a_label_that_is_tried_beside_what_is_indexed(self, engine: TantivyBackend) -> None:
        tried = replace(EVICTION, labels=(*EVICTION.labels, Label("schuldhulpverlening", TRIED)))
        group = self.asked(engine, tried)
        assert {hit.id for hit in engine.search(EngineQuery(required=(group,))).hits} == {2, 3, 5}
