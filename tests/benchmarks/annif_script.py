"""Runs Annif, in a Python that has it: trains its backends and suggests. Called by ``annif_peer``, never imported.

Reads a JSON object from standard input (``concepts``: address → labels; ``training``: pairs of text and addresses;
``texts``) and writes one to standard output: per backend the scores of each text and the texts a second.
"""

import json
import os
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

BACKENDS = ("mllm", "tfidf")
PROJECT = """[{0}]
name={0}
language=nl
backend={0}
analyzer=simplemma(nl)
vocab=labels
limit=30
"""


def main() -> None:
    """Answer what is asked on standard input."""
    asked = json.load(sys.stdin)
    with tempfile.TemporaryDirectory(prefix="annif-") as folder:
        os.chdir(folder)
        json.dump(run(asked, Path(folder)), sys.stdout)


def run(asked: dict[str, Any], folder: Path) -> dict[str, Any]:
    """Load the vocabulary, train each backend on the training texts, and let it suggest for the others."""
    import annif
    from annif.cli import cli
    from annif.corpus import Document, DocumentList
    from annif.registry import get_project

    _without_downloads()
    (folder / "projects.cfg").write_text("\n".join(PROJECT.format(name) for name in BACKENDS))
    (folder / "labels.ttl").write_text(_turtle(asked["concepts"]), encoding="utf-8")
    (folder / "training.tsv").write_text(_rows(asked["training"]), encoding="utf-8")
    commands = [["load-vocab", "labels", "labels.ttl"]]
    commands += [["train", name, "training.tsv"] for name in BACKENDS]
    for command in commands:
        cli.main(args=command, standalone_mode=False)
    answer: dict[str, Any] = {}
    documents = DocumentList([Document(text=text) for text in asked["texts"]])
    with annif.create_flask_app().app_context():
        for name in BACKENDS:
            project = get_project(name)
            project.suggest([Document(text=asked["texts"][0])])
            started = time.perf_counter()
            found = [
                {project.subjects[hit.subject_id].uri: float(hit.score) for hit in hits}
                for hits in project.suggest_corpus(documents)
            ]
            answer[name] = {
                "scores": found,
                "texts_a_second": len(found) / (time.perf_counter() - started),
            }
    return answer


def _without_downloads() -> None:
    """Cut sentences by their ends where NLTK's table of abbreviations, a download, is absent; words as NLTK does."""
    import nltk.tokenize

    try:
        nltk.tokenize.sent_tokenize("Een zin.")
    except LookupError:
        cut = nltk.tokenize.RegexpTokenizer(r"(?<=[.!?])\s+", gaps=True)
        nltk.tokenize.sent_tokenize = cut.tokenize
        nltk.tokenize.word_tokenize = nltk.tokenize.NLTKWordTokenizer().tokenize


def _turtle(concepts: dict[str, list[str]]) -> str:
    lines = ["@prefix skos: <http://www.w3.org/2004/02/skos/core#> ."]
    for address, labels in concepts.items():
        quoted = [json.dumps(label, ensure_ascii=False) + "@nl" for label in labels]
        lines.append(f"<{address}> a skos:Concept ; skos:prefLabel {quoted[0]}")
        lines += [f"  ; skos:altLabel {label}" for label in quoted[1:]]
        lines.append("  .")
    return "\n".join(lines)


def _rows(training: list[tuple[str, list[str]]]) -> str:
    return "".join(
        " ".join(text.split()) + "\t" + " ".join(f"<{address}>" for address in addresses) + "\n"
        for text, addresses in training
        if addresses
    )


if __name__ == "__main__":
    main()
