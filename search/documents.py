"""A live, public page as a document."""

import datetime
from collections.abc import Iterable, Iterator

from content import vocabulary
from content.models import ContentPage, Tag
from content.nlp.vocabulary import Vocabulary
from search.backends.base import Document
from search.fields import FACETS, TEXT_PARTS
from search.mentions import mentions
from search.narrower import narrower

EPOCH = datetime.date(1970, 1, 1)
BATCH = 200
TAG_FACETS = {"domein": "domain", "thema": "theme"}


def public_pages() -> Iterable[int]:
    """The ids of the pages that may be found: live, and not behind a view restriction of their own or above them."""
    return ContentPage.objects.live().public().values_list("pk", flat=True)


def documents(page_ids: Iterable[int]) -> Iterator[Document]:
    """The documents of those pages that may be found, read in batches; the others are left out."""
    wanted = list(page_ids)
    for start in range(0, len(wanted), BATCH):
        batch = wanted[start : start + BATCH]
        pages = (
            ContentPage.objects.filter(pk__in=batch).live().public().prefetch_related("audience").specific()
        )
        words = vocabulary.current()
        tags = _tags(batch, words)
        for page in pages:
            if page.type_slug:
                yield _document(page, tags.get(page.pk, {}), words)


def _document(page: ContentPage, tags: dict[str, tuple[str, ...]], words: Vocabulary) -> Document:
    texts = {field.name: field.text for field in page.text_fields()}
    if page.searched_as:
        texts["searched_as"] = page.searched_as
    facets = {**page.facet_values(), **tags}
    date = page.first_date()
    return Document(
        id=page.pk,
        type=page.type_slug,
        slug=page.slug,
        title=page.title,
        url=page.get_url() or "",
        summary=page.summary,
        texts=texts,
        mentions={part.name: mentions(part.text_of(texts), words) for part in TEXT_PARTS},
        facets={facet.key: tuple(facets.get(facet.key, ())) for facet in FACETS},
        date=(date - EPOCH).days if date else 0,
        evidence=getattr(page, "evidence_order", int)(),
    )


def _tags(page_ids: list[int], words: Vocabulary) -> dict[int, dict[str, tuple[str, ...]]]:
    """Page → facet → the concepts of its tags, each with what narrower concepts the tag was found by."""
    rows = (
        Tag.objects.active()
        .filter(page_id__in=page_ids)
        .values_list("page_id", "concept__scheme__slug", "concept__slug", "evidence")
    )
    found: dict[int, dict[str, tuple[str, ...]]] = {}
    for page_id, scheme, slug, evidence in rows:
        facet = TAG_FACETS.get(scheme)
        if facet:
            values = found.setdefault(page_id, {})
            own = (slug, *narrower(words, scheme, slug, evidence))
            values[facet] = (*values.get(facet, ()), *own)
    return found
