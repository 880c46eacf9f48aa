"""The peers beside which tags are measured: they find what they should, and an Annif that is not there is named."""

import sys
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from content.nlp.matching import ConceptMatcher
from content.nlp.stems import stem
from content.nlp.vocabulary import Concept, Label, Vocabulary
from content.tag_peers import EXACT, MODEL, STEMS, AnnifFailed, ask_annif, lexical, peer_parts
from tests.benchmarks.tagging import with_thesaurus

WORDS = Vocabulary(
    (
        Concept("domein", "wonen", "Wonen", (Label("Wonen", "pref"), Label("eigen huis", "alt")), None),
        Concept("domein", "huur", "Huur", (Label("Huur", "pref"), Label("huurachterstand", "alt")), "wonen"),
    )
)
GOLD_ROW = "- kind: professional\n  text: De huurachterstand loopt op.\n  domains: [wonen]\n  themes: []\n"


def test_exact_words_find_what_is_written_so_and_stems_what_is_inflected() -> None:
    exact, stems = lexical(WORDS, str), lexical(WORDS, stem)
    wonen = {("domein", "wonen"): 1.0}
    assert exact("Een EIGEN huis.") == wonen == exact("De huurachterstand")
    assert exact("Twee huurachterstanden.") == {}
    assert stems("Twee huurachterstanden.") == wonen
    assert exact("") == {}


@pytest.mark.django_db
def test_each_peer_is_measured_on_both_halves_of_each_set(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ANNIF_PYTHON", raising=False)
    monkeypatch.setattr("content.vocabulary.current", lambda: WORDS)
    (tmp_path / "proef.yaml").write_text(GOLD_ROW)
    parts = peer_parts(tmp_path, None)
    assert set(parts) == {EXACT, STEMS} and MODEL not in parts
    found = [part.quality for part in parts[EXACT] if part.texts and part.scheme == "domein"]
    assert [(q.right, q.missed, q.too_much) for q in found] == [(1, 0, 0)]


def test_a_python_without_annif_is_an_answer_that_says_so() -> None:
    with pytest.raises(AnnifFailed, match="annif"):
        ask_annif(sys.executable, WORDS, ["De huurachterstand loopt op."])


@pytest.mark.usefixtures("vocabulary")
def test_the_command_says_when_annif_is_absent_or_broken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "proef.yaml").write_text(GOLD_ROW.replace("wonen", "huisvesting"))
    monkeypatch.delenv("ANNIF_PYTHON", raising=False)
    out = StringIO()
    call_command("evaluate_tags", tmp_path, stdout=out)
    assert "Annif, MLLM: niet aanwezig" in out.getvalue()
    monkeypatch.setenv("ANNIF_PYTHON", sys.executable)
    with pytest.raises(CommandError, match="Annif geeft geen antwoord"):
        call_command("evaluate_tags", tmp_path)


def test_a_thesaurus_of_thirty_thousand_concepts_loads_and_changes_no_tag_of_ours() -> None:
    large = with_thesaurus(WORDS)
    assert len(large.concepts) == 30_000 + len(WORDS.concepts)
    text = "De huurachterstand van het eigen huis. " + large.concepts[-1].pref_label
    own, both = ConceptMatcher(WORDS).matches(text), ConceptMatcher(large).matches(text)
    assert [match for match in both if match.scheme == "domein"] == own != []
    assert large.concepts[-1].slug in {match.concept for match in both}
