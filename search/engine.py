"""The engine of this site: Elasticsearch where ``ELASTICSEARCH_URL`` is set, else Tantivy in ``DATA_DIR``."""

from functools import lru_cache
from pathlib import Path

from django.conf import settings

from search.backends.base import SearchBackend


def backend() -> SearchBackend:
    """The engine, opened once per process."""
    if settings.ELASTICSEARCH_URL:
        return _elasticsearch(
            settings.ELASTICSEARCH_URL,
            settings.ELASTICSEARCH_INDEX,
            settings.ELASTICSEARCH_API_KEY,
            settings.ELASTICSEARCH_CA_FILE,
        )
    return _tantivy(Path(settings.DATA_DIR) / "index")


@lru_cache(maxsize=4)
def _elasticsearch(urls: str, index: str, api_key: str, ca_file: str) -> SearchBackend:
    from search.backends.elasticsearch import Connection, ElasticsearchBackend

    hosts = tuple(url.strip() for url in urls.split(",") if url.strip())
    return ElasticsearchBackend(Connection(hosts, index, api_key, ca_file))


@lru_cache(maxsize=4)
def _tantivy(folder: Path) -> SearchBackend:
    from search.backends.tantivy import TantivyBackend

    return TantivyBackend(folder)
