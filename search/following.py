"""Searches that readers follow: how they are called, and what changed among what they find."""

import datetime
from dataclasses import replace

from django.http import QueryDict

from content.following.searches import Search, SearchAway
from content.models import ContentPage
from search import results
from search.backends.base import SearchError
from search.engine import backend
from search.facets import chosen
from search.fields import DEFAULT_SORT
from search.names import names
from search.query import SearchQuery, from_address

LOOKED_AT = 300  # of the pages that a search finds, the best ones


def describe(params: QueryDict) -> Search:
    """The search in the parameters of the search page; its order and page do not count."""
    query = _query(params)
    label = ", ".join(filter(None, (query.text, *(item.label for item in chosen(query, names())))))
    return Search(query.querystring, label, query.text)


def changed(querystring: str, since: datetime.datetime) -> frozenset[int]:
    """Ids of the pages that a search finds and that were published since a moment.

    Raises:
        SearchAway: the engine does not answer.
    """
    recent = frozenset(ContentPage.objects.filter(last_published_at__gt=since).values_list("pk", flat=True))
    if not recent:
        return recent
    try:
        result = results.run(replace(_query(QueryDict(querystring)), per_page=LOOKED_AT), backend())
    except SearchError as error:
        raise SearchAway from error
    return recent & {hit.id for hit in result.hits}


def _query(params: QueryDict) -> SearchQuery:
    return results.known_filters(from_address(params)).at(1).sorted_by(DEFAULT_SORT)
