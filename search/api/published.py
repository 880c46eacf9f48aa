"""Published pages and concepts in the shapes of the API. Only what is live and public comes out."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from wagtail.models import Page

from content import browse
from content.addresses import absolute
from content.citations import reference_text
from content.models import Concept, ContentPage, PublicationPage, Tag
from search.addresses import concept_query
from search.api import schemas

TEXT_FIELDS = ("key", "body")
CONCEPT_NEEDS = ("scheme", "replaced_by__scheme")  # at hand for a concept in a list


def page_address(page_id: int) -> str:
    """Where a page is in this API."""
    return absolute(reverse("api-1:page", args=[page_id]))


def public_ids(page_ids: Iterable[int]) -> set[int]:
    """Those of the pages that are live and public at this moment."""
    return set(Page.objects.filter(pk__in=list(page_ids)).live().public().values_list("pk", flat=True))


def items(pages: Iterable[ContentPage]) -> list[schemas.PageItem]:
    """Pages as they stand in lists."""
    return [schemas.PageItem(**_item(card)) for card in browse.cards(pages)]


def detail(page: ContentPage) -> schemas.PageDetail:
    """A specific page with everything the reader sees."""
    card = browse.cards([page])[0]
    texts = {field.name: field.text for field in page.text_fields()}
    values = _item(card)
    if values["evidence"]:
        values["evidence"].reason = getattr(page, "evidence_reason", "")
    return schemas.PageDetail(
        **values,
        text="\n".join(texts[name] for name in TEXT_FIELDS if name in texts),
        editor=page.editor,
        review_date=page.review_date,
        facets={key: list(found) for key, found in page.facet_values().items() if found},
        tags=[_tag(tag) for tag in page.active_tags()],
        sources=_sources(page),
        related=_related(page),
        reference=reference_text(page) if isinstance(page, PublicationPage) else "",
    )


def _item(card: browse.Card) -> dict[str, Any]:
    page = card.page
    return {
        "id": page.pk,
        "type": card.type,
        "type_label": card.type_label,
        "title": page.title,
        "summary": page.summary,
        "url": absolute(page.get_url() or "/"),
        "api_url": page_address(page.pk),
        "published_on": page.first_date(),
        "modified_at": page.last_published_at,
        "evidence": schemas.Evidence(step=card.evidence_step, label=card.evidence)
        if card.evidence_step
        else None,
    }


def _tag(tag: Tag) -> schemas.PageTag:
    concept = tag.concept
    return schemas.PageTag(
        scheme=concept.scheme.slug,
        slug=concept.slug,
        label=concept.pref_label,
        url=absolute(concept.get_absolute_url()),
        score=round(tag.score, 3),
        origin=tag.origin,
    )


def _sources(page: ContentPage) -> list[schemas.Source]:
    return [
        schemas.Source(
            id=ref.publication_id,
            reference=reference_text(ref.publication),
            locator=ref.locator,
            doi=ref.publication.doi,
            source_url=ref.publication.source_url,
            url=absolute(ref.publication.get_url() or "/"),
            api_url=page_address(ref.publication_id),
        )
        for ref in page.source_list()
    ]


def _related(page: ContentPage) -> list[schemas.Related]:
    return [
        schemas.Related(
            id=other.pk,
            title=other.title,
            url=absolute(other.get_url() or "/"),
            api_url=page_address(other.pk),
        )
        for other in page.related_list()
    ]


def concept_item(concept: Concept) -> schemas.ConceptItem:
    """A concept as it stands in lists; needs its scheme and what replaced it at hand (see ``CONCEPT_NEEDS``)."""
    return schemas.ConceptItem(**_concept(concept))


def concept_detail(concept: Concept) -> schemas.ConceptDetail:
    """A concept with its labels and its place in the scheme.

    Hidden labels stay hidden: they are misspellings and words that the centre would not use itself.
    """
    related = {
        *concept.related.select_related(*CONCEPT_NEEDS),
        *Concept.objects.filter(related=concept).select_related(*CONCEPT_NEEDS),
    }
    return schemas.ConceptDetail(
        **_concept(concept),
        alternatives=[label.text for label in concept.label_set.all() if label.kind == "alt"],
        scope_note=concept.scope_note,
        broader=concept_item(concept.broader) if concept.broader else None,
        narrower=[concept_item(item) for item in concept.narrower.select_related(*CONCEPT_NEEDS)],
        related=[concept_item(item) for item in sorted(related, key=str)],
        search_url=absolute(f"{reverse('api-1:search')}?{concept_query(concept).querystring}"),
        feed_url=absolute(reverse("concept-feed", args=[concept.scheme.slug, concept.slug])),
    )


def _concept(concept: Concept) -> dict[str, Any]:
    scheme = concept.scheme.slug
    return {
        "scheme": scheme,
        "slug": concept.slug,
        "label": concept.pref_label,
        "definition": concept.definition,
        "url": absolute(concept.get_absolute_url()),
        "api_url": absolute(reverse("api-1:concept", args=[scheme, concept.slug])),
        "deprecated": concept.deprecated,
        "replaced_by": absolute(concept.replaced_by.get_absolute_url()) if concept.replaced_by else None,
    }
