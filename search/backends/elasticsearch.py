"""Elasticsearch: the engine for several machines. An alias a version points to the live generation."""

import secrets
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from elastic_transport import ConnectionTimeout, TransportError
from elasticsearch import ApiError, Elasticsearch, NotFoundError, helpers
from elasticsearch.dsl import A, Q, Search

from content.nlp.analysis import ANALYSIS_VERSION
from search.backends import elasticsearch_queries, tokens
from search.backends.base import (
    Document,
    EngineHit,
    EngineQuery,
    EngineResult,
    EngineUnavailable,
    IndexMissing,
    IndexStatus,
    Mention,
    SearchBackend,
    Term,
)
from search.backends.breaker import CircuitBreaker
from search.backends.deadline import left, waiting
from search.backends.elasticsearch_mapping import SETTINGS, mapping
from search.fields import FACETS_BY_KEY, SCHEMA_VERSION, TEXT_PARTS

READ_TIMEOUT = 1.2  # seconds; a visitor waits once for an engine that hangs, then the breaker is open
SHORTEST_TIMEOUT = 0.05  # seconds
WRITE_TIMEOUT = 60.0  # seconds
NO_INDEX = "There is no index yet; run `manage.py index rebuild`."
REST = 5.0  # seconds before an engine that failed is asked again
BULK_DOCUMENTS = 200
BULK_BYTES = 8_000_000
BULK_RETRIES = 4  # of documents that the engine refuses for being busy; the pause doubles from 1 s to 20 s
IDS_A_PAGE = 5000
HIDDEN = {"\\": r"\\", **{char: f"\\{char}" for char in '.?+*|{}[]()"#@&<>~^$'}}

Answer = TypeVar("Answer")


@dataclass(frozen=True)
class Connection:
    """Where the engine is and how to be let in. ``urls`` may hold a user and a password."""

    urls: tuple[str, ...]
    index: str = "kenniscentrum"
    api_key: str = ""
    ca_file: str = ""


class ElasticsearchBackend(SearchBackend):
    """Documents in an index of a cluster."""

    name = "elasticsearch"

    def __init__(self, connection: Connection) -> None:
        self.prefix = connection.index
        self.alias = f"{connection.index}-{SCHEMA_VERSION}-{ANALYSIS_VERSION}".lower()
        self.breaker = CircuitBreaker(REST)
        security: dict[str, Any] = {}
        if connection.api_key:
            security["api_key"] = connection.api_key
        if connection.ca_file:
            security["ca_certs"] = connection.ca_file
        # A host that refuses costs nothing, so the next one is tried; one that hangs has used up the visitor's time.
        others = len(connection.urls) - 1
        self._client = Elasticsearch(
            list(connection.urls), max_retries=others, retry_on_timeout=False, **security
        )
        self._writer = self._client.options(request_timeout=WRITE_TIMEOUT)

    def search(self, query: EngineQuery) -> EngineResult:
        """See the contract."""
        body = _body(elasticsearch_queries.search_for(query, Search()))
        found = self._read(lambda: self._reader.search(index=self.alias, **body))
        counts = {
            key: {
                str(bucket["key"]): int(bucket["doc_count"])
                for bucket in found["aggregations"][key][elasticsearch_queries.COUNTED]["buckets"]
            }
            for key in query.facets
        }
        hits = tuple(_hit(hit) for hit in found["hits"]["hits"])
        return EngineResult(int(found["hits"]["total"]["value"]), hits, counts)

    def document_counts(self, terms: Sequence[Term | Mention]) -> list[int]:
        """See the contract."""
        if not terms:
            return []
        search = Search()[0:0]
        for place, term in enumerate(terms):
            clauses = {str(n): clause for n, clause in enumerate(elasticsearch_queries.holds(term))}
            search.aggs.bucket(str(place), A("filters", filters=clauses))
        found = self._read(lambda: self._reader.search(index=self.alias, **_body(search)))
        return [
            max(bucket["doc_count"] for bucket in found["aggregations"][str(place)]["buckets"].values())
            for place in range(len(terms))
        ]

    def words_like(self, prefix: str, limit: int) -> list[tuple[str, int]]:
        """See the contract."""
        pattern = "".join(HIDDEN.get(char, char) for char in prefix) + ".*"
        search = Search()[0:0]
        search.aggs.bucket("words", A("terms", field="words", include=pattern, size=limit))
        found = self._read(lambda: self._reader.search(index=self.alias, **_body(search)))
        counted = [(str(b["key"]), int(b["doc_count"])) for b in found["aggregations"]["words"]["buckets"]]
        return sorted(counted, key=lambda item: (-item[1], item[0]))

    def write(self, upserts: Iterable[Document], deletes: Iterable[int]) -> None:
        """See the contract."""
        if not self._do(lambda: self._writer.indices.exists_alias(name=self.alias)):
            raise IndexMissing(NO_INDEX)
        actions = [{"_op_type": "delete", "_id": str(page_id)} for page_id in deletes]
        self._do(lambda: self._send(self.alias, [*actions, *map(_action, upserts)], require_alias=True))
        self._do(lambda: self._writer.indices.refresh(index=self.alias))

    def rebuild(self, documents: Iterable[Document]) -> int:
        """See the contract."""
        name = f"{self.alias}-{time.time_ns()}-{secrets.token_hex(3)}"
        try:
            self._do(lambda: self._writer.indices.create(index=name, mappings=mapping(), settings=SETTINGS))
            count = self._do(lambda: self._send(name, map(_action, documents)))
            self._do(lambda: self._finish(name))
        except EngineUnavailable:
            self._drop([name])
            raise
        if old := [other for other in self._generations() if other != name]:
            time.sleep(READ_TIMEOUT)  # whoever still reads the old generation may finish
            self._drop(old)
        return count

    def tidy(self) -> None:
        """See the contract."""
        found = self._do(lambda: self._writer.indices.get(index=f"{self.prefix}-*", features="aliases"))
        self._drop([name for name, index in found.items() if not index["aliases"]])

    def digests(self) -> dict[int, int]:
        """See the contract."""
        search = Search().source(False).query(Q("match_all")).sort("id")[0:IDS_A_PAGE]
        search = search.extra(docvalue_fields=["digest"])
        found: dict[int, int] = {}
        while page := self._digests_in(search):
            found |= page
            search = search.extra(search_after=[max(page)])
        return found

    def status(self) -> IndexStatus:
        """See the contract."""
        try:
            names = list(self._read(lambda: self._reader.indices.get_alias(name=self.alias)))
            count = self._read(lambda: self._reader.count(index=self.alias))["count"]
            return IndexStatus(self.name, names[0], int(count), usable=True)
        except (IndexMissing, EngineUnavailable):
            return IndexStatus(self.name, "", 0, usable=False)

    def _digests_in(self, search: Search[Any]) -> dict[int, int]:
        found = self._do(lambda: self._writer.search(index=self.alias, **_body(search)))
        return {int(hit["_id"]): int(hit["fields"]["digest"][0]) for hit in found["hits"]["hits"]}

    def _read(self, call: Callable[[], Answer]) -> Answer:
        """A call for a visitor: not made while the breaker is open, or when the visitor has waited long enough."""
        if left(READ_TIMEOUT) <= 0:
            raise EngineUnavailable("Elasticsearch is too slow now.")
        if not self.breaker.allows():
            raise EngineUnavailable("Elasticsearch failed a moment ago and is left alone for some seconds.")
        try:
            with waiting():
                answer = self._do(call)
        except EngineUnavailable:
            self.breaker.failed()
            raise
        self.breaker.succeeded()
        return answer

    @property
    def _reader(self) -> Elasticsearch:
        return self._client.options(request_timeout=max(SHORTEST_TIMEOUT, left(READ_TIMEOUT)))

    @staticmethod
    def _do(call: Callable[[], Answer]) -> Answer:
        try:
            return call()
        except NotFoundError as error:
            raise IndexMissing(NO_INDEX) from error
        except ConnectionTimeout as error:
            raise EngineUnavailable("Elasticsearch does not answer in time.") from error
        except (TransportError, ApiError) as error:
            raise EngineUnavailable(f"Elasticsearch: {type(error).__name__}.") from error
        except helpers.BulkIndexError as error:
            raise EngineUnavailable(f"Elasticsearch refused {len(error.errors)} documents.") from error

    def _send(self, index: str, actions: Iterable[dict[str, Any]], **options: Any) -> int:
        """Send in bulk, with pauses where the engine is busy; returns how many documents it took."""
        done = 0
        results = helpers.streaming_bulk(
            self._writer,
            actions,
            index=index,
            chunk_size=BULK_DOCUMENTS,
            max_chunk_bytes=BULK_BYTES,
            max_retries=BULK_RETRIES,
            initial_backoff=1,
            max_backoff=20,
            raise_on_error=False,
            **options,
        )
        refused = []
        for well, result in results:
            kind, item = next(iter(result.items()))
            done += well and kind == "index"
            if not well and not (kind == "delete" and item["status"] == 404):
                refused.append(item)
        if refused:
            raise helpers.BulkIndexError(f"{len(refused)} documents", refused)
        return done

    def _finish(self, name: str) -> None:
        """Make a generation searchable and switch to it in one step.

        It has answered once by then: a first search reads in what every later one finds ready, and no visitor has to wait
        for that.
        """
        self._writer.indices.refresh(index=name)
        everything = elasticsearch_queries.search_for(EngineQuery(facets=tuple(FACETS_BY_KEY)), Search())
        self._writer.search(index=name, **_body(everything))
        old = [other for other in self._generations() if other != name]
        actions: list[dict[str, Any]] = [{"add": {"index": name, "alias": self.alias}}]
        actions += [{"remove": {"index": other, "alias": self.alias, "must_exist": False}} for other in old]
        self._writer.indices.update_aliases(actions=actions)

    def _generations(self) -> list[str]:
        """Every index of this site: the live one, those of other versions, and what a crash left behind."""
        return list(self._do(lambda: self._writer.indices.get(index=f"{self.prefix}-*", features="aliases")))

    def _drop(self, names: list[str]) -> None:
        if names:
            self._do(lambda: self._writer.indices.delete(index=",".join(names), ignore_unavailable=True))


def _body(search: Search[Any]) -> dict[str, Any]:
    """A search as arguments of the client's own call: its typed errors and time-out then hold here too."""
    names = {"from": "from_", "_source": "source"}
    body = {names.get(key, key): value for key, value in search.to_dict().items()}
    return {**body, "allow_partial_search_results": False}


def _action(document: Document) -> dict[str, Any]:
    indexed = tokens.indexed(document)
    return {
        "_op_type": "index",
        "_id": str(document.id),
        "_source": {
            "stored": tokens.stored(indexed),
            "id": document.id,
            "day": max(0, document.date),
            "ladder_step": document.evidence,
            "digest": document.digest,
            "exact_title": indexed.exact_title,
            "words": sorted({word for part in TEXT_PARTS for word in indexed.tokens[part.lemmas].split()}),
            **indexed.tokens,
            **{key: list(values) for key, values in document.facets.items()},
        },
    }


def _hit(hit: dict[str, Any]) -> EngineHit:
    stored = dict(hit["_source"]["stored"])
    facets = {key: tuple(values) for key, values in stored.pop("facets").items()}
    return EngineHit(score=float(hit["_score"] or 0.0), facets=facets, **stored)
