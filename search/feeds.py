"""Atom feeds: the newest pages for a search, and for a concept."""

import datetime
import logging
from dataclasses import dataclass, replace
from typing import Any

from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed

from content.addresses import absolute, code_of, page_id_of
from content.models import Concept, ContentPage
from search import results
from search.addresses import concept_query, search_feed_path, search_path
from search.api.published import page_address
from search.backends.base import SearchError
from search.engine import backend
from search.query import SearchQuery, clean, from_address

logger = logging.getLogger(__name__)

ENTRIES = 20
RETRY_SECONDS = 300
CACHE_ASKED = "private, no-cache"  # a search says what somebody looks for


@dataclass(frozen=True)
class Subject:
    """What a feed is about: its title, its own path, and the search that fills it."""

    title: str
    path: str
    query: SearchQuery


class PageFeed(Feed):  # type: ignore[type-arg]
    """Pages as entries of an Atom feed. The address in the API is an entry's name, because it never changes."""

    feed_type = Atom1Feed
    language = "nl"
    author_name = "Kenniscentrum MPG"

    def item_title(self, item: ContentPage) -> str:
        """The page's title, without characters that XML cannot hold."""
        return clean(item.title)

    def item_description(self, item: ContentPage) -> str:
        """The page's summary."""
        return clean(item.summary)

    def item_link(self, item: ContentPage) -> str:
        """The page's address for readers."""
        return absolute(item.get_url() or "/")

    def item_guid(self, item: ContentPage) -> str:
        """The page's lasting name."""
        return page_address(item.pk)

    def item_pubdate(self, item: ContentPage) -> datetime.datetime | None:
        """When the page first appeared."""
        return item.first_published_at

    def item_updateddate(self, item: ContentPage) -> datetime.datetime | None:
        """When the page last changed."""
        return item.last_published_at


class OnePageFeed(PageFeed):
    """One page, for who wants to know when it changes."""

    def get_object(self, request: HttpRequest, *args: Any, **kwargs: Any) -> ContentPage:
        """The live, public page of a short code.

        Raises:
            ContentPage.DoesNotExist: the feed is not there.
        """
        return ContentPage.objects.live().public().get(pk=page_id_of(kwargs["code"]))

    def title(self, page: ContentPage) -> str:
        """The page's title."""
        return clean(page.title)

    def link(self, page: ContentPage) -> str:
        """The page itself."""
        return absolute(page.get_url() or "/")

    def feed_url(self, page: ContentPage) -> str:
        """This feed."""
        return absolute(reverse("page-feed", args=[code_of(page.pk)]))

    def items(self, page: ContentPage) -> list[ContentPage]:
        """The page, as it is now."""
        return [page]


class SearchFeed(PageFeed):
    """The newest pages that a search finds; takes the search page's own parameters."""

    def __call__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The feed; 503 where the engine does not answer, so that feed readers come back later."""
        try:
            response = super().__call__(request, *args, **kwargs)
        except SearchError as error:
            logger.warning("Search is away (%s).", type(error).__name__)
            text = "Zoeken werkt nu even niet. Probeer het later opnieuw."
            response = HttpResponse(text, status=503, content_type="text/plain; charset=utf-8")
            response.headers["Retry-After"] = str(RETRY_SECONDS)
        response.headers["Cache-Control"] = CACHE_ASKED
        return response

    def get_object(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Subject:
        """What is asked for in the address."""
        query = results.known_filters(from_address(request.GET)).at(1)
        title = f"Nieuw over: {query.text}" if query.text else "Nieuw in het kenniscentrum"
        return Subject(title, search_feed_path(query), query)

    def title(self, subject: Subject) -> str:
        """What the feed is about."""
        return subject.title

    def link(self, subject: Subject) -> str:
        """The search itself."""
        return absolute(search_path(subject.query))

    def feed_url(self, subject: Subject) -> str:
        """This feed."""
        return absolute(subject.path)

    def items(self, subject: Subject) -> list[ContentPage]:
        """The pages found that are live and public at this moment, newest first."""
        query = replace(subject.query, sort="date", per_page=ENTRIES)
        ids = [hit.id for hit in results.run(query, backend()).hits]
        pages = {page.pk: page for page in ContentPage.objects.filter(pk__in=ids).live().public()}
        return [pages[pk] for pk in ids if pk in pages]


class ConceptFeed(SearchFeed):
    """The newest pages about a concept."""

    def get_object(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Subject:
        """The concept in the address.

        Raises:
            Concept.DoesNotExist: the feed is not there.
        """
        concept = Concept.objects.select_related("scheme").get(
            scheme__slug=kwargs["scheme"], slug=kwargs["slug"]
        )
        return Subject(f"Nieuw over: {concept.pref_label}", request.path, concept_query(concept))
