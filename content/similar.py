"""Pages like a page, by the concepts both are about and the words by which that was seen."""

from dataclasses import dataclass

from django.db.models import Count, Sum

from content.browse import ACTIVE, Card, cards
from content.models import ContentPage, Tag

CANDIDATES = 24
MOST = 4
MOST_REASONS = 3
LABEL_WEIGHT = 0.5  # of a shared label, beside a shared concept


@dataclass(frozen=True)
class Similar:
    """A page like another one; ``about``: the concepts that both are about, in words."""

    card: Card
    about: tuple[str, ...]


def similar_pages(page: ContentPage, leave_out: set[int]) -> list[Similar]:
    """The live, public pages most like a page, best first; at most four.

    Args:
        page: a page with tags.
        leave_out: pages that are named beside it already.
    """
    own = {tag.concept_id: tag for tag in page.tags.filter(ACTIVE).select_related("concept")}
    candidates = (
        ContentPage.objects.live()
        .public()
        .exclude(pk__in={page.pk, *leave_out})
        .filter(pk__in=Tag.objects.filter(ACTIVE, concept__in=own).values("page"))
    )
    nearest = (
        Tag.objects.filter(ACTIVE, concept__in=own, page__in=candidates.values("pk"))
        .values("page")
        .annotate(shared=Count("concept"), strength=Sum("score"))
        .order_by("-shared", "-strength", "page")
    )
    shared: dict[int, list[Tag]] = {row["page"]: [] for row in nearest[:CANDIDATES]}
    for tag in Tag.objects.filter(ACTIVE, concept__in=own, page__in=shared).select_related("concept"):
        shared[tag.page_id].append(tag)
    ranked = sorted(shared, key=lambda pk: (-sum(_likeness(own[t.concept_id], t) for t in shared[pk]), pk))
    chosen = ContentPage.objects.filter(pk__in=ranked[:MOST]).defer("body").in_bulk()
    return [
        Similar(card, _reasons(shared[card.page.pk])) for card in cards(chosen[pk] for pk in ranked[:MOST])
    ]


def _likeness(own: Tag, other: Tag) -> float:
    labels = {item["label"] for item in own.evidence} & {item["label"] for item in other.evidence}
    return own.score * other.score + LABEL_WEIGHT * len(labels)


def _reasons(shared: list[Tag]) -> tuple[str, ...]:
    strongest = sorted(shared, key=lambda tag: -tag.score)[:MOST_REASONS]
    return tuple(tag.concept.pref_label for tag in strongest)
