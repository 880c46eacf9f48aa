"""A search as the page, the command line and later the API show it: names, links, passages and counts."""

import time
from dataclasses import dataclass

from django.urls import reverse

from content import vocabulary
from search import facets, hits, live, ordering
from search.addresses import search_path
from search.backends.base import SearchBackend
from search.backends.deadline import within
from search.facets import Chosen, Facet
from search.fields import FACETS_BY_KEY, SORTS
from search.names import names as current_names
from search.query import SearchQuery
from search.ranking import Ranked, rank
from search.snippets import wanted
from search.subjects import subjects
from search.understanding import understand
from search.weights import using

SHOWN_SYNONYMS = 4

PATIENCE = 1.5  # seconds that a visitor waits for the engine, all calls together


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
    ``part``: whether pages that treat only some of what was asked are among the results; ``whole``: whether the query is a
    sentence, of which any word finds a page; ``own``: pages with the asker's words; ``wider``: names of the subjects whose
    pages were added below those; ``as_typed``: the search for what was typed, not corrected.
    """

    query: SearchQuery
    total: int
    hits: tuple[hits.Hit, ...]
    facets: tuple[Facet, ...]
    chosen: tuple[Chosen, ...]
    sorts: tuple[Link, ...]
    synonyms: tuple[str, ...]
    dropped: tuple[str, ...]
    problems: int
    part: bool
    whole: bool
    own: int
    wider: tuple[str, ...]
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
    names = current_names()
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
        hits=tuple(
            hits.shown(hit, ranked.understood, looking_for, names, ranked.lifted.get(hit.id))
            for hit in ranked.result.hits
        ),
        facets=facets.facets(query, ranked.result.counts, names),
        chosen=facets.chosen(query, names),
        sorts=tuple(
            Link(label, search_path(query.sorted_by(sort)), query.sort == sort)
            for sort, label in SORTS.items()
        ),
        synonyms=ranked.understood.synonyms[:SHOWN_SYNONYMS],
        dropped=ranked.dropped,
        problems=problems if problems > 1 else 0,
        part=ranked.part,
        whole=ranked.whole,
        own=ranked.own,
        wider=tuple(names.labels.get(key, key[1]) for key in ranked.wider),
        suggestion=_suggestion(query, ranked),
        corrected=ranked.corrected,
        as_typed=search_path(query.with_text(f'"{query.text}"')),
        words=tuple(group.text for group in ranked.understood.groups),
        concepts=tuple(
            Link(c.pref_label, reverse("concept", args=[c.scheme, c.slug]))
            for c in ranked.understood.concepts
        ),
        pages=pages,
        previous=search_path(query.at(query.page - 1)) if query.page > 1 else "",
        next=search_path(query.at(query.page + 1)) if query.page < pages else "",
        took_ms=(time.perf_counter() - started) * 1000,
    )


def get_ready() -> None:
    """Read what every search needs, the names, the vocabulary and what was learned, before somebody waits for it.

    Raises:
        DatabaseError: there is no database yet, or it does not answer.
    """
    current_names()
    subjects(understand("wat doe je bij een huisuitzetting", vocabulary.current()))
    ordering.learned()


def _suggestion(query: SearchQuery, ranked: Ranked) -> Link | None:
    if not ranked.suggestion:
        return None
    return Link(ranked.suggestion, search_path(query.with_text(ranked.suggestion)))


def known_filters(query: SearchQuery) -> SearchQuery:
    """The query without filter values that do not exist."""
    if not query.filters:
        return query
    names = current_names()
    filters = {
        key: kept
        for key, values in query.filters.items()
        if (kept := tuple(v for v in values if names.knows(FACETS_BY_KEY[key], v)))
    }
    return SearchQuery(query.text, filters, query.sort, query.page, query.per_page)
