"""Public views of this room that are no Wagtail pages: concepts, the evidence ladder and exports."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from content import browse, exports
from content.addresses import page_id_of
from content.models import Concept, ContentPage, FactsheetPage, PublicationPage
from content.pdf import factsheet_pdf
from content.skos.terms import NOTATIONS

SCHEMES = {"domain": "domein", "theme": "thema"}
EXPORTS: dict[str, tuple[Callable[[PublicationPage], str], str]] = {
    "ris": (exports.ris, "application/x-research-info-systems"),
    "bib": (exports.bibtex, "application/x-bibtex"),
    "json": (exports.csl_json, "application/vnd.citationstyles.csl+json"),
}


@require_safe
def topics(request: HttpRequest) -> HttpResponse:
    """All domains and themes."""
    context = {"domains": browse.tops_with_counts("domein"), "themes": browse.tops_with_counts("thema")}
    return render(request, "content/topics.html", context)


@require_safe
def landing(request: HttpRequest, kind: str, slug: str) -> HttpResponse:
    """The landing page of a top domain or theme; ``kind`` is "domain" or "theme"."""
    scheme = SCHEMES[kind]
    concept = get_object_or_404(Concept.objects.in_scheme(scheme).tops().select_related("scheme"), slug=slug)
    context = {
        **about(concept),
        "listing": browse.pages_of(concept, request.GET.get("page")),
        "search_query": f"{kind}={concept.slug}",
    }
    return render(request, "content/landing.html", context)


@require_safe
def evidence_ladder(request: HttpRequest) -> HttpResponse:
    """What the evidence levels mean."""
    levels = Concept.objects.in_scheme("bewijskracht").order_by("-order")
    return render(request, "content/evidence.html", {"levels": levels})


@require_safe
def export(request: HttpRequest, slug: str, form: str) -> HttpResponse:
    """A live, public publication as RIS, BibTeX or CSL-JSON."""
    if form not in EXPORTS:
        raise Http404
    page = get_object_or_404(PublicationPage.objects.live().public(), slug=slug)
    write, content_type = EXPORTS[form]
    response = HttpResponse(write(page), content_type=f"{content_type}; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{page.slug}.{form}"'
    return response


@require_safe
def pdf(request: HttpRequest, slug: str) -> HttpResponse:
    """A live, public factsheet as PDF."""
    page = get_object_or_404(FactsheetPage.objects.live().public(), slug=slug)
    response = HttpResponse(factsheet_pdf(page), content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{page.slug}.pdf"'
    return response


@require_safe
def short(request: HttpRequest, code: str) -> HttpResponse:
    """The page that a short address stands for, wherever it is now; not kept by browsers, for it may move again."""
    page = get_object_or_404(ContentPage.objects.live().public(), pk=page_id_of(code))
    return redirect(page.get_url())


def about(concept: Concept) -> dict[str, object]:
    """What the page of a concept shows: its other labels, its neighbours that are in use, and where its data is."""
    narrower = concept.narrower.in_use().select_related("scheme")
    neighbours = Concept.objects.in_use().select_related("scheme")
    related = {*neighbours.filter(pk__in=concept.related.all()), *neighbours.filter(related=concept)}
    key = (concept.scheme.slug, concept.slug)
    return {
        "concept": concept,
        "alternatives": [label.text for label in concept.label_set.all() if label.kind == "alt"],
        "narrower": [(item, browse.concept_url(item)) for item in narrower],
        "related": [(item, browse.concept_url(item)) for item in sorted(related, key=str)],
        "broader": concept.broader and (concept.broader, browse.concept_url(concept.broader)),
        "successor": concept.replaced_by and (concept.replaced_by, browse.concept_url(concept.replaced_by)),
        "data_links": [(n, reverse("concept-data", args=[*key, n.suffix])) for n in NOTATIONS],
    }
