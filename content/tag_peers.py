"""Other ways to give tags, with the same vocabulary and the same training texts: what ours is measured beside.

Each gives scores from 0 to 1; from which score a tag counts is chosen for each of them on the halves for tuning, as it is
for ours.
"""

import json
import os
import re
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

from django.conf import settings

from content import vocabulary
from content.learning import TRAINING, training_texts
from content.nlp.gold import SCHEMES, GoldText, measure
from content.nlp.learned import Key, LearnedModel
from content.nlp.stems import stem
from content.nlp.vocabulary import Vocabulary
from content.tag_quality import Part, read_sets

EXACT, STEMS, MODEL, MLLM, TFIDF = (
    "letterlijk gelijke woorden",
    "stammen van Snowball",
    "geleerd model alleen",
    "Annif, MLLM",
    "Annif, TF-IDF",
)
ANNIF_SCRIPT = Path(settings.BASE_DIR) / "tests" / "benchmarks" / "annif_script.py"
ADDRESS = "https://kenniscentrum.example/"
PATIENCE = 1800.0  # seconds
STEPS = [step / 40 for step in range(1, 40)]
Scores = dict[Key, float]


class AnnifFailed(Exception):
    """Annif was to be asked, and did not answer."""


def peer_parts(folder: Path, model: LearnedModel | None) -> dict[str, list[Part]]:
    """The quality of each peer on each half of each gold set; Annif's where ``ANNIF_PYTHON`` names a Python that has it.

    Raises:
        OSError, KeyError: a gold set cannot be read.
        AnnifFailed: that Python cannot run Annif.
    """
    sets = read_sets(folder)
    texts = [text.text for gold in sets.values() for text in gold]
    words = vocabulary.current()
    scored = {EXACT: _each(lexical(words, str), texts), STEMS: _each(lexical(words, stem), texts)}
    if model:
        scored[MODEL] = _each(model.probabilities, texts)
    if python := os.environ.get("ANNIF_PYTHON"):
        answer = ask_annif(python, words, texts)
        scored |= {name: answer[backend][0] for name, backend in ((MLLM, "mllm"), (TFIDF, "tfidf"))}
    return {name: _parts(sets, scores) for name, scores in scored.items()}


def lexical(words: Vocabulary, form: Callable[[str], str]) -> Callable[[str], Scores]:
    """A tagger that finds labels word by word, each word in the form that ``form`` gives it."""
    labels: dict[tuple[str, ...], set[Key]] = {}
    for concept in words.concepts:
        top = (concept.scheme, words.top_of(concept.scheme, concept.slug))
        for label in concept.labels:
            labels.setdefault(_forms(label.text, form), set()).add(top)
    longest = max(map(len, labels), default=0)

    def tag(text: str) -> Scores:
        read = _forms(text, form)
        runs = (read[n : n + size] for n in range(len(read)) for size in range(1, longest + 1))
        return {key: 1.0 for run in runs for key in labels.get(run, ())}

    return tag


def ask_annif(python: str, words: Vocabulary, texts: Sequence[str]) -> dict[str, tuple[list[Scores], float]]:
    """By backend (``mllm``, ``tfidf``): its scores of each text, and the texts a second.

    A top concept gets the labels of all that is narrower, so that Annif sees the vocabulary as our matcher uses it.

    Raises:
        AnnifFailed: that Python cannot run it.
    """
    taught = [pair for path in sorted(TRAINING.glob("*.yaml")) for pair in training_texts(path)]
    labels: dict[str, list[str]] = {}
    for concept in sorted(words.concepts, key=lambda c: c.broader is not None):
        top = ADDRESS + f"{concept.scheme}/{words.top_of(concept.scheme, concept.slug)}"
        labels.setdefault(top, []).extend(label.text for label in concept.labels)
    asked = {
        "concepts": labels,
        "training": [(text, [ADDRESS + "/".join(key) for key in sorted(about)]) for text, about in taught],
        "texts": list(texts),
    }
    done = subprocess.run(  # noqa: S603 - the command is the administrator's own
        [python, str(ANNIF_SCRIPT)],
        input=json.dumps(asked),
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    if done.returncode:
        raise AnnifFailed(done.stderr.strip().rsplit("\n", 1)[-1])
    answer = json.loads(done.stdout.splitlines()[-1])
    return {
        backend: ([_keys(scores) for scores in found["scores"]], found["texts_a_second"])
        for backend, found in answer.items()
    }


def _keys(scores: dict[str, float]) -> Scores:
    return {_key(address): score for address, score in scores.items()}


def _key(address: str) -> Key:
    scheme, slug = address.removeprefix(ADDRESS).split("/")
    return scheme, slug


def _forms(text: str, form: Callable[[str], str]) -> tuple[str, ...]:
    return tuple(form(found) for found in re.findall(r"[\w+'-]+", text.lower()))


def _each(tagger: Callable[[str], Scores], texts: Sequence[str]) -> list[Scores]:
    return [tagger(text) for text in texts]


def _parts(sets: dict[str, list[GoldText]], scores: Sequence[Scores]) -> list[Part]:
    gold = [text for found in sets.values() for text in found]
    names = [name for name, found in sets.items() for _ in found]
    given: dict[str, list[list[Key]]] = {}
    for scheme in SCHEMES:
        step = _best_step(gold, scores, scheme)
        given[scheme] = [[key for key, score in found.items() if score >= step] for found in scores]
    return [
        Part(
            name,
            held_out,
            scheme,
            len(own),
            measure([gold[n] for n in own], [given[scheme][n] for n in own], scheme),
        )
        for name in sets
        for held_out in (False, True)
        for own in ([n for n, text in enumerate(gold) if names[n] == name and text.held_out is held_out],)
        for scheme in SCHEMES
    ]


def _best_step(gold: Sequence[GoldText], scores: Sequence[Scores], scheme: str) -> float:
    """The score from which tags count that is best on the halves for tuning."""
    tuning = [n for n, text in enumerate(gold) if not text.held_out]

    def f1(step: float) -> float:
        given = [[key for key, score in scores[n].items() if score >= step] for n in tuning]
        return measure([gold[n] for n in tuning], given, scheme).f1

    return max(STEPS, key=f1)
