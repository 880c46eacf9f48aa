"""What can be followed, as the pages and mails name it."""

from dataclasses import dataclass, field
from typing import Any

from django.http import QueryDict
from django.urls import reverse

from content.addresses import code_of
from content.browse import concept_url
from content.following import searches
from content.models import Concept, ContentPage, Follow


@dataclass(frozen=True, slots=True)
class Subject:
    """A page, a concept or a search.

    Attributes:
        what: the kind, as in *U volgt de pagina …*.
        label: its name.
        path: where it is shown.
        feed: where its Atom feed is.
        key: the fields of ``Follow`` that say which it is.
        typed: whether its name was typed by somebody. Then it stands in no mail to an address that confirmed nothing yet.
    """

    what: str
    label: str
    path: str
    feed: str
    key: dict[str, Any] = field(hash=False)
    typed: bool = False


def of_page(page: ContentPage) -> Subject:
    """A page as something to follow."""
    feed = reverse("page-feed", args=[code_of(page.pk)])
    return Subject("de pagina", page.title, page.get_url() or "/", feed, {"page_id": page.pk})


def of_concept(concept: Concept) -> Subject:
    """A concept as something to follow; of one that was merged, its successor."""
    used = in_use(concept)
    feed = reverse("concept-feed", args=[used.scheme.slug, used.slug])
    return Subject("het onderwerp", used.pref_label, concept_url(used), feed, {"concept_id": used.pk})


def in_use(concept: Concept) -> Concept:
    """The concept, or its successor where it was merged."""
    return concept.replaced_by if concept.merged and concept.replaced_by else concept


def of_search(params: QueryDict) -> Subject | None:
    """The search in an address as something to follow; None where there is none."""
    search = searches.described(params)
    if search is None:
        return None
    path, feed = (f"{reverse(name)}?{search.querystring}" for name in ("search", "search-feed"))
    return Subject("de zoekvraag", search.label, path, feed, {"search": search.querystring}, typed=True)


def of_follow(follow: Follow) -> Subject | None:
    """What somebody follows; None where it is gone, or cannot be shown to everybody now."""
    if follow.page_id:
        page = ContentPage.objects.live().public().filter(pk=follow.page_id).first()
        return of_page(page) if page else None
    if follow.concept_id:
        return of_concept(follow.concept)
    return of_search(QueryDict(follow.search))
