"""A search as the page, the command line and later the API show it: names, links, passages and counts."""

import time
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from django.urls import reverse

from content import vocabulary
from content.models import Concept, VocabularyState
from search import hits, live
from search.backends.base import SearchBackend
from search.backends.deadline import within
from search.fields import FACETS, FACETS_BY_KEY, SORTS, TYPE_LABELS, FacetField
from search.hits import Names
from search.query import SearchQuery
from search.ranking import Ranked, rank
from search.snippets import wanted
from search.weights import using

SHOWN_VALUES = 8  # of a facet, before "meer"
SHOWN_SYNONYMS = 4

PATIENCE = 1.5  # seconds that a visitor waits for the engine, all calls together


@dataclass(frozen=True)
class FacetValue:
    """A value of a facet, with the address that chooses it or takes it away."""

    value: str
    label: str
    count: int
    selected: bool
    url: str


@dataclass(frozen=True)
class Facet:
    """A facet ready to print: ``values`` first, ``more`` behind "toon meer"."""

    key: str
    label: str
    values: tuple[FacetValue, ...]
    more: tuple[FacetValue, ...]
    chosen: int


@dataclass(frozen=True)
class Link:
    """A label with an address."""

    label: str
    url: str
    current: bool = False


@dataclass(frozen=True)
class SearchResult:
    """Everything the page shows. ``took_ms``: milliseconds from query to result.

    ``problems``: how many things of the vocabulary the query names, where it names more than one, else 0;
    ``part``: whether pages that treat only some of them are among the results; ``as_typed``: the search for what was
    typed, not corrected.
    """

    query: SearchQuery
    total: int
    hits: tuple[hits.Hit, ...]
    facets: tuple[Facet, ...]
    chosen: tuple[Link, ...]
    sorts: tuple[Link, ...]
    synonyms: tuple[str, ...]
    dropped: tuple[str, ...]
    problems: int
    part: bool
    suggestion: Link | None
    corrected: bool
    as_typed: str
    words: tuple[str, ...]
    concepts: tuple[Link, ...]
    pages: int
    previous: str
    next: str
    took_ms: float


def run(query: SearchQuery, backend: SearchBackend) -> SearchResult:
    """Search and make the result ready to show.

    Raises:
        EngineUnavailable, IndexMissing: see ``backends.base``.
    """
    started = time.perf_counter()
    names = _names()
    with within(PATIENCE), using(live.numbers()):
        ranked = rank(query, vocabulary.current(), backend, tuple(FACETS_BY_KEY))
    pages = max(1, -(-ranked.result.total // query.per_page))
    if query.page > pages:
        return run(query.at(pages), backend)
    problems = len(ranked.understood.problems)
    looking_for = wanted(ranked.understood.groups)
    return SearchResult(
        query=query,
        total=ranked.result.total,
        hits=tuple(hits.shown(hit, ranked.understood, looking_for, names) for hit in ranked.result.hits),
        facets=tuple(
            _facet(facet, query, ranked.result.counts.get(facet.key, {}), names) for facet in FACETS
        ),
        chosen=_chosen(query, names),
        sorts=tuple(
            Link(label, address(query.sorted_by(sort)), query.sort == sort) for sort, label in SORTS.items()
        ),
        synonyms=ranked.understood.synonyms[:SHOWN_SYNONYMS],
        dropped=ranked.dropped,
        problems=problems if problems > 1 else 0,
        part=0 < ranked.at_least < problems,
        suggestion=_suggestion(query, ranked),
        corrected=ranked.corrected,
        as_typed=address(query.with_text(f'"{query.text}"')),
        words=tuple(group.text for group in ranked.understood.groups),
        concepts=tuple(
            Link(c.pref_label, reverse("concept", args=[c.scheme, c.slug]))
            for c in ranked.understood.concepts
        ),
        pages=pages,
        previous=address(query.at(query.page - 1)) if query.page > 1 else "",
        next=address(query.at(query.page + 1)) if query.page < pages else "",
        took_ms=(time.perf_counter() - started) * 1000,
    )


def address(query: SearchQuery) -> str:
    """The address of a query."""
    path = reverse("search")
    return f"{path}?{query.querystring}" if query.querystring else path


def _suggestion(query: SearchQuery, ranked: Ranked) -> Link | None:
    if not ranked.suggestion:
        return None
    return Link(ranked.suggestion, address(query.with_text(ranked.suggestion)))


def _facet(facet: FacetField, query: SearchQuery, counts: Mapping[str, int], names: Names) -> Facet:
    chosen = query.filters.get(facet.key, ())
    known = {value: counts.get(value, 0) for value in (*counts, *_real(facet, chosen, names))}
    values = [
        FacetValue(
            value,
            _label(facet, value, names),
            count,
            value in chosen,
            address(query.toggled(facet.key, value)),
        )
        for value, count in known.items()
    ]
    values.sort(key=lambda item: _place(facet, item, names))
    first = [item for item in values if item.selected]
    first += [item for item in values if not item.selected][: max(0, SHOWN_VALUES - len(first))]
    shown = {item.value for item in first}
    return Facet(
        facet.key,
        facet.label,
        tuple(item for item in values if item.value in shown),
        tuple(item for item in values if item.value not in shown),
        len(chosen),
    )


def _real(facet: FacetField, chosen: tuple[str, ...], names: Names) -> list[str]:
    """The chosen values that exist: a selected value never vanishes, a made-up one is never shown."""
    return [value for value in chosen if is_known(facet, value, names)]


def is_known(facet: FacetField, value: str, names: Names) -> bool:
    """Whether a facet can have this value."""
    if facet.scheme:
        return (facet.scheme, value) in names.labels
    return value in TYPE_LABELS if facet.key == "type" else value.isdigit() and len(value) == 4


def known_filters(query: SearchQuery) -> SearchQuery:
    """The query without filter values that do not exist."""
    names = _names()
    filters = {
        key: kept
        for key, values in query.filters.items()
        if (kept := tuple(v for v in values if is_known(FACETS_BY_KEY[key], v, names)))
    }
    return SearchQuery(query.text, filters, query.sort, query.page, query.per_page)


def _label(facet: FacetField, value: str, names: Names) -> str:
    if facet.scheme:
        return names.labels.get((facet.scheme, value), value)
    return TYPE_LABELS.get(value, value)


def _place(facet: FacetField, item: FacetValue, names: Names) -> tuple[float, str]:
    if facet.order == "scheme":
        return (-names.order.get((facet.scheme, item.value), 0), item.label)
    if facet.order == "newest":
        return (-int(item.value) if item.value.isdigit() else 0, item.label)
    return (-item.count, item.label)


def _chosen(query: SearchQuery, names: Names) -> tuple[Link, ...]:
    return tuple(
        Link(_label(FACETS_BY_KEY[key], value, names), address(query.toggled(key, value)))
        for key, values in query.filters.items()
        for value in values
    )


def _names() -> Names:
    revision = VocabularyState.objects.filter(pk=1).values_list("revision", flat=True).first() or 0
    return _names_of(revision)


@lru_cache(maxsize=1)
def _names_of(revision: int) -> Names:
    schemes = [facet.scheme for facet in FACETS if facet.scheme]
    rows = list(
        Concept.objects.filter(scheme__slug__in=schemes).values_list(
            "scheme__slug", "slug", "pref_label", "order"
        )
    )
    return Names(
        labels={(scheme, slug): label for scheme, slug, label, _ in rows},
        order={(scheme, slug): order for scheme, slug, _, order in rows},
    )
