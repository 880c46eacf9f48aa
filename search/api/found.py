"""What a search finds, in the shapes of the API."""

from django.http import HttpRequest

from content.addresses import absolute
from search import hits, results
from search.api import paging, schemas
from search.api.published import page_address, public_ids
from search.backends.base import SearchBackend
from search.facets import Facet
from search.query import SearchQuery
from search.suggestions import CONCEPT, PAGE, QUERY, Suggestion

GROUP_LABELS = {CONCEPT: "Onderwerpen", QUERY: "Vaak gezocht", PAGE: "Pagina's"}


def search_results(request: HttpRequest, query: SearchQuery, backend: SearchBackend) -> schemas.SearchResults:
    """Search. A page that stopped being public since it was indexed is left out.

    Raises:
        SearchError: see ``backends.base``.
    """
    result = results.run(query, backend)
    public = public_ids(hit.id for hit in result.hits)
    return schemas.SearchResults(
        total=result.total,
        page=result.query.page,
        per_page=query.per_page,
        page_count=result.pages,
        links=paging.links(request, result.query.page, result.pages),
        text=query.text,
        sort=query.sort,
        results=[_hit(hit) for hit in result.hits if hit.id in public],
        facets=[_facet(facet) for facet in result.facets],
        synonyms=list(result.synonyms),
        dropped=list(result.dropped),
        suggestion=schemas.Meant(text=result.suggestion.label, applied=result.corrected)
        if result.suggestion
        else None,
    )


def _hit(hit: hits.Hit) -> schemas.Hit:
    return schemas.Hit(
        id=hit.id,
        type=hit.type,
        type_label=hit.type_label,
        title=hit.title,
        url=absolute(hit.url),
        api_url=page_address(hit.id),
        passage=[schemas.Segment(text=part.text, found=part.found) for part in hit.snippet],
        score=round(hit.score, 4),
        evidence=schemas.Evidence(step=hit.evidence_step, label=hit.evidence) if hit.evidence_step else None,
        tags=list(hit.tags),
    )


def _facet(facet: Facet) -> schemas.Facet:
    return schemas.Facet(
        key=facet.key,
        label=facet.label,
        values=[
            schemas.FacetValue(value=v.value, label=v.label, count=v.count, selected=v.selected)
            for v in facet
        ],
    )


def suggestion_groups(text: str, suggestions: tuple[Suggestion, ...]) -> schemas.Suggestions:
    """Suggestions by kind, each kind with its name in Dutch; kinds without any are left out."""
    groups = [
        schemas.SuggestionGroup(
            kind=kind,
            label=label,
            suggestions=[
                schemas.SuggestionItem(label=item.label, url=absolute(item.url), note=item.note)
                for item in suggestions
                if item.kind == kind
            ],
        )
        for kind, label in GROUP_LABELS.items()
    ]
    return schemas.Suggestions(text=text, groups=[group for group in groups if group.suggestions])
