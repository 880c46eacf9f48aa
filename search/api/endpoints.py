"""The addresses of the API, version 1."""

import logging
from dataclasses import replace
from functools import partial
from typing import Annotated, Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from ninja import Path as InPath
from ninja import Query
from ninja.errors import ValidationError

from content.models import Concept, ContentPage
from search import results
from search.api import paging, schemas
from search.api.document import ReadingApi
from search.api.found import search_results, suggestion_groups
from search.api.middleware import PREFIX, VERSION
from search.api.parameters import (
    PAGE_TYPES,
    ConceptParameters,
    ListParameters,
    PageParameters,
    SearchParameters,
    SuggestParameters,
)
from search.api.problems import Problem, invalid_input, problem
from search.api.published import CONCEPT_NEEDS, concept_detail, concept_item, detail, items
from search.backends.base import SearchError
from search.engine import backend
from search.query import clean, from_address
from search.suggestions import suggest

logger = logging.getLogger(__name__)

CACHE_ASKED = "private, no-cache"  # a search says what somebody looks for: no shared cache keeps it

PageId = Annotated[int, InPath(ge=1, le=2**31 - 1, description="Nummer van de pagina.")]
SchemeSlug = Annotated[str, InPath(description="De begrippenlijst, bijvoorbeeld domein.")]
ConceptSlug = Annotated[str, InPath(description="Naam van het begrip in adressen.")]

api = ReadingApi(
    title="Kenniscentrum MPG",
    version=VERSION,
    description="Zoeken en lezen in het kenniscentrum over gezinnen met meerdere problemen. "
    "Alleen gepubliceerde, openbare inhoud. Vrij te gebruiken, zonder sleutel.",
    docs_url=None,
    urls_namespace="api-1",
    servers=[{"url": f"{settings.BASE_URL}{PREFIX}", "description": "Deze website"}],
    openapi_extra={
        "info": {
            "contact": {
                "name": "Redactie Kenniscentrum MPG",
                "url": f"{settings.BASE_URL}/over/",
                "email": settings.DEFAULT_FROM_EMAIL.rpartition("<")[2].rstrip(">"),
            }
        },
        "tags": [
            {"name": "zoeken", "description": "Zoeken en voorstellen."},
            {"name": "inhoud", "description": "Gepubliceerde pagina's."},
            {"name": "begrippen", "description": "De woordenlijst."},
        ],
        "externalDocs": {"description": "Uitleg met voorbeelden", "url": f"{settings.BASE_URL}/api/"},
    },
)
read = partial(api.get, by_alias=True)
INVALID, ABSENT, AWAY = {400: Problem}, {404: Problem}, {503: Problem}


@read(
    "/search",
    response={200: schemas.SearchResults} | INVALID | AWAY,
    tags=["zoeken"],
    summary="Zoeken",
    url_name="search",
)
def search(request: HttpRequest, response: HttpResponse, asked: Query[SearchParameters]) -> Any:
    """Zoekt zoals de zoekpagina: met verbuigingen, samenstellingen, synoniemen en kenmerken met aantallen.

    Een bladzijde voorbij de laatste geeft de laatste.
    """
    response.headers["Cache-Control"] = CACHE_ASKED
    query = replace(from_address(request.GET), sort=asked.sort, page=asked.page, per_page=asked.per_page)
    return search_results(request, results.known_filters(query), backend())


@read(
    "/suggest",
    response={200: schemas.Suggestions} | INVALID,
    tags=["zoeken"],
    summary="Voorstellen",
    url_name="suggest",
)
def suggestions(request: HttpRequest, response: HttpResponse, asked: Query[SuggestParameters]) -> Any:
    """Begrippen en pagina's die passen bij wat iemand aan het typen is."""
    response.headers["Cache-Control"] = CACHE_ASKED
    return suggestion_groups(clean(asked.q), suggest(asked.q))


@read("/pages", response={200: schemas.PageList} | INVALID, tags=["inhoud"], summary="Pagina's")
def pages(request: HttpRequest, asked: Query[PageParameters]) -> Any:
    """Alle gepubliceerde, openbare pagina's, in de volgorde waarin ze zijn gemaakt."""
    models = [PAGE_TYPES[asked.type]] if asked.type else list(PAGE_TYPES.values())
    found = ContentPage.objects.type(*models).live().public().order_by("pk")
    listing, chosen = _listing(request, asked, found)
    return schemas.PageList(**listing, results=items(chosen))


@read(
    "/pages/{id}",
    response={200: schemas.PageDetail} | ABSENT,
    tags=["inhoud"],
    summary="Pagina",
    url_name="page",
)
def page(request: HttpRequest, id: PageId) -> Any:
    """Een pagina met volledige tekst, bronnen, domeinen en thema's, en bewijskracht."""
    return detail(get_object_or_404(ContentPage.objects.live().public(), pk=id).specific)


@read("/concepts", response={200: schemas.ConceptList} | INVALID, tags=["begrippen"], summary="Begrippen")
def concepts(request: HttpRequest, asked: Query[ConceptParameters]) -> Any:
    """De woordenlijst: begrippen per begrippenlijst, in leesvolgorde. Vervallen begrippen staan er ook in."""
    found = Concept.objects.select_related(*CONCEPT_NEEDS).order_by("scheme__slug", "order", "pk")
    if asked.scheme is not None:
        found = found.in_scheme(asked.scheme)
    listing, chosen = _listing(request, asked, found)
    return schemas.ConceptList(**listing, results=[concept_item(item) for item in chosen])


@read(
    "/concepts/{slug:scheme}/{slug:slug}",
    response={200: schemas.ConceptDetail} | ABSENT,
    tags=["begrippen"],
    summary="Begrip",
    url_name="concept",
)
def concept(request: HttpRequest, scheme: SchemeSlug, slug: ConceptSlug) -> Any:
    """Een begrip met andere woorden ervoor, het bredere en smallere begrip, en het aantal pagina's."""
    rows = Concept.objects.select_related(*CONCEPT_NEEDS, *(f"broader__{need}" for need in CONCEPT_NEEDS))
    return concept_detail(get_object_or_404(rows, scheme__slug=scheme, slug=slug))


def _listing(request: HttpRequest, asked: ListParameters, rows: Any) -> tuple[dict[str, Any], Any]:
    """What every list says about itself, and the rows of the page that was asked for; none past the last."""
    total = rows.count()
    count = paging.page_count(total, asked.per_page)
    start = (asked.page - 1) * asked.per_page
    about = {
        "total": total,
        "page": asked.page,
        "per_page": asked.per_page,
        "page_count": count,
        "links": paging.links(request, asked.page, count),
    }
    return about, rows[start : start + asked.per_page]


@api.exception_handler(SearchError)
def away(request: HttpRequest, error: SearchError) -> HttpResponse:
    """The engine does not answer."""
    logger.warning("Search is away (%s).", type(error).__name__)
    return problem(503)


@api.exception_handler(ValidationError)
def invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """A parameter that cannot be meant; in a path that is an address that does not exist."""
    errors = [invalid_input(item) for item in error.errors]
    return problem(404) if any(item.place == "path" for item in errors) else problem(400, errors)


@api.exception_handler(Http404)
def absent(request: HttpRequest, error: Http404) -> HttpResponse:
    """Not there, or not public: the answer is the same."""
    return problem(404)
