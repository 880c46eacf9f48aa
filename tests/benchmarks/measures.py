"""Times of queries in this process."""

import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, TypeVar

from content import vocabulary
from search import results
from search.backends.base import EngineQuery, EngineResult, SearchBackend
from search.engine import backend
from search.query import PER_PAGE, SearchQuery
from search.ranking import rank
from search.reading import read
from search.snippets import snippet, wanted
from search.suggestions import suggest
from search.understanding import understand

COUNTED = ("type", "domain", "theme", "audience", "year")
ROUNDS = 3
Item = TypeVar("Item")


def percentiles(milliseconds: Sequence[float], name: str) -> dict[str, float]:
    """``{name_p50, name_p95}`` of a list of times."""
    return {
        f"{name}_p50": statistics.median(milliseconds),
        f"{name}_p95": statistics.quantiles(milliseconds, n=20)[-1],
    }


def times(call: Callable[[Item], object], items: Iterable[Item], rounds: int = ROUNDS) -> list[float]:
    """The milliseconds that each call takes; a first round, which warms up, is not counted."""
    items = list(items)
    found: list[float] = []
    for number in range(rounds + 1):
        for item in items:
            started = time.perf_counter()
            call(item)
            if number:
                found.append((time.perf_counter() - started) * 1000)
    return found


def engine(queries: Sequence[SearchQuery]) -> dict[str, float]:
    """A query with five facets and their counts, in the engine alone."""
    made = [_engine_query(query) for query in queries]
    return percentiles(times(backend().search, made), "engine")


def whole(queries: Sequence[SearchQuery]) -> dict[str, float]:
    """All that the page does but printing: understanding, all facets, passages."""
    return percentiles(times(lambda query: results.run(query, backend()), queries), "whole")


def sentences(queries: Sequence[SearchQuery]) -> dict[str, float]:
    """The same of whole sentences, which have more candidates and a learned order."""
    return percentiles(times(lambda query: results.run(query, backend()), queries), "sentence")


def suggestions(queries: Sequence[SearchQuery]) -> dict[str, float]:
    """Suggestions for what has been typed after each letter from the second, as the combobox asks for them."""
    typed = dict.fromkeys(query.text[:end] for query in queries for end in range(2, min(len(query.text), 12)))
    return percentiles(times(suggest, typed, rounds=1), "suggest")


def highlight(queries: Sequence[SearchQuery]) -> dict[str, float]:
    """Finding and marking the passage of each page of the first results."""
    work = []
    for query in queries:
        looking_for = wanted(understand(query.text, vocabulary.current()).groups)
        texts = [
            f"{hit.summary}\n{hit.body}" for hit in backend().search(_engine_query(query)).hits[:PER_PAGE]
        ]
        work.append((texts, looking_for))
    return percentiles(
        times(lambda item: [snippet((read(text, item[1]),)) for text in item[0]], work), "highlight"
    )


def index_size(folder: Path) -> float:
    """Megabytes on disk: of the folder, or as the cluster says where there is none."""
    from search.backends.elasticsearch import ElasticsearchBackend

    engine = backend()
    if isinstance(engine, ElasticsearchBackend):
        answer = engine._client.indices.stats(index=engine.alias, metric="store")
        return float(answer["_all"]["primaries"]["store"]["size_in_bytes"]) / 1e6
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / 1e6


def _engine_query(query: SearchQuery) -> EngineQuery:
    """What the search page asks of the engine in the end, with five facets."""
    asked = Noting(backend())
    rank(query, vocabulary.current(), asked, COUNTED)  # type: ignore[arg-type]
    return asked.last


class Noting:
    """An engine that remembers the last thing it was asked to search for."""

    last = EngineQuery()

    def __init__(self, engine: SearchBackend) -> None:
        self._engine = engine

    def search(self, query: EngineQuery) -> EngineResult:
        """Search, and remember."""
        self.last = query
        return self._engine.search(query)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._engine, name)
