"""The search page."""

import logging

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from content import browse
from content.questions.networks import network_of
from search import results
from search.addresses import search_feed_path, search_path
from search.asked import ASKED, CLICKS, WITHOUT_HITS, tally
from search.backends.base import SearchError
from search.backends.deadline import within
from search.engine import backend
from search.fields import DEFAULT_SORT
from search.nothing import help_with
from search.pinned import pinned_for
from search.query import SearchQuery, clean, from_address

logger = logging.getLogger(__name__)


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Results for the query in the address; 503 with what still works where the engine does not answer."""
    query = results.known_filters(from_address(request.GET))
    try:
        with within(results.PATIENCE):
            result = results.run(query, backend())
            pinned = pinned_for(query)
            nothing = not (result.total or pinned)
            helping = help_with(result, backend()) if nothing else None
    except SearchError as error:
        logger.warning("Search is away (%s).", type(error).__name__)
        context = {"query": query, "domains": browse.tops_with_counts("domein")}
        return render(request, "search/away.html", context, status=503)
    _count(request, query, result.total)
    context = {
        "result": result,
        "query": query,
        "clear_url": search_path(query.without_filters()),
        "pinned": pinned,
        "help": helping,
        "feed_url": search_feed_path(query),
    }
    return render(request, "search/nothing.html" if nothing else "search/results.html", context)


@csrf_exempt  # it only counts, and a visitor without a session has no token; other sites are refused below
@require_POST
def chosen(request: HttpRequest) -> HttpResponse:
    """Count that a result of a query was opened. The browser sends the words alone, and they are screened as all are."""
    if request.headers.get("Sec-Fetch-Site") == "same-origin":
        tally.note_visit(network_of(request), clean(request.POST.get("q", "")), [CLICKS])
    return HttpResponse(status=204)


def _count(request: HttpRequest, query: SearchQuery, total: int) -> None:
    """Count what was typed, once: not the steps of who goes on with it."""
    if query.text and not query.filters and query.page == 1 and query.sort == DEFAULT_SORT:
        tally.note_visit(network_of(request), query.text, [ASKED] if total else [ASKED, WITHOUT_HITS])
