"""Addresses as another machine needs them, and the searches that they stand for."""

from functools import lru_cache

from django.urls import get_script_prefix, reverse

from content.models import Concept
from search.fields import DEFAULT_SORT, FACET_OF_SCHEME
from search.query import SearchQuery


def search_path(query: SearchQuery) -> str:
    """Where the results of a query are."""
    path, querystring = _search_page(get_script_prefix()), query.querystring
    return f"{path}?{querystring}" if querystring else path


@lru_cache(maxsize=4)
def _search_page(prefix: str) -> str:
    """Its path, below the prefix that the web server has for the site; one page of results asks for it a hundred times."""
    return reverse("search")


def search_feed_path(query: SearchQuery) -> str:
    """Where the feed of a search is; its order and page do not count."""
    path = reverse("search-feed")
    querystring = query.at(1).sorted_by(DEFAULT_SORT).querystring
    return f"{path}?{querystring}" if querystring else path


def concept_query(concept: Concept) -> SearchQuery:
    """The search for what is about a concept: by its facet where it is a value of one, else by its name."""
    facet = FACET_OF_SCHEME.get(concept.scheme.slug, "")
    if facet and concept.broader_id is None:
        return SearchQuery(filters={facet: (concept.slug,)})
    return SearchQuery(text=concept.pref_label)
