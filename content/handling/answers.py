"""From a question to its answer page: the wording, the draft made of it, and what may go along."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Count, Q, QuerySet
from django.utils.html import escape
from wagtail.log_actions import log

from content import structure, tagging
from content.handling import publishing
from content.handling.steps import StepRefused, take
from content.models import (
    AnswerPage,
    Concept,
    ContentPage,
    Decision,
    PublicationPage,
    Question,
    RelatedPage,
    SourceReference,
    TagDecision,
)
from content.nlp.tagging import TextField
from content.questions.knowledge import known_about

MOST_SOURCES = 8  # proposed for an answer
PAGE_TYPE = "answer"
NOT_ALLOWED = (
    "De vragensteller wil niet dat deze vraag op de site komt. Antwoord met een pagina die er al is, of schrijf een "
    "antwoord dat niet van deze vraag komt."
)


@dataclass(frozen=True)
class Proposed:
    """What may go along with an answer: publications, and pages about the same."""

    sources: QuerySet[PublicationPage]
    related: QuerySet[ContentPage]


def propose_pages(question: Question) -> Proposed:
    """What the pages that come near a question's answer suggest for the answer itself."""
    near = [known.page_id for known in known_about(question.wording or question.question)]
    of_these = Q(pk__in=near) | Q(cited_by__page__in=near)
    ranked = (
        PublicationPage.objects.live()
        .public()
        .filter(of_these)
        .annotate(times=Count("cited_by", filter=Q(cited_by__page__in=near)))
        .order_by("-times", "title")
        .values_list("pk", flat=True)
    )
    related = ContentPage.objects.live().public().filter(pk__in=near).not_type(PublicationPage)
    return Proposed(PublicationPage.objects.filter(pk__in=list(ranked[:MOST_SOURCES])), related)


def set_wording(question: Question, by: Any, wording: str, context: str) -> None:
    """Keep the wording that an editor read and confirmed.

    Raises:
        StepRefused: the question stands elsewhere by now.
    """
    take(question, "word", by=by, wording=wording, wording_context=context, wording_by=by)


@transaction.atomic
def make(
    question: Question,
    by: Any,
    *,
    wording: tuple[str, str],
    sources: Iterable[PublicationPage] = (),
    related: Iterable[ContentPage] = (),
) -> AnswerPage:
    """Make the draft of an answer in a confirmed wording. Nothing of the asker's own words goes into it.

    Args:
        wording: title and situation, read and confirmed by an editor.

    Raises:
        StepRefused: the question stands elsewhere by now, has an answer page already, or its asker did not allow it.
    """
    if not question.may_publish:
        raise StepRefused(NOT_ALLOWED)
    title, context = wording
    row = take(question, "draft", by=by, wording=title, wording_context=context, wording_by=by)
    if row.answer_page_id:
        raise StepRefused("Iemand maakte al een antwoordpagina bij deze vraag.")
    page = AnswerPage(title=title, live=False, owner=by, body=_situation(context))
    page.sources = [SourceReference(publication=source) for source in sources]
    page.related_pages = [RelatedPage(target=target) for target in related]
    page.tag_decisions = _proposed_tags(title, context)
    structure.overview(PAGE_TYPE).add_child(instance=page)
    log(instance=page, action="wagtail.create", user=by)
    page.save_revision(user=by, log_action=True)
    _keep(question, page)
    return page


@transaction.atomic
def link(question: Question, by: Any, page: AnswerPage) -> None:
    """Let a page that is there answer a question; where it is published, the askers hear so at once.

    Raises:
        StepRefused: the question stands elsewhere by now.
    """
    take(question, "draft", by=by, detail="met een pagina die er al is")
    _keep(question, page)
    publishing.settle(page)


def _keep(question: Question, page: AnswerPage) -> None:
    question.answer_page = page
    question.save(update_fields=["answer_page"])


def _situation(context: str) -> list[tuple[str, str]]:
    paragraphs = [f"<p>{escape(line)}</p>" for line in context.splitlines() if line.strip()]
    return [("text", "<h3>Situatie</h3>" + "".join(paragraphs))] if paragraphs else []


def _proposed_tags(title: str, context: str) -> list[TagDecision]:
    """The strong tags of the wording as decisions; the editor sees and changes them in the page."""
    fields = [TextField(name, text) for name, text in (("title", title), ("body", context)) if text]
    strong = [tag for tag in tagging.pipeline().tag(fields) if tag.strong]
    wanted = Q(pk__in=[])
    for tag in strong:
        wanted |= Q(scheme__slug=tag.scheme, slug=tag.concept)
    return [
        TagDecision(concept=concept, decision=Decision.ACCEPTED)
        for concept in Concept.objects.filter(wanted, broader=None)
    ]
