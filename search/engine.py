"""The engine of this site: Elasticsearch where ``ELASTICSEARCH_URL`` is set, else Tantivy in ``DATA_DIR``."""

from functools import lru_cache
from pathlib import Path

from django.conf import settings

from search.backends.base import SearchBackend


def backend() -> SearchBackend:
    """The engine, opened once per process."""
    return _backend(settings.ELASTICSEARCH_URL, Path(settings.DATA_DIR) / "index")


@lru_cache(maxsize=4)
def _backend(elasticsearch_url: str, folder: Path) -> SearchBackend:
    if elasticsearch_url:
        from search.backends.elasticsearch import ElasticsearchBackend

        return ElasticsearchBackend(elasticsearch_url)
    from search.backends.tantivy import TantivyBackend

    return TantivyBackend(folder)
