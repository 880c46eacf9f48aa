"""Which tags an editor should look at: those that nobody decided on, the weakest evidence first."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from wagtail.permission_policies.pages import PagePermissionPolicy

from content.models import DecisionItem, Tag, TagDecision
from content.passages import Passage, evidence_passages
from content.tag_words import strength
from content.vocabulary import TAGGED_SCHEMES

LITTLE = 0.45  # score below which evidence is weak
PASSAGES = 3
WEAK_FIRST, BY_CONCEPT, STRONG_FIRST = "zwak", "begrip", "sterk"
ORDERS = {
    WEAK_FIRST: ("score", "pk"),
    BY_CONCEPT: ("concept__scheme__slug", "concept__pref_label", "score", "pk"),
    STRONG_FIRST: ("-score", "pk"),
}


@dataclass(frozen=True)
class Row:
    """A tag to decide on, with its strength in words and its sentences."""

    tag: Tag
    strength: str
    passages: tuple[Passage, ...]


def waiting(user: Any) -> QuerySet[Tag]:
    """Tags that the machine found and nobody decided on, on live pages that the user may edit.

    What a writer proposed and still waits in a draft counts as decided.
    """
    pages = PagePermissionPolicy().instances_user_has_permission_for(user, "change")
    about = {"page": OuterRef("page"), "concept": OuterRef("concept")}
    decided = TagDecision.objects.filter(**about)
    proposed = DecisionItem.objects.filter(
        **about, proposed=True, batch__undone_at=None, page__has_unpublished_changes=True
    )
    return Tag.objects.filter(
        ~Exists(decided),
        ~Exists(proposed),
        page__live=True,
        page__in=pages.values("pk"),
        origin=Tag.Origin.MACHINE,
        concept__deprecated=False,
        concept__scheme__slug__in=TAGGED_SCHEMES,
    )


def weak(tags: QuerySet[Tag]) -> QuerySet[Tag]:
    """Those that count on little evidence."""
    return tags.filter(strong=True, score__lt=LITTLE)


def rows(tags: QuerySet[Tag] | list[Tag]) -> list[Row]:
    """The tags with what a list shows of them. Each needs ``page.tagged_text`` and ``concept`` at hand."""
    return [Row(tag, strength(tag.score), kept_passages(tag)) for tag in tags]


def kept_passages(tag: Tag) -> tuple[Passage, ...]:
    """The sentences that are a tag's evidence, from the text that was kept when it was tagged."""
    kept = getattr(tag.page, "tagged_text", None)
    texts = dict(kept.pieces) if kept else {}
    return evidence_passages(tag.evidence, texts)[:PASSAGES]
