"""``manage.py train_ranking``: learn the order of pages from judged searches, and keep it in the code."""

import tempfile
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from content import vocabulary
from search.backends.base import Document, SearchBackend, SearchError
from search.backends.tantivy import TantivyBackend
from search.documents import documents, public_pages
from search.ordering import LEARNED
from search.ranking import candidates
from search.relevance import JudgedQuery, load, page_key
from search.signals import Signals, compare

JUDGED = Path(settings.BASE_DIR) / "fixtures" / "relevance"
# What people type counts for more than situations, which are harder than that.
FILES = {JUDGED / "practice.yaml": 2.0, JUDGED / "situations.yaml": 1.0}


class Command(BaseCommand):
    help = "Leer van beoordeelde zoekvragen in welke volgorde pagina's komen."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The judged searches, and where the result goes."""
        parser.add_argument("files", nargs="*", type=Path, help="beoordeelde zoekvragen, elk even zwaar")
        parser.add_argument("--to", type=Path, default=LEARNED, help="bestand voor wat geleerd is")

    def handle(self, *args: Any, **options: Any) -> None:
        """Learn, once from the pages as they are and once without the searches of their editors, which a site may not have.

        Raises:
            CommandError: LightGBM is absent, a file cannot be used, or there is nothing to learn from.
        """
        try:
            from search.learning import Example, train
        except (ImportError, OSError) as error:
            raise CommandError(
                f"LightGBM is er niet: {error}. Installeer de pakketten van requirements-dev.txt."
            ) from error
        try:
            files = dict.fromkeys(options["files"], 1.0) or FILES
            judged = [(query, weight) for file, weight in files.items() for query in load(file)]
        except (OSError, KeyError, ValueError, TypeError) as error:
            raise CommandError(f"Dit is geen bestand met beoordeelde zoekvragen: {error}") from error
        examples: list[Example] = []
        with tempfile.TemporaryDirectory() as folder:
            for name, made in (("met", _documents()), ("zonder", _without_searches(_documents()))):
                engine = TantivyBackend(Path(folder) / name)
                try:
                    engine.rebuild(made)
                    found = [Example(*example) for example in _examples(judged, engine)]
                except SearchError as error:
                    raise CommandError(f"De index kan niet worden gemaakt: {error}") from error
                self.stdout.write(f"{len(found)} zoekvragen, {name} de zoekvragen van redacteuren.")
                examples += found
        try:
            trees = train(examples)
        except ValueError as error:
            raise CommandError("Er zijn geen zoekvragen om van te leren.") from error
        options["to"].parent.mkdir(parents=True, exist_ok=True)
        trees.save(options["to"])
        self.stdout.write(
            f"{options['to']}: {len(trees.roots)} bomen. Meet nu met `manage.py evaluate_search`."
        )


def _documents() -> Iterator[Document]:
    return documents(public_pages())


def _without_searches(made: Iterable[Document]) -> Iterator[Document]:
    for document in made:
        yield replace(
            document, texts={name: text for name, text in document.texts.items() if name != "searched_as"}
        )


def _examples(
    judged: Iterable[tuple[JudgedQuery, float]], engine: SearchBackend
) -> Iterator[tuple[Signals, list[int], float]]:
    """Signals, grades and weight of each judged search that has a page that helps among its candidates."""
    words = vocabulary.current()
    for query, weight in judged:
        understood, about, hits = candidates(query.text, words, engine)
        grades = [query.grades.get(page_key(hit.type, hit.slug), 0) for hit in hits]
        if any(grades):
            yield compare(understood.said, hits, about).signals, grades, weight
