"""How well search does on judged queries: graded pages per query, scored the usual ways.

nDCG after K. Järvelin and J. Kekäläinen (2002), *Cumulated gain-based evaluation of IR techniques*, with gain 2^grade - 1
and a logarithmic discount; MRR is the mean of one over the place of the first page that counts.
"""

import hashlib
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean
from typing import Any

import yaml

from content.nlp.vocabulary import Vocabulary
from search.backends.base import SearchBackend
from search.query import SearchQuery, clean
from search.ranking import rank

DEPTH = 10
PLURALS = {"element": "elements", "factsheet": "factsheets", "publication": "publications"}
PLURALS |= {"answer": "answers", "article": "articles"}

Finder = Callable[[str], Sequence[str]]
"""From a query to the pages found, best first, each as ``type/slug`` (see ``page_key``)."""


@dataclass(frozen=True)
class JudgedQuery:
    """A query with the pages that help, as ``type/slug`` → grade 1 to 3; ``held_out`` ones are never tuned on."""

    text: str
    kind: str
    grades: Mapping[str, int]
    held_out: bool


@dataclass(frozen=True)
class Score:
    """Means over queries: ``ndcg`` at ten, ``mrr``, the share of queries with ``zero_hits``; and how many queries."""

    ndcg: float
    mrr: float
    zero_hits: float
    queries: int


def load(file: Path) -> list[JudgedQuery]:
    """The judged queries of a file; which are held out follows from their text alone, so that it never changes.

    Raises:
        OSError: the file cannot be read.
        KeyError, ValueError: it is no list of judged queries.
    """
    return [judged(row) for row in yaml.safe_load(file.read_text(encoding="utf-8"))["queries"]]


def judged(row: Mapping[str, Any]) -> JudgedQuery:
    """A judged query from its row: ``query``, ``kind`` and ``pages``.

    Raises:
        KeyError, TypeError, ValueError: it is no such row.
    """
    return JudgedQuery(row["query"], row["kind"], dict(row["pages"]), _is_held_out(row["query"]))


def finder(words: Vocabulary, backend: SearchBackend) -> Finder:
    """How search finds now, with the labels of a vocabulary.

    What it returns raises ``EngineUnavailable`` and ``IndexMissing``, see ``backends.base``.
    """

    def find(text: str) -> list[str]:
        found = rank(SearchQuery(text=clean(text), per_page=DEPTH), words, backend, ())
        return [page_key(hit.type, hit.slug) for hit in found.result.hits]

    return find


def page_key(page_type: str, slug: str) -> str:
    """The name of a page in judged queries: that of its file under ``fixtures/content``."""
    return f"{PLURALS[page_type]}/{slug}"


def score(queries: Iterable[JudgedQuery], find: Finder) -> Score:
    """Search for each query and score what comes; an empty list of queries scores zero."""
    found = [(query, list(find(query.text))[:DEPTH]) for query in queries]
    if not found:
        return Score(0.0, 0.0, 0.0, 0)
    return Score(
        ndcg=mean(ndcg(pages, query.grades) for query, pages in found),
        mrr=mean(_reciprocal_rank(pages, query.grades) for query, pages in found),
        zero_hits=mean(not pages for _, pages in found),
        queries=len(found),
    )


def ndcg(pages: Sequence[str], grades: Mapping[str, int]) -> float:
    """Discounted gain of the first ten pages, as a share of the best possible."""
    gains = [2 ** grades.get(page, 0) - 1 for page in pages[:DEPTH]]
    ideal = sorted((2**grade - 1 for grade in grades.values()), reverse=True)[:DEPTH]
    return _discounted(gains) / _discounted(ideal)


def _discounted(gains: Sequence[int]) -> float:
    return sum(gain / math.log2(place + 2) for place, gain in enumerate(gains))


def _reciprocal_rank(pages: Sequence[str], grades: Mapping[str, int]) -> float:
    return next((1 / place for place, page in enumerate(pages, 1) if page in grades), 0.0)


def _is_held_out(text: str) -> bool:
    return hashlib.sha256(text.encode()).digest()[0] % 2 == 1
