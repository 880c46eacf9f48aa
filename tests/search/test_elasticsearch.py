"""A real Elasticsearch keeps the contract, and what only it has: a cluster that may be away."""

from collections.abc import Iterator

import pytest

from search.backends.base import EngineQuery, EngineUnavailable
from search.backends.elasticsearch import Connection, ElasticsearchBackend
from tests.search.backend_contract import PAGES, BackendContract

pytestmark = pytest.mark.elasticsearch
INDEX = "contract"


@pytest.fixture
def cluster(elasticsearch_url: str) -> Iterator[ElasticsearchBackend]:
    """A backend on a real cluster with no index of ours."""
    backend = ElasticsearchBackend(Connection((elasticsearch_url,), index=INDEX))
    backend._drop(backend._generations())
    yield backend
    backend._drop(backend._generations())


class TestElasticsearch(BackendContract):
    @pytest.fixture
    def empty(self, cluster: ElasticsearchBackend) -> ElasticsearchBackend:
        return cluster


def test_only_the_live_generation_is_left(cluster: ElasticsearchBackend) -> None:
    cluster.rebuild(PAGES)
    cluster._client.indices.create(index=f"{INDEX}-left-by-a-crash")
    cluster.rebuild(PAGES)
    assert list(cluster._client.indices.get(index=f"{INDEX}-*")) == [cluster.status().generation]


def test_no_text_that_is_only_searched_is_kept_twice(cluster: ElasticsearchBackend) -> None:
    cluster.rebuild(PAGES)
    hit = cluster._client.search(index=cluster.alias, size=1)["hits"]["hits"][0]
    assert list(hit["_source"]) == ["stored"]


def test_a_host_that_is_gone_costs_nothing_beside_one_that_answers(
    cluster: ElasticsearchBackend, elasticsearch_url: str
) -> None:
    cluster.rebuild(PAGES)
    gone = "http://127.0.0.1:1"
    for urls in ((gone, elasticsearch_url), (elasticsearch_url, gone)):
        several = ElasticsearchBackend(Connection(urls, index=INDEX))
        assert [several.search(EngineQuery()).total for _ in range(4)] == [len(PAGES)] * 4


def test_nobody_listening_is_said_once_and_then_at_once() -> None:
    backend = ElasticsearchBackend(Connection(("http://127.0.0.1:1",)))
    with pytest.raises(EngineUnavailable, match="ConnectionError"):
        backend.search(EngineQuery())
    with pytest.raises(EngineUnavailable, match="left alone"):
        backend.search(EngineQuery())
    assert not backend.status().usable
    with pytest.raises(EngineUnavailable):
        backend.write(PAGES, [])
