"""Whatever is typed: both engines answer, nothing in it bends the query, and the work stays bounded."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from content import vocabulary
from search.backends.base import SearchBackend
from search.backends.elasticsearch import Connection, ElasticsearchBackend
from search.backends.tantivy import TantivyBackend
from search.documents import documents, public_pages
from search.fields import FACETS_BY_KEY
from search.query import MAX_TEXT, SearchQuery, clean
from search.ranking import rank

pytestmark = pytest.mark.django_db
MAX_CALLS = (
    40  # to the engine, of one search with a correction; a page costs few, the longest query a bounded number
)
WORDS = ("schulden", "gezin", "veilig thuis", "uithuisplaatsing", "AMHK", "1g1p", "drang en dwang", "xqzzw")
SIGNS = (
    '"',
    "-",
    "*",
    "(",
    ")",
    ":",
    "AND",
    "OR NOT",
    "id:1",
    "\\",
    "/",
    "~2",
    "[a TO z]",
    "“",
    "\u0000",
    "\u200d",
)
TYPED = st.one_of(
    st.text(max_size=400),
    st.lists(st.sampled_from((*WORDS, *SIGNS)), max_size=60).map(" ".join),
    st.lists(st.sampled_from((*WORDS, *SIGNS)), max_size=60).map("".join),
)


class Counting:
    """An engine that counts how often it is asked."""

    def __init__(self, backend: SearchBackend) -> None:
        self.backend = backend
        self.calls = 0

    def __getattr__(self, name: str) -> object:
        self.calls += 1
        return getattr(self.backend, name)


@pytest.fixture(
    scope="module", params=["tantivy", pytest.param("elasticsearch", marks=pytest.mark.elasticsearch)]
)
def engine(
    request: pytest.FixtureRequest, demo_database: None, demo_folder: Path, django_db_blocker: Any
) -> Iterator[SearchBackend]:
    """An engine with the demo content, which these tests only read."""
    if request.param == "tantivy":
        yield TantivyBackend(demo_folder / "index")
        return
    url = request.getfixturevalue("elasticsearch_url")
    cluster = ElasticsearchBackend(Connection((url,), index="anyquery"))
    with django_db_blocker.unblock():
        cluster.rebuild(documents(public_pages()))
    yield cluster
    cluster._drop(cluster._generations())


def test_any_text_is_answered_with_bounded_work(engine: SearchBackend) -> None:
    words = vocabulary.current()
    everything = engine.status().documents

    @given(TYPED)
    @settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
    def any_text(text: str) -> None:
        counting = Counting(engine)
        typed = clean(text)
        found = rank(SearchQuery(typed), words, counting, tuple(FACETS_BY_KEY))  # type: ignore[arg-type]
        assert len(typed) <= MAX_TEXT
        assert 0 <= found.own <= found.result.total <= everything
        assert len(found.result.hits) <= 10
        assert counting.calls <= MAX_CALLS + 2 * len(typed.split())

    any_text()


@pytest.mark.parametrize(
    "text", ['"a" OR "b"', "id:1", "domain:schulden", "title_lemmas:schuld^9", "[* TO *]"]
)
def test_the_language_of_an_engine_means_nothing(engine: SearchBackend, text: str) -> None:
    everything = engine.status().documents
    found = rank(SearchQuery(text), vocabulary.current(), engine, ())
    assert found.result.total < everything
