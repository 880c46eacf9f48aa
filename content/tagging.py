"""Tagging a page: what the pipeline finds in its text, merged with what editors decided."""

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet

from content import learning, signals, thresholds, vocabulary
from content.models import Concept, ContentPage, Decision, PageText, Tag, TagRun
from content.nlp.learned import LearnedModel
from content.nlp.pipeline import Pipeline, build_pipeline
from content.nlp.tagging import TagScore, TextField
from content.nlp.thresholds import Thresholds
from content.nlp.vocabulary import Vocabulary
from content.steering.stems import stems_of


@lru_cache(maxsize=1)
def _built(words: Vocabulary, learned: LearnedModel | None, limits: Thresholds) -> Pipeline:
    return build_pipeline(words, learned=learned, limits=limits)


def pipeline() -> Pipeline:
    """The tagging pipeline for the present vocabulary, learned model and thresholds, built once per change of them."""
    return _built(vocabulary.current(), learning.present_model(), thresholds.read())


def tag_page(page: ContentPage) -> list[Tag]:
    """Tag a page's present text and store the result beside the editors' decisions.

    Only the storing is a transaction: editors who save do not wait for the reading of a text.

    Args:
        page: a specific page, as published.

    Returns:
        All its tags, strongest first; a concept that an editor decided on is among them whether found or not.
    """
    tagger = pipeline()
    pieces = page.text_fields()
    found = {(tag.scheme, tag.concept): tag for tag in tagger.tag(pieces)}
    with transaction.atomic():
        tags = _store(page, found, tagger.version)
        keep_text(page.pk, pieces)
        TagRun.objects.update_or_create(page=page, defaults={"pipeline": tagger.version})
    return sorted(tags, key=lambda tag: -tag.score)


def _store(page: ContentPage, found: dict[tuple[str, str], TagScore], version: str) -> list[Tag]:
    """Put what was found and what editors decided in the place of the tags that the page had."""
    decisions = decisions_about(page)
    Tag.objects.filter(page=page).delete()
    tags = [
        _tag(page, concept, found.get((concept.scheme.slug, concept.slug)), decisions, version)
        for concept in _concerned(found.keys(), decisions.keys())
    ]
    return Tag.objects.bulk_create(tags)


def keep_text(page_id: int, pieces: Iterable[TextField]) -> None:
    """Keep the text that a page was tagged by, for previews and lists."""
    texts = tuple(pieces)
    kept = {"pieces": [[piece.name, piece.text] for piece in texts], "stems": stems_of(texts)}
    PageText.objects.update_or_create(page_id=page_id, defaults=kept)


def forget_text(sender: Any, instance: Any, **kwargs: Any) -> None:
    """A page that is no longer public leaves no text behind (receives ``page_unpublished``)."""
    PageText.objects.filter(page_id=instance.pk).delete()


def decisions_about(page: ContentPage) -> dict[int, str]:
    """Concept → decision; a decision about a concept that was merged (in an old draft) is one about its successor."""
    rows = list(
        page.tag_decisions.values_list("concept_id", "decision", "concept__merged", "concept__replaced_by_id")
    )
    own = {concept: decision for concept, decision, merged, _ in rows if not merged}
    inherited = {successor: decision for _, decision, merged, successor in rows if merged}
    return inherited | own


def _concerned(found: Iterable[tuple[str, str]], decided: Iterable[int]) -> QuerySet[Concept]:
    """The concepts that were found or decided on, with their schemes; never the whole vocabulary."""
    wanted = Q(pk__in=list(decided), scheme__slug__in=vocabulary.TAGGED_SCHEMES)
    slugs: dict[str, list[str]] = defaultdict(list)
    for scheme, slug in found:
        slugs[scheme].append(slug)
    for scheme, names in slugs.items():
        wanted |= Q(scheme__slug=scheme, slug__in=names)
    return Concept.objects.filter(wanted).select_related("scheme")


def _tag(
    page: ContentPage, concept: Concept, found: TagScore | None, decisions: dict[int, str], version: str
) -> Tag:
    decision = decisions.get(concept.pk, "")
    return Tag(
        page=page,
        concept=concept,
        score=found.score if found else (1.0 if decision == Decision.ACCEPTED else 0.0),
        strong=bool(found and found.strong),
        origin=Tag.Origin.MACHINE if found else Tag.Origin.EDITOR,
        source=found.source if found else "",
        decision=decision,
        evidence=[evidence_json(item) for item in found.evidence] if found else [],
        pipeline=version,
    )


def evidence_json(item: object) -> dict[str, object]:
    """An evidence span as stored: field, start and end (characters in that field), text, label, match."""
    return {name: getattr(item, name) for name in ("field", "start", "end", "text", "label", "match")}


@transaction.atomic
def announce_due_pages() -> int:
    """Announce the live pages that must be tagged again: not by the present pipeline, or their text was not kept.

    Returns:
        How many pages were announced.
    """
    due = ContentPage.objects.live().exclude(tag_run__pipeline=pipeline().version, tagged_text__isnull=False)
    ids = set(due.values_list("pk", flat=True))
    if ids:
        signals.content_changed.send(sender=None, page_ids=ids)
    return len(ids)
