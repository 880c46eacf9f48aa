"""The learned model: what it learns, what it shows, how it is kept, and what it may decide beside the matcher."""

from pathlib import Path

import numpy as np
import pytest

from content.nlp.combining import BOTH, LEARNED, combine
from content.nlp.learned import LearnedModel, load
from content.nlp.learning import Example, train
from content.nlp.tagging import TagScore, TextField
from content.nlp.vocabulary import Concept, Label, Vocabulary

MONEY, HOME = ("domein", "geld"), ("domein", "huis")
SCHEMES = frozenset(["domein"])
WORDS = Vocabulary(
    tuple(Concept("domein", slug, slug.title(), (Label(slug, "pref"),), None) for slug in ("geld", "huis"))
)
TEXTS = {
    MONEY: ["De rekening is niet betaald.", "Een aanmaning voor de rekening.", "Een aanmaning van de bank."],
    HOME: ["De kamer is vochtig.", "Schimmel in de kamer.", "Schimmel en een lekkend dak."],
}


@pytest.fixture(scope="module")
def model() -> LearnedModel:
    examples = [
        Example(text, frozenset([key]), SCHEMES)
        for key, texts in TEXTS.items()
        for text in texts
        for _ in (1, 2)
    ]
    return train(examples, [MONEY, HOME])


def test_it_learns_from_words_that_no_label_has(model: LearnedModel) -> None:
    probable = model.probabilities("Er ligt een aanmaning voor een oude rekening.")
    assert probable[MONEY] > 0.5 > probable[HOME]


def test_training_twice_gives_the_same_model(model: LearnedModel) -> None:
    examples = [
        Example(text, frozenset([key]), SCHEMES)
        for key, texts in TEXTS.items()
        for text in texts
        for _ in (1, 2)
    ]
    assert train(examples, [MONEY, HOME]).version == model.version


def test_its_evidence_is_the_words_that_weigh_most_and_stands_where_it_says(model: LearnedModel) -> None:
    text = "Gisteren kwam er een aanmaning, en de kamer was koud."
    spans = model.evidence(text, MONEY, 5)
    assert "aanmaning" in [text[start:end] for start, end in spans]
    assert "kamer" not in [text[start:end] for start, end in spans]


def test_nothing_to_learn_from_is_refused_and_an_empty_text_says_nothing(model: LearnedModel) -> None:
    with pytest.raises(ValueError, match="nothing to learn"):
        train([], [MONEY])
    assert model.probabilities(" .. ") == {}


def test_it_is_kept_as_arrays_without_code(model: LearnedModel, tmp_path: Path) -> None:
    path = tmp_path / "model.npz"
    model.save(path)
    again = load(path)
    assert again.concepts == model.concepts
    assert np.allclose(again.weights, model.weights, atol=0.01)
    with np.load(path, allow_pickle=False) as stored:
        assert all(stored[name].dtype != object for name in stored.files)


def test_a_damaged_file_is_named_as_such(tmp_path: Path) -> None:
    path = tmp_path / "model.npz"
    path.write_bytes(b"PK\x03\x04 this is no archive")
    with pytest.raises((OSError, ValueError, KeyError)):
        load(path)


def matched(score: float, *, strong: bool) -> TagScore:
    return TagScore("domein", "geld", "Geld", score, strong, ())


LONG = "Er ligt een aanmaning voor een oude rekening op tafel. " * 6


def test_in_a_long_text_the_model_may_add_and_support_and_veto(model: LearnedModel) -> None:
    about_money, about_home = (TextField("body", LONG),), (TextField("body", "Schimmel in de kamer. " * 15),)
    added = combine(about_money, [], model, WORDS)
    assert [(tag.concept, tag.source, tag.strong) for tag in added] == [("geld", LEARNED, True)]
    assert all(LONG[e.start : e.end] == e.text for e in added[0].evidence)
    supported = combine(about_money, [matched(0.35, strong=False)], model, WORDS)
    assert [(tag.concept, tag.source, tag.strong) for tag in supported] == [("geld", BOTH, True)]
    vetoed = {tag.concept: tag for tag in combine(about_home, [matched(0.5, strong=True)], model, WORDS)}
    assert vetoed["geld"].strong is False
    assert vetoed["huis"].strong is True


def test_in_a_sentence_the_matcher_decides_about_domains(model: LearnedModel) -> None:
    tag = matched(0.5, strong=True)
    assert combine((TextField("body", "Schimmel in de kamer."),), [tag], model, WORDS) == [tag]


def test_a_concept_that_left_the_vocabulary_is_not_tagged(model: LearnedModel) -> None:
    left = Vocabulary(WORDS.concepts[1:])
    assert all(tag.concept != "geld" for tag in combine((TextField("body", LONG),), [], model, left))
