"""With the same content both engines give the same pages, the same counts and nearly the same order."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from content import vocabulary
from search.backends.base import SearchBackend
from search.backends.elasticsearch import Connection, ElasticsearchBackend
from search.backends.tantivy import TantivyBackend
from search.documents import documents, public_pages
from search.fields import FACETS_BY_KEY
from search.query import SearchQuery
from search.ranking import Ranked, rank

pytestmark = [pytest.mark.elasticsearch, pytest.mark.django_db]

QUERIES = (
    SearchQuery("hulp bij schulden"),
    SearchQuery("schuldhulpverlening"),
    SearchQuery("huisuitzetting voorkomen"),
    SearchQuery("wie voert de regie in een gezin met veel problemen?"),
    SearchQuery("buren bellen steeds over geschreeuw"),
    SearchQuery("mijn zoon komt zijn bed niet meer uit voor school"),
    SearchQuery("ze heeft echt niemand om op terug te vallen"),
    SearchQuery("hoe meld ik iets bij velig thuis", {"type": ("publication",)}),
    SearchQuery('"drang en dwang"'),
    SearchQuery("VT"),
    SearchQuery("spijbelen"),
    SearchQuery("verslaving opvoeding schulden"),
    SearchQuery("gezin -schulden"),
    SearchQuery("schudlen"),
    SearchQuery("kinderen", {"domain": ("onderwijs", "veiligheid"), "type": ("element",)}),
    SearchQuery("", {"theme": ("regie",)}),
    SearchQuery("gezin", sort="evidence"),
)
MIN_CORRELATION = 0.9


@pytest.fixture
def engines(
    demo: None, tmp_path: Path, elasticsearch_url: str
) -> Iterator[tuple[SearchBackend, SearchBackend]]:
    """Both engines with the demo content."""
    cluster = ElasticsearchBackend(Connection((elasticsearch_url,), index="agree"))
    embedded = TantivyBackend(tmp_path)
    found = list(documents(list(public_pages())))
    embedded.rebuild(found)
    cluster.rebuild(found)
    yield embedded, cluster
    cluster._drop(cluster._generations())


def correlation(left: list[int], right: list[int]) -> float:
    """Spearman's rank correlation of the pages that stand in both lists."""
    shared = [page for page in left if page in right]
    if len(shared) < 2:
        return 1.0
    order = [page for page in right if page in shared]
    squares = sum((place - order.index(page)) ** 2 for place, page in enumerate(shared))
    size = len(shared)
    return 1 - 6 * squares / (size * (size * size - 1))


def test_they_agree(engines: tuple[SearchBackend, SearchBackend]) -> None:
    correlations = []
    for query in QUERIES:
        left, right = (_ranked(query, engine) for engine in engines)
        assert left.result.total == right.result.total, query
        assert left.result.counts == right.result.counts, query
        assert left.dropped == right.dropped and left.suggestion == right.suggestion
        first, second = ([hit.id for hit in ranked.result.hits] for ranked in (left, right))
        if query.sort == "relevance" and query.text:
            assert first[:1] == second[:1], query
            correlations.append(correlation(first, second))
    mean = sum(correlations) / len(correlations)
    print(f"\nrank correlation of the two engines: {mean:.3f} (lowest {min(correlations):.3f})")
    assert mean >= MIN_CORRELATION


def _ranked(query: SearchQuery, engine: SearchBackend) -> Ranked:
    return rank(query, vocabulary.current(), engine, tuple(FACETS_BY_KEY))
