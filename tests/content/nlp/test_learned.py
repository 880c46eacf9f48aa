"""The learned model: what it learns, what it shows, how it is kept, and what it may decide beside the matcher."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from content.nlp.combining import BOTH, LEARNED, combine
from content.nlp.learned import LearnedModel, Rule, load
from content.nlp.learning import Example, fit_rule, train
from content.nlp.tagging import Evidence, TagScore, TextField
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


def test_a_model_with_a_rule_for_other_opinions_is_not_used(model: LearnedModel, tmp_path: Path) -> None:
    replace(model, rules={"domein": Rule((1.0,), -0.5, 0.5)}).save(tmp_path / "model.npz")
    with pytest.raises(ValueError, match="train it again"):
        load(tmp_path / "model.npz")


def test_a_damaged_file_is_named_as_such(tmp_path: Path) -> None:
    path = tmp_path / "model.npz"
    path.write_bytes(b"PK\x03\x04 this is no archive")
    with pytest.raises((OSError, ValueError, KeyError)):
        load(path)


RULE = Rule((1.0, 0.6), -0.5, 0.5)  # lets the model count for most


@pytest.fixture(scope="module")
def ruled(model: LearnedModel) -> LearnedModel:
    return replace(model, rules={"domein": RULE})


def matched(score: float, *, strong: bool) -> TagScore:
    known = Evidence("body", 10, 19, "aanmaning", "aanmaning", "exact")
    return TagScore("domein", "geld", "Geld", score, strong, (known,))


MONEY_TEXT = "Er ligt een aanmaning voor een oude rekening op tafel."
HOME_TEXT = "Schimmel in de kamer."


def combined(text: str, tags: list[TagScore], model: LearnedModel) -> dict[str, TagScore]:
    return {tag.concept: tag for tag in combine((TextField("body", text),), tags, model, WORDS)}


def test_the_model_may_add_and_support_and_veto(ruled: LearnedModel) -> None:
    added = combined(MONEY_TEXT, [], ruled)
    assert [(tag.concept, tag.source, tag.strong) for tag in added.values()] == [("geld", LEARNED, True)]
    assert all(MONEY_TEXT[e.start : e.end] == e.text for e in added["geld"].evidence)
    supported = combined(MONEY_TEXT, [matched(0.35, strong=False)], ruled)["geld"]
    assert (supported.source, supported.strong) == (BOTH, True)
    assert supported.score > added["geld"].score
    vetoed = combined(HOME_TEXT, [matched(0.25, strong=False)], ruled)
    assert "geld" not in vetoed or not vetoed["geld"].strong
    assert vetoed["huis"].strong


def test_without_a_rule_for_a_scheme_the_matcher_decides(model: LearnedModel) -> None:
    tag = matched(0.5, strong=True)
    assert combine((TextField("body", HOME_TEXT),), [tag], model, WORDS) == [tag]


def test_a_concept_that_left_the_vocabulary_is_not_tagged(ruled: LearnedModel) -> None:
    left = Vocabulary(WORDS.concepts[1:])
    assert all(tag.concept != "geld" for tag in combine((TextField("body", MONEY_TEXT),), [], ruled, left))


def test_a_rule_learns_which_opinion_is_worth_most_and_is_calibrated() -> None:
    rows = [(float(right), float(noise)) for right in (0, 1) for noise in (0, 1) for _ in range(50)]
    wanted = [(n % 10 < 8) == bool(right) for n, (right, _) in enumerate(rows)]
    rule = fit_rule(np.array(rows, dtype=np.float32), wanted)
    assert rule.weights[0] > 1 > abs(rule.weights[1])
    assert rule.probability((1.0, 0.0)) == pytest.approx(0.8, abs=0.06)
    assert rule.probability((0.0, 1.0)) == pytest.approx(0.2, abs=0.06)


def test_the_rules_are_kept_with_the_model(ruled: LearnedModel, tmp_path: Path) -> None:
    path = tmp_path / "model.npz"
    ruled.save(path)
    again = load(path)
    assert again.rules == {"domein": Rule.of(RULE.numbers())}


def test_a_denied_word_does_not_vote(ruled: LearnedModel) -> None:
    assert ruled.probabilities("Er is een aanmaning.")[MONEY] > 0.5
    assert ruled.probabilities("Er is geen aanmaning.")[MONEY] < 0.5
    assert ruled.probabilities("Van een aanmaning is geen sprake.")[MONEY] < 0.5


def test_words_that_the_model_never_met_are_the_matchers_to_judge(ruled: LearnedModel) -> None:
    place = Evidence("body", 0, 11, "Splinterbreuk", "splinterbreuk", "exact")
    tag = replace(matched(0.5, strong=True), evidence=(place,))
    assert combined("Splinterbreuk.", [tag], ruled)["geld"] == tag
