"""The search page."""

import logging

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from content import browse
from search import results
from search.addresses import search_feed_path
from search.backends.base import SearchError
from search.engine import backend
from search.query import from_address

logger = logging.getLogger(__name__)


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Results for the query in the address; 503 with what still works where the engine does not answer."""
    query = results.known_filters(from_address(request.GET))
    try:
        result = results.run(query, backend())
    except SearchError as error:
        logger.warning("Search is away (%s).", type(error).__name__)
        context = {"query": query, "domains": browse.tops_with_counts("domein")}
        return render(request, "search/away.html", context, status=503)
    template = "search/results.html" if result.total else "search/nothing.html"
    context = {
        "result": result,
        "query": query,
        "clear_url": results.address(query.without_filters()),
        "feed_url": search_feed_path(query),
    }
    return render(request, template, context)
