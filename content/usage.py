"""Where concepts are used: as tag, as evidence under a broader tag, by decision, or in a field of a page."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from content.models import Concept, ContentPage, Label, Tag, TagDecision


def pages_by_concept(concepts: Iterable[Concept]) -> dict[int, set[int]]:
    """Primary key of each concept → ids of the live pages that are found by it.

    A narrower concept is never a tag itself: it counts where one of its labels is evidence for a tag.
    """
    wanted = {concept.pk: concept for concept in concepts}
    found: dict[int, set[int]] = {pk: set() for pk in wanted}
    live = set(ContentPage.objects.live().values_list("pk", flat=True))
    for pk, page in Tag.objects.active().filter(concept__in=wanted).values_list("concept_id", "page_id"):
        found[pk].add(page)
    for pk, page in _in_fields(list(wanted)):
        found[pk].add(page)
    for pk, page in _as_evidence([c for c in wanted.values() if c.broader_id]):
        found[pk].add(page)
    return {pk: pages & live for pk, pages in found.items()}


def touched_pages(concept: Concept) -> set[int]:
    """The ids of all pages, live or not, that a change of this concept may touch: tags, decisions, evidence, fields."""
    pages = set(Tag.objects.filter(concept=concept).values_list("page_id", flat=True))
    pages |= set(TagDecision.objects.filter(concept=concept).values_list("page_id", flat=True))
    pages |= {page for _, page in (*_in_fields([concept.pk]), *_as_evidence([concept]))}
    return pages


def pages_with_label(concept: Concept, texts: Iterable[str]) -> set[int]:
    """The ids of the pages where one of these labels is evidence, in the concept's scheme."""
    wanted = set(texts)
    tags = Tag.objects.filter(concept__scheme=concept.scheme_id).values_list("page_id", "evidence")
    return {page for page, evidence in tags if wanted & {item["label"] for item in evidence}}


def page_fields() -> list[Any]:
    """The fields of page models that name concepts, to one or to many."""
    relations = Concept._meta.get_fields(include_hidden=True)
    return [
        relation.field
        for relation in relations
        if relation.auto_created and relation.is_relation and issubclass(relation.related_model, ContentPage)
    ]


def listed(page_ids: Iterable[int]) -> QuerySet[ContentPage]:
    """The pages by title, for a list in the admin."""
    return ContentPage.objects.filter(pk__in=list(page_ids)).order_by("title")


def _as_evidence(concepts: list[Concept]) -> list[tuple[int, int]]:
    """(concept, page) for each page where a label of the concept is evidence."""
    by_label: dict[tuple[int, str], int] = {}
    pks = [concept.pk for concept in concepts]
    for concept in concepts:
        by_label[concept.scheme_id, concept.pref_label] = concept.pk
    labels = Label.objects.filter(concept__in=pks).values_list("concept__scheme_id", "text", "concept_id")
    by_label |= {(scheme, text): pk for scheme, text, pk in labels}
    schemes = {concept.scheme_id for concept in concepts}
    tags = Tag.objects.filter(concept__scheme__in=schemes)
    found = set()
    for scheme, page, evidence in tags.values_list("concept__scheme_id", "page_id", "evidence"):
        for item in evidence:
            pk = by_label.get((scheme, item["label"]))
            if pk is not None:
                found.add((pk, page))
    return sorted(found)


def _in_fields(pks: list[int]) -> list[tuple[int, int]]:
    """(concept, page) for each field of a page that names a concept, such as *voor wie* and *bewijskracht*."""
    found: dict[int, set[int]] = defaultdict(set)
    for field in page_fields():
        rows = field.model._default_manager.filter(**{f"{field.name}__in": pks})
        for pk, page in rows.values_list(field.name, "pk"):
            found[pk].add(page)
    wanted = set(pks)
    return [(pk, page) for pk, pages in found.items() for page in pages if pk in wanted]
