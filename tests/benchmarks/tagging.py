"""How fast pages are tagged, beside Annif on the same texts, and with a thesaurus of 30,000 concepts beside our own.

``python -m tests.benchmarks.tagging`` in a process and a ``DATA_DIR`` of its own; prints one JSON object.
"""

import json
import os
import random
import resource
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import django

if TYPE_CHECKING:
    from content.nlp.learned import LearnedModel
    from content.nlp.vocabulary import Vocabulary

PAGES = 200
ROUNDS = 3
CONCEPTS = 30_000
SEED = 20260401


def main() -> None:
    """Load the vocabulary, measure, print."""
    django.setup()
    from django.core.management import call_command

    from content import learning, vocabulary

    root = Path(__file__).resolve().parents[2]
    for command in (["migrate", "--verbosity=0"], ["load_vocabulary", str(root / "fixtures" / "vocabulary")]):
        call_command(*command, stdout=sys.stderr)
    print(json.dumps(measured(root / "fixtures", vocabulary.current(), learning.present_model())))


def measured(fixtures: Path, words: "Vocabulary", model: "LearnedModel | None") -> dict[str, float]:
    """Pages a second, start in seconds, memory in MB, and the ratios to Annif and to a large thesaurus."""
    from content.tag_peers import ask_annif
    from tests.benchmarks.corpus import page_texts

    pages = page_texts(fixtures, PAGES)
    speed, start = _speed(words, model, pages)
    found = {
        "tag_pages_s": speed,
        "tag_start_s": start,
        "tag_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000,
        "tag_large_share": _speed(with_thesaurus(words), model, pages)[0] / speed,
    }
    if python := os.environ.get("ANNIF_PYTHON"):
        found["annif_tag_pages_s"] = ask_annif(python, words, [text for _, text in pages])["mllm"][1]
        found["tag_ratio"] = speed / found["annif_tag_pages_s"]
    return found


def _speed(
    words: "Vocabulary", model: "LearnedModel | None", pages: list[tuple[str, str]]
) -> tuple[float, float]:
    """Pages a second in the fastest round, and the seconds until the first page was tagged."""
    from content.nlp.pipeline import build_pipeline
    from content.nlp.tagging import TextField

    started = time.perf_counter()
    pipeline = build_pipeline(words, model=None, learned=model)
    fields = [(TextField("title", title), TextField("body", text)) for title, text in pages]
    pipeline.tag(fields[0])
    start = time.perf_counter() - started
    took = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        for page in fields:
            pipeline.tag(page)
        took.append(time.perf_counter() - started)
    return len(pages) / min(took), start


def with_thesaurus(words: "Vocabulary", concepts: int = CONCEPTS) -> "Vocabulary":
    """The vocabulary with a large one beside it, whose labels are words and pairs of words of the first."""
    from content.nlp.analysis import analyse
    from content.nlp.vocabulary import Concept, Label, Vocabulary

    known = sorted({t.lemma for c in words.concepts for label in c.labels for t in analyse(label.text)})
    chance = random.Random(SEED)
    large = []
    for number in range(concepts):
        text = f"{chance.choice(known)} {chance.choice(known)} {number % 97}"
        large.append(Concept("thesaurus", f"c{number}", text, (Label(text, "pref"),), None))
    return Vocabulary((*words.concepts, *large))


if __name__ == "__main__":
    main()
