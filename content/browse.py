"""What a reader can browse: domains and themes with counts, newest pages, the pages of a concept."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.paginator import Paginator
from django.db.models import Case, Count, F, Max, Q, QuerySet, When
from django.urls import reverse
from wagtail.models import Page

from content.models import (
    AnswerPage,
    ArticlePage,
    Concept,
    ContentPage,
    Decision,
    ElementPage,
    FactsheetPage,
    PublicationPage,
    Tag,
)

HEADINGS: dict[type[ContentPage], str] = {  # in the order of a landing page
    ElementPage: "Werkzame elementen",
    FactsheetPage: "Factsheets",
    AnswerPage: "Vragen en antwoorden",
    ArticlePage: "Artikelen",
    PublicationPage: "Literatuur",
}
LANDING = {"domein": "domain", "thema": "theme"}


def active(tags: str = "") -> Q:
    """The tags that count: those that somebody accepted, and strong ones that nobody decided on. ``tags``: where they are,
    seen from the rows that are asked for, as in ``tags__``."""
    return Q(**{f"{tags}decision": Decision.ACCEPTED}) | Q(**{f"{tags}strong": True, f"{tags}decision": ""})


ACTIVE = active()
PER_PAGE = 20
NEWEST = {"answer": AnswerPage, "element": ElementPage}


@dataclass(frozen=True)
class Top:
    """A domain or theme with how many pages it has and the strongest evidence among them."""

    label: str
    slug: str
    url: str
    pages: int
    evidence_step: int
    evidence: str


@dataclass(frozen=True)
class Card:
    """A page in a list."""

    page: ContentPage
    type: str
    type_label: str
    evidence_step: int = 0
    evidence: str = ""
    tags: tuple[str, ...] = field(default=())


@dataclass(frozen=True)
class Group:
    """Pages of one type in a listing; ``pages`` counts those of the type on its other pages too."""

    heading: str
    pages: int
    cards: tuple[Card, ...]


@dataclass(frozen=True)
class Listing:
    """One page of a paginator, with its cards by type."""

    page: Any
    groups: tuple[Group, ...]


def concept_url(concept: Concept) -> str:
    """Where a concept is shown: the landing page of a top domain or theme, else its own permanent address."""
    landing = LANDING.get(concept.scheme.slug)
    if landing and concept.broader_id is None:
        return reverse(landing, args=[concept.slug])
    return concept.get_absolute_url()


def tops_with_counts(scheme: str) -> list[Top]:
    """The top concepts of a scheme in reading order, with counts of live, public pages."""
    public = Page.objects.live().public().values("pk")
    seen = active("tags__") & Q(tags__page__in=public)
    concepts = (
        Concept.objects.in_scheme(scheme)
        .tops()
        .select_related("scheme")
        .annotate(
            pages=Count("tags__page", filter=seen, distinct=True),
            step=Max("tags__page__elementpage__evidence__order", filter=seen),
        )
    )
    names = ladder()
    return [
        Top(c.pref_label, c.slug, concept_url(c), c.pages, c.step or 0, names.get(c.step or 0, ""))
        for c in concepts
    ]


def ladder() -> dict[int, str]:
    """Step → name of the evidence levels."""
    return dict(Concept.objects.in_scheme("bewijskracht").values_list("order", "pref_label"))


def newest(type_slug: str, count: int) -> list[Card]:
    """The newest live, public pages of a type."""
    pages = NEWEST[type_slug].objects.live().public().order_by("-published_on", "-first_published_at", "-pk")
    return cards(list(pages[:count]))


def pages_of(concept: Concept, number: str | None) -> Listing:
    """One page of the live, public pages tagged with a concept, by type, strongest evidence first.

    Args:
        concept: a domain or theme.
        number: of the page as it stands in an address; one that is not there gives the nearest that is.
    """
    ids = Tag.objects.filter(ACTIVE, concept=concept).values("page")
    found = ContentPage.objects.filter(pk__in=ids).live().public()
    types = ContentType.objects.get_for_models(*HEADINGS)
    order = Case(*(When(content_type=types[model], then=place) for place, model in enumerate(HEADINGS)))
    pages = found.order_by(order, F("elementpage__evidence__order").desc(nulls_last=True), "title", "pk")
    listing = paged(pages, number)
    counts = dict(
        found.order_by().values("content_type").annotate(n=Count("pk")).values_list("content_type", "n")
    )
    return Listing(
        listing,
        tuple(
            Group(HEADINGS[model], counts[types[model].pk], tuple(group))
            for model, group in groupby(listing.object_list, key=lambda card: card.page.specific_class)
        ),
    )


def cards(pages: Iterable[ContentPage]) -> list[Card]:
    """Pages as they stand in lists, with evidence and tags.

    Two queries for any number of pages, and one for the names of the levels where a page has one. A page needs not be
    a specific one: a list shows what all pages share.
    """
    found = list(pages)
    ids = [page.pk for page in found]
    labels: dict[int, list[str]] = defaultdict(list)
    tags = Tag.objects.filter(ACTIVE, page__in=ids).order_by("concept__scheme", "-score")
    for page_id, label in tags.values_list("page_id", "concept__pref_label"):
        labels[page_id].append(label)
    evidence = dict(
        ElementPage.objects.filter(pk__in=ids).values_list(
            "pk", "evidence__order"
        )  # 0 or None without a level
    )
    names = ladder() if any(evidence.values()) else {}
    return [
        Card(
            page,
            page.specific_class.type_slug,
            page.specific_class.type_label,
            evidence.get(page.pk) or 0,
            names.get(evidence.get(page.pk) or 0, ""),
            tuple(labels[page.pk][:3]),
        )
        for page in found
    ]


def paged(pages: QuerySet[ContentPage], number: str | None) -> Any:
    """One page of a paginator over pages in order, with its objects as cards; their bodies are not read.

    Args:
        pages: in the order of the list.
        number: as it stands in an address; one that is not there gives the nearest that is.
    """
    listing = Paginator(pages.defer("body"), PER_PAGE).get_page(number)
    listing.object_list = cards(listing.object_list)
    return listing
