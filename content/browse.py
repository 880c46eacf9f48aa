"""What a reader can browse: domains and themes with counts, newest pages, the pages of a concept."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Max, Q
from django.urls import reverse
from wagtail.models import Page

from content.models import Concept, ContentPage, Decision, ElementPage, Tag
from content.models.answers import AnswerPage

TYPE_ORDER = ("element", "factsheet", "answer", "article", "publication")
TYPE_HEADINGS = {
    "element": "Werkzame elementen",
    "factsheet": "Factsheets",
    "answer": "Vragen en antwoorden",
    "article": "Artikelen",
    "publication": "Literatuur",
}
LANDING = {"domein": "domain", "thema": "theme"}
ACTIVE = Q(decision=Decision.ACCEPTED) | Q(strong=True, decision="")
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


def concept_url(concept: Concept) -> str:
    """Where a concept is shown: the landing page of a top domain or theme, else its own permanent address."""
    landing = LANDING.get(concept.scheme.slug)
    if landing and concept.broader_id is None:
        return reverse(landing, args=[concept.slug])
    return concept.get_absolute_url()


def tops_with_counts(scheme: str) -> list[Top]:
    """The top concepts of a scheme in reading order, with counts of live, public pages."""
    public = Page.objects.live().public().values("pk")
    active = Q(tags__decision=Decision.ACCEPTED) | Q(tags__strong=True, tags__decision="")
    seen = active & Q(tags__page__in=public)
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


def pages_of(concept: Concept) -> list[tuple[str, list[Card]]]:
    """The live, public pages tagged with a concept, as (heading, cards) by type; strongest evidence first."""
    ids = Tag.objects.filter(ACTIVE, concept=concept).values("page")
    pages = ContentPage.objects.filter(pk__in=ids).live().public().specific()
    by_type: dict[str, list[Card]] = defaultdict(list)
    for card in cards(list(pages)):
        by_type[card.type].append(card)
    return [
        (TYPE_HEADINGS[kind], sorted(by_type[kind], key=lambda card: (-card.evidence_step, card.page.title)))
        for kind in TYPE_ORDER
        if by_type[kind]
    ]


def cards(pages: Iterable[ContentPage]) -> list[Card]:
    """Pages as they stand in lists, with evidence and tags; two queries for any number of pages."""
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
            page.type_slug,
            page.type_label,
            evidence.get(page.pk) or 0,
            names.get(evidence.get(page.pk) or 0, ""),
            tuple(labels[page.pk][:3]),
        )
        for page in found
    ]


def with_cards(listing: Any) -> Any:
    """A page of a paginator with its objects as cards."""
    listing.object_list = cards(page.specific for page in listing.object_list)
    return listing
