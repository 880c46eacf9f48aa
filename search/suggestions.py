"""What somebody may mean while still typing: concepts by any of their labels, former searches, and titles of pages."""

import time
from collections.abc import Set
from dataclasses import dataclass
from functools import lru_cache

from django.db.models import Count, Max
from django.urls import reverse

from content import vocabulary
from content.browse import LANDING
from content.models import ContentPage
from content.nlp.tokens import fold
from content.nlp.vocabulary import Concept, Vocabulary
from search import former
from search.addresses import search_path
from search.fields import FACETS, TYPE_LABELS
from search.labels import LabelIndex
from search.query import SearchQuery, clean

CONCEPT, QUERY, PAGE = "concept", "query", "page"
LIMIT = 5  # of each kind
LIMIT_FORMER = 3  # former searches
MAX_TEXT = 100  # characters that are looked at
TITLES_SECONDS = 30  # for which the list of titles is used without asking whether pages came or went
ALSO = "ook: "  # before another name of a concept
LABELS_PER_CONCEPT = 12  # that are looked at, because one concept is found by several of its labels
SPARE = 3  # times as many titles as asked for, because pages may have left since the list was made
SCHEME_NOTES = {facet.scheme: facet.label for facet in FACETS if facet.scheme}


@dataclass(frozen=True)
class Suggestion:
    """``kind``: "concept", "query" or "page"; ``url``: a path on this site; ``note``: what tells it from the others."""

    kind: str
    label: str
    url: str
    note: str


@dataclass(frozen=True)
class _Labels:
    """An index with, at each of its positions, what is found there."""

    index: LabelIndex
    found: tuple[Suggestion, ...]


@dataclass(frozen=True)
class _Titles:
    index: LabelIndex
    ids: tuple[int, ...]


def suggest(text: str, limit: int = LIMIT) -> tuple[Suggestion, ...]:
    """At most ``limit`` concepts, some former searches and at most ``limit`` pages that fit a text that may not be finished.

    Three or four small queries; only live, public pages. An empty text gives none.
    """
    text = clean(text)[:MAX_TEXT]
    if not text:
        return ()
    named, pages = concepts(text, limit), _pages(text, limit)
    return (*named, *_former(text, {fold(item.label) for item in (*named, *pages)}), *pages)


def _former(text: str, shown: Set[str]) -> list[Suggestion]:
    """Former searches, but for those that stand there as a concept or a page already."""
    found = [words for words in former.former(text, LIMIT_FORMER * SPARE) if words not in shown]
    return [
        Suggestion(QUERY, words, search_path(SearchQuery(text=words)), "") for words in found[:LIMIT_FORMER]
    ]


def concepts(text: str, limit: int) -> list[Suggestion]:
    """Each concept once, at the place of its best label; by its own name where that fits too."""
    labels = _concept_labels(vocabulary.current())
    found: dict[str, Suggestion] = {}
    for place in labels.index.find(text, limit * LABELS_PER_CONCEPT):
        suggestion = labels.found[place]
        known = found.setdefault(suggestion.url, suggestion)
        if known.note != suggestion.note and not suggestion.note.startswith(ALSO):
            found[suggestion.url] = suggestion
    return list(found.values())[:limit]


@lru_cache(maxsize=1)
def _concept_labels(words: Vocabulary) -> _Labels:
    rows = [
        (label.text, _concept(concept, label.text if label.kind == "alt" else ""))
        for concept in words.concepts
        for label in concept.labels
    ]
    return _Labels(LabelIndex([text for text, _ in rows]), tuple(found for _, found in rows))


def _concept(concept: Concept, alternative: str) -> Suggestion:
    """A top domain or theme has a page of its own; any other concept is best shown by searching for it."""
    landing = LANDING.get(concept.scheme)
    if landing and concept.broader is None:
        url = reverse(landing, args=[concept.slug])
    else:
        url = search_path(SearchQuery(text=concept.pref_label))
    note = f"{ALSO}{alternative}" if alternative else SCHEME_NOTES.get(concept.scheme, "")
    return Suggestion(CONCEPT, concept.pref_label, url, note)


def _pages(text: str, limit: int) -> list[Suggestion]:
    titles = _titles_of(_stamp(int(time.monotonic() // TITLES_SECONDS)))
    ids = [titles.ids[place] for place in titles.index.find(text, limit * SPARE)]
    if not ids:
        return []
    pages = {page.pk: page for page in ContentPage.objects.filter(pk__in=ids).live().public()}
    return [_page(pages[pk]) for pk in ids if pk in pages][:limit]


def _page(page: ContentPage) -> Suggestion:
    type_slug = getattr(page.specific_class, "type_slug", "")
    return Suggestion(PAGE, page.title, page.get_url() or "", TYPE_LABELS.get(type_slug, ""))


@lru_cache(maxsize=1)
def _stamp(moment: int) -> tuple[object, ...]:
    """What changes when public pages come, go or change; asked once per ``TITLES_SECONDS``."""
    pages = ContentPage.objects.live().public()
    found = pages.aggregate(count=Count("pk"), last=Max("last_published_at"))
    return (found["count"], found["last"])


@lru_cache(maxsize=1)
def _titles_of(stamp: tuple[object, ...]) -> _Titles:
    rows = list(ContentPage.objects.live().public().values_list("pk", "title"))
    return _Titles(LabelIndex([title for _, title in rows]), tuple(pk for pk, _ in rows))


def forget() -> None:
    """Let go of every list that this process holds, for whoever changes content behind its back."""
    for kept in (_concept_labels, _stamp, _titles_of):
        kept.cache_clear()
    former.forget()
