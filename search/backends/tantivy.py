"""Tantivy: the embedded engine. One folder a generation, a pointer file to the live one, one writer at a time."""

import json
import shutil
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from typing import Any, TypeVar

import tantivy
from tantivy import Order, Query

from content.nlp.analysis import ANALYSIS_VERSION
from search.backends import tokens
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
from search.backends.tantivy_faults import guarded
from search.backends.tantivy_queries import QueryBuilder
from search.backends.tantivy_reader import Opened
from search.fields import FACETS, SCHEMA_VERSION, TEXT_PARTS

LIVE = "live"
VERSION_FILE = "version"
WRITER_MEMORY = 64_000_000  # bytes
WRITER_THREADS = 1
MAX_FACET_VALUES = 2000
COUNTED_AT_ONCE = 4  # searches of one process whose facets are counted together; more wait for their turn
Read = TypeVar("Read")
SORT_FIELDS = {"date": "day", "evidence": "ladder_step"}


class TantivyBackend(SearchBackend):
    """Documents in a folder on this machine."""

    name = "tantivy"

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.schema = _schema()
        self.queries = QueryBuilder(self.schema)
        self._opened: Opened | None = None
        self._beside = ThreadPoolExecutor(COUNTED_AT_ONCE, thread_name_prefix="facets")

    @guarded("search")
    def search(self, query: EngineQuery) -> EngineResult:
        """See the contract."""
        searcher = self._searcher()
        # Tantivy lets go of Python's lock, so the facets are counted while the best pages are found.
        counting = self._beside.submit(self._counts, searcher, query) if query.facets else None
        total, addresses = self._top(searcher, self.queries.build(query), query)
        hits = tuple(self._hit(searcher, score, address) for score, address in addresses)
        return EngineResult(total, hits, counting.result() if counting else {})

    @guarded("count words")
    def document_counts(self, terms: Sequence[Term | Mention]) -> list[int]:
        """See the contract."""
        searcher = self._searcher()
        return [
            max(searcher.doc_freq(tokens.field_of(part, term), term.token) for part in TEXT_PARTS)
            for term in terms
        ]

    @guarded("list words")
    def words_like(self, prefix: str, limit: int) -> list[tuple[str, int]]:
        """See the contract."""
        searcher = self._searcher()
        counts: dict[str, int] = {}
        for part in TEXT_PARTS:
            for word, count in searcher.terms_with_prefix(part.lemmas, prefix, limit=limit):
                counts[word] = max(count, counts.get(word, 0))
        return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:limit]

    def write(self, upserts: Iterable[Document], deletes: Iterable[int]) -> None:
        """See the contract."""
        self._fill(self._open(self._live_name()).index, upserts, deletes)

    def rebuild(self, documents: Iterable[Document]) -> int:
        """See the contract."""
        name = f"g{time.time_ns()}"
        folder = self.folder / name
        with guarded("write"), ExitStack() as made:
            made.callback(shutil.rmtree, folder, ignore_errors=True)
            folder.mkdir(parents=True)
            index = tantivy.Index(self.schema, path=str(folder))
            count = self._fill(index, documents, ())
            (folder / VERSION_FILE).write_text(_version(), encoding="ascii")
            self._switch(name)
            made.pop_all()  # it is the live one now, and stays
        self._drop_others(name)
        return count

    @guarded("tidy its folder")
    def tidy(self) -> None:
        """See the contract. An index by another version stays: processes of that version read it till it has a successor."""
        try:
            live = (self.folder / LIVE).read_text(encoding="ascii").strip()
        except FileNotFoundError:
            live = ""  # no rebuild ever came to its end
        self._drop_others(live)

    @guarded("list pages")
    def digests(self) -> dict[int, int]:
        """See the contract."""
        searcher = self._searcher()
        size = searcher.num_docs
        if not size:
            return {}
        found = searcher.search(Query.all_query(), limit=size, count=False)
        places = [address for _, address in found.hits]
        ids, digests = (searcher.fast_field_values(name, places) for name in ("id", "digest"))
        return {int(page or 0): int(digest or 0) for page, digest in zip(ids, digests, strict=True)}

    def status(self) -> IndexStatus:
        """See the contract."""
        try:
            generation, documents = self._steadily(
                lambda: (self._live_name(), self._opened_searcher().num_docs)
            )
            return IndexStatus(self.name, generation, documents, usable=True)
        except (IndexMissing, EngineUnavailable):
            return IndexStatus(self.name, "", 0, usable=False)

    def _top(
        self, searcher: tantivy.Searcher, whole: Query, query: EngineQuery
    ) -> tuple[int, list[tuple[float, Any]]]:
        limit = max(1, query.limit)
        field = SORT_FIELDS.get(query.sort)
        if field:
            found = searcher.search(
                whole, limit=limit, offset=query.offset, order_by_field=field, order=Order.Desc
            )
        else:
            found = searcher.search(whole, limit=limit, offset=query.offset)
        return int(found.count or 0), found.hits[: query.limit]  # type: ignore[attr-defined]

    def _counts(self, searcher: tantivy.Searcher, query: EngineQuery) -> dict[str, Mapping[str, int]]:
        chosen = [key for key in query.facets if query.filters.get(key)]
        free = [key for key in query.facets if key not in chosen]
        counts = _aggregate(searcher, self.queries.build(query.matching), free) if free else {}
        for key in chosen:
            counts |= _aggregate(searcher, self.queries.build(query.matching, without_filter=key), [key])
        return counts

    @staticmethod
    def _hit(searcher: tantivy.Searcher, score: float, address: Any) -> EngineHit:
        stored = json.loads(bytes(searcher.doc(address)["stored"][0]))
        facets = {key: tuple(values) for key, values in stored.pop("facets").items()}
        return EngineHit(score=float(score), facets=facets, **stored)

    @guarded("write")
    def _fill(self, index: tantivy.Index, upserts: Iterable[Document], deletes: Iterable[int]) -> int:
        try:
            writer = index.writer(WRITER_MEMORY, WRITER_THREADS)
        except ValueError as error:
            raise EngineUnavailable(
                f"Tantivy's index is being written by another process: {error}"
            ) from error
        count = 0
        for page_id in deletes:
            writer.delete_documents_by_query(self._by_id(page_id))
        for document in upserts:
            writer.delete_documents_by_query(self._by_id(document.id))
            writer.add_document(_tantivy_document(document))
            count += 1
        writer.commit()
        writer.wait_merging_threads()
        return count

    def _by_id(self, page_id: int) -> Query:
        # delete_documents_by_term() takes the number for a signed one and silently deletes nothing
        return Query.term_query(self.schema, "id", page_id)

    def _live_name(self) -> str:
        try:
            name = (self.folder / LIVE).read_text(encoding="ascii").strip()
            version = (self.folder / name / VERSION_FILE).read_text(encoding="ascii")
        except OSError as error:
            raise IndexMissing("There is no index yet; run `manage.py index rebuild`.") from error
        if version != _version():
            raise IndexMissing("The index was made by another version; run `manage.py index rebuild`.")
        return name

    @guarded("open its index")
    def _open(self, name: str) -> Opened:
        opened = self._opened
        if opened is None or opened.folder.name != name:
            opened = Opened(self.schema, self.folder / name)
            self._opened = opened
        return opened

    def _searcher(self) -> tantivy.Searcher:
        return self._steadily(self._opened_searcher)

    def _steadily(self, read: Callable[[], Read]) -> Read:
        """Read what is live, and again where a rebuild switched and dropped the old generation in the meantime."""
        pointed = self._pointed_to()
        try:
            return read()
        except (IndexMissing, EngineUnavailable):
            if self._pointed_to() == pointed:
                raise
            return self._steadily(read)

    def _pointed_to(self) -> str:
        try:
            return (self.folder / LIVE).read_text(encoding="ascii")
        except OSError:
            return ""

    def _opened_searcher(self) -> tantivy.Searcher:
        opened = self._open(self._live_name())
        try:
            with guarded("read its index"):
                return opened.searcher()
        except EngineUnavailable:
            self._opened = None
            raise

    def _switch(self, name: str) -> None:
        """Point to a generation in one step: a reader sees the old one or the new one, whole."""
        fresh = self.folder / f"{LIVE}.new"
        fresh.write_text(name, encoding="ascii")
        fresh.replace(self.folder / LIVE)

    def _drop_others(self, name: str) -> None:
        for folder in self.folder.glob("g*"):
            if folder.name != name:
                shutil.rmtree(folder, ignore_errors=True)


def _version() -> str:
    return f"{SCHEMA_VERSION}/{ANALYSIS_VERSION}"


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("id", indexed=True, fast=True)
    for part in TEXT_PARTS:
        builder.add_text_field(part.lemmas, tokenizer_name="whitespace", index_option="position")
        builder.add_text_field(part.stems, tokenizer_name="whitespace", index_option="freq")
        builder.add_text_field(part.mentions, tokenizer_name="whitespace", index_option="freq")
    builder.add_text_field("exact_title", tokenizer_name="raw", index_option="basic")
    for facet in FACETS:
        builder.add_text_field(facet.key, tokenizer_name="raw", index_option="basic", fast=True)
    builder.add_unsigned_field("day", fast=True)
    builder.add_unsigned_field("ladder_step", fast=True)
    builder.add_unsigned_field("digest", fast=True)
    builder.add_bytes_field("stored", stored=True)
    return builder.build()


def _tantivy_document(document: Document) -> tantivy.Document:
    indexed = tokens.indexed(document)
    made = tantivy.Document()
    made.add_unsigned("id", document.id)
    made.add_unsigned("day", max(0, document.date))
    made.add_unsigned("ladder_step", document.evidence)
    made.add_unsigned("digest", document.digest)
    made.add_text("exact_title", indexed.exact_title)
    for field, text in indexed.tokens.items():
        made.add_text(field, text)
    for facet in FACETS:
        for value in document.facets.get(facet.key, ()):
            made.add_text(facet.key, value)
    made.add_bytes("stored", json.dumps(tokens.stored(indexed), ensure_ascii=False).encode())
    return made


def _aggregate(searcher: tantivy.Searcher, query: Query, keys: Sequence[str]) -> dict[str, Mapping[str, int]]:
    wanted = {key: {"terms": {"field": key, "size": MAX_FACET_VALUES}} for key in keys}
    found = searcher.aggregate(query, wanted)
    return {
        key: {str(bucket["key"]): int(bucket["doc_count"]) for bucket in found[key]["buckets"]}
        for key in keys
    }
