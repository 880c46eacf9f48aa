"""Concepts at their permanent addresses: a page for people, RDF for who asks for it (by Accept or by suffix)."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.cache import get_conditional_response, patch_cache_control, patch_vary_headers
from django.views.decorators.http import require_safe

from content import browse
from content.models import Concept, ConceptScheme
from content.skos import export
from content.skos.terms import BY_SUFFIX, NOTATIONS, Notation
from content.views import about

PAGE = "text/html"
BY_MEDIA_TYPE = {notation.media_type: notation for notation in NOTATIONS}
DATA_MAX_AGE = 300  # seconds


@require_safe
def vocabulary(request: HttpRequest, suffix: str = "") -> HttpResponseBase:
    """Every begrippenlijst: a list for people, or the whole as data."""
    notation = _wanted(request, suffix)
    if notation:
        return _data(request, notation, "", export.vocabulary_bytes)
    context = {
        "schemes": ConceptScheme.objects.all(),
        "data_links": data_links("vocabulary-data"),
    }
    return _page(render(request, "content/vocabulary.html", context))


@require_safe
def scheme(request: HttpRequest, scheme: str, suffix: str = "") -> HttpResponseBase:
    """One begrippenlijst: its concepts for people, or as data."""
    row = get_object_or_404(ConceptScheme, slug=scheme)
    notation = _wanted(request, suffix)
    if notation:
        return _data(
            request, notation, row.slug, lambda name: export.serialize(export.scheme_graph(row), name)
        )
    concepts = Concept.objects.filter(scheme=row).tops().select_related("scheme")
    context = {
        "scheme": row,
        "concepts": [(concept, browse.concept_url(concept)) for concept in concepts],
        "data_links": data_links("scheme-data", row.slug),
    }
    return _page(render(request, "content/scheme.html", context))


@require_safe
def concept(request: HttpRequest, scheme: str, slug: str, suffix: str = "") -> HttpResponseBase:
    """A concept at its permanent address.

    As a page, a top domain or theme is shown by its landing page, and a concept that was merged by the page of its
    successor. As data each concept is described itself, for the address never changes.
    """
    rows = Concept.objects.select_related("scheme", "broader__scheme", "replaced_by__scheme")
    row = get_object_or_404(rows, scheme__slug=scheme, slug=slug)
    notation = _wanted(request, suffix)
    if notation:
        return _data(
            request,
            notation,
            f"{scheme}/{slug}",
            lambda name: export.serialize(export.concept_graph(row), name),
        )
    if row.merged and row.replaced_by:
        away = redirect(browse.concept_url(row.replaced_by), permanent=True)
        patch_cache_control(away, no_cache=True)  # a merge can be taken back, and a browser must hear of that
        return _page(away)
    url = browse.concept_url(row)
    if url != request.path:
        return _page(redirect(url))
    return _page(render(request, "content/concept.html", about(row)))


def data_links(name: str, *args: str) -> list[tuple[Notation, str]]:
    """The addresses of something as data, for each notation; ``name`` is that of the URL pattern."""
    return [(notation, reverse(name, args=[*args, notation.suffix])) for notation in NOTATIONS]


def _wanted(request: HttpRequest, suffix: str) -> Notation | None:
    """The notation asked for; None for the page, which is also what one gets who accepts none of them."""
    if suffix:
        if suffix not in BY_SUFFIX:
            raise Http404
        return BY_SUFFIX[suffix]
    return BY_MEDIA_TYPE.get(request.get_preferred_type([PAGE, *BY_MEDIA_TYPE]) or PAGE)


def _page(response: HttpResponse) -> HttpResponse:
    patch_vary_headers(response, ["Accept"])
    return response


def _data(
    request: HttpRequest, notation: Notation, what: str, write: Callable[[str], bytes]
) -> HttpResponseBase:
    """The data, or 304 where the asker has it; the vocabulary's revision stands for its content."""
    etag = f'"{export.revision()}-{notation.suffix}-{what}"'
    response = get_conditional_response(request, etag=etag)
    if response is None:
        response = HttpResponse(
            write(notation.name), content_type=f"{notation.media_type}; charset=utf-8", headers={"ETag": etag}
        )
        response["Access-Control-Allow-Origin"] = "*"  # public data: any site may read it
    patch_cache_control(response, public=True, max_age=DATA_MAX_AGE)
    patch_vary_headers(response, ["Accept"])
    return response
