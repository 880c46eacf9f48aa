"""What somebody would otherwise run: the same pages in an engine with its own Dutch analysis."""

import atexit
import uuid
from collections.abc import Callable, Sequence

import tantivy
from elasticsearch import Elasticsearch, helpers

from search.backends.base import Document
from search.fields import TEXT_PARTS
from search.relevance import DEPTH, page_key

Finder = Callable[[str], Sequence[str]]
ANALYSER = "dutch_snowball"
KEY = "key"
WEIGHTS = {part.name: part.weight for part in TEXT_PARTS}
QUERY_TYPES = (
    {"type": "best_fields", "operator": "or"},
    {"type": "most_fields", "operator": "or"},
    {"type": "cross_fields", "operator": "or"},
    {"type": "best_fields", "operator": "or", "fuzziness": "AUTO", "prefix_length": 1},
)


def snowball(pages: Sequence[Document]) -> list[Finder]:
    """Tantivy with Snowball's Dutch stemmer: any word may match, or all words must."""
    builder = tantivy.SchemaBuilder().add_text_field(KEY, stored=True, tokenizer_name="raw")
    for name in WEIGHTS:
        builder.add_text_field(name, tokenizer_name=ANALYSER)
    index = tantivy.Index(builder.build())
    index.register_tokenizer(
        ANALYSER,
        tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
        .filter(tantivy.Filter.lowercase())
        .filter(tantivy.Filter.stopword("dutch"))
        .filter(tantivy.Filter.stemmer("dutch"))
        .build(),
    )
    writer = index.writer(heap_size=50_000_000, num_threads=1)
    for page in pages:
        writer.add_document(tantivy.Document(**_fields(page)))
    writer.commit()
    index.reload()
    return [_tantivy_finder(index, conjunction=False), _tantivy_finder(index, conjunction=True)]


def _tantivy_finder(index: tantivy.Index, *, conjunction: bool) -> Finder:
    def find(text: str) -> list[str]:
        query, _ = index.parse_query_lenient(
            text, list(WEIGHTS), field_boosts=WEIGHTS, conjunction_by_default=conjunction
        )
        searcher = index.searcher()
        hits = searcher.search(query, DEPTH).hits
        return [searcher.doc(address)[KEY][0] for _, address in hits]

    return find


def elasticsearch(pages: Sequence[Document], url: str) -> list[Finder]:
    """Elasticsearch with its ``dutch`` analyser: its usual query types. The index is gone when the run is."""
    client = Elasticsearch(url)
    index = f"peer-{uuid.uuid4().hex}"
    atexit.register(client.options(ignore_status=404).indices.delete, index=index)
    texts = {name: {"type": "text", "analyzer": "dutch"} for name in WEIGHTS}
    client.indices.create(
        index=index,
        settings={"number_of_shards": 1, "number_of_replicas": 0},
        mappings={"properties": {KEY: {"type": "keyword"}, **texts}},
    )
    helpers.bulk(client, ({"_index": index, **_fields(page)} for page in pages), refresh=True)
    return [_elasticsearch_finder(client, index, query_type) for query_type in QUERY_TYPES]


def _elasticsearch_finder(client: Elasticsearch, index: str, query_type: dict[str, object]) -> Finder:
    fields = [f"{name}^{weight}" for name, weight in WEIGHTS.items()]

    def find(text: str) -> list[str]:
        query = {"multi_match": {"query": text, "fields": fields, **query_type}}
        answer = client.search(index=index, query=query, size=DEPTH)
        return [hit["_source"][KEY] for hit in answer["hits"]["hits"]]

    return find


def _fields(page: Document) -> dict[str, str]:
    return {
        KEY: page_key(page.type, page.slug),
        **{part.name: part.text_of(page.texts) for part in TEXT_PARTS},
    }
