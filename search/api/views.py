"""The page that explains the API, and the answer to addresses that the API does not have."""

from typing import NoReturn

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from content.addresses import absolute
from content.models import ConceptScheme
from search.api.middleware import PREFIX, VERSION
from search.api.problems import DETAILS, KINDS
from search.fields import FACETS, SORTS, TYPE_LABELS

EXAMPLES = (
    ("Zoeken op woorden", "/search?q=schulden+en+schoolverzuim"),
    (
        "Alleen werkzame elementen over schulden, sterkste bewijs eerst",
        "/search?domain=schulden&type=element&sort=evidence",
    ),
    ("Voorstellen tijdens het typen", "/suggest?q=schuldh"),
    ("Alle factsheets, vijf per bladzijde", "/pages?type=factsheet&perPage=5"),
    ("Alle begrippen in de lijst met domeinen", "/concepts?scheme=domein"),
    ("Eén begrip", "/concepts/domein/schulden"),
    ("De hele beschrijving voor programma's (OpenAPI)", "/openapi.json"),
)


@require_safe
def explanation(request: HttpRequest) -> HttpResponse:
    """How to use the API, with examples that work."""
    context = {
        "version": VERSION,
        "root": absolute(PREFIX),
        "examples": [(label, f"{PREFIX}{path}", absolute(f"{PREFIX}{path}")) for label, path in EXAMPLES],
        "facets": FACETS,
        "types": TYPE_LABELS.items(),
        "sorts": SORTS.items(),
        "schemes": ConceptScheme.objects.order_by("slug"),
        "problems": [(status, name, title, DETAILS[status]) for status, (name, title) in KINDS.items()],
    }
    return render(request, "search/api.html", context)


def unknown(request: HttpRequest) -> NoReturn:
    """An address that the API does not have, such as one with a slash at its end.

    Raises:
        Http404: always; the middleware makes it a problem.
    """
    raise Http404
