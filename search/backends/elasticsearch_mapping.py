"""The fields of the Elasticsearch index. Strict: a field that is not named here is refused."""

from typing import Any

from elasticsearch.dsl import Integer, Keyword, Long, Mapping, Object, Text

from search.fields import FACETS, TEXT_PARTS

MAX_KEYWORD = 1000  # characters; a longer title is not found as an exact title
SETTINGS: dict[str, Any] = {
    "number_of_shards": 1,  # one shard up to some millions of pages; scores then use the whole collection
    "auto_expand_replicas": "0-1",
    "refresh_interval": "-1",  # the writer refreshes after each batch
}


def mapping() -> dict[str, Any]:
    """The mapping of a generation. What is only searched is not kept in the source."""
    made = Mapping()
    made.meta("dynamic", "strict")
    made.meta("_source", includes=["stored"])
    for part in TEXT_PARTS:
        made.field(part.lemmas, Text(analyzer="whitespace", index_options="positions"))
        made.field(part.stems, Text(analyzer="whitespace", index_options="freqs"))
        made.field(part.mentions, Text(analyzer="whitespace", index_options="freqs"))
    made.field("exact_title", Keyword(ignore_above=MAX_KEYWORD, doc_values=False))
    made.field("words", Keyword(ignore_above=MAX_KEYWORD))
    for facet in FACETS:
        made.field(facet.key, Keyword())
    made.field("id", Long())
    made.field("day", Integer())
    made.field("ladder_step", Integer())
    made.field("digest", Long())
    made.field("stored", Object(enabled=False))
    return made.to_dict()
