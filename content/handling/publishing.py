"""What publishing and taking down an answer means for its questions, and who hears of it."""

from typing import Any

from django.db import transaction
from django.db.models import Q
from django.db.models.signals import pre_delete
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished, workflow_rejected

from content.handling import telling
from content.handling.steps import DRAFTED, PUBLISHED, WAITING, Actor, take
from content.models import AnswerPage, Question


def connect() -> None:
    """Listen for what happens to answer pages, and to questions that others were merged with."""
    page_published.connect(_published, sender=AnswerPage, dispatch_uid="handling-published")
    page_unpublished.connect(_unpublished, sender=AnswerPage, dispatch_uid="handling-unpublished")
    workflow_rejected.connect(_rejected, dispatch_uid="handling-rejected")
    pre_delete.connect(_page_deleted, sender=AnswerPage, dispatch_uid="handling-page-deleted")
    pre_delete.connect(_question_deleted, sender=Question, dispatch_uid="handling-question-deleted")


@transaction.atomic
def settle(page: AnswerPage) -> None:
    """Set the questions of a page that everybody can read to answered, and tell their askers. Safe to repeat."""
    if not AnswerPage.objects.live().public().filter(pk=page.pk).exists():
        return
    for question in Question.objects.filter(answer_page=page, status__in=(*WAITING, PUBLISHED)):
        if question.status != PUBLISHED:
            take(question, "publish", actor=Actor.SITE)
        telling.answered(question)


def settle_all() -> None:
    """Settle what a crash cut off, and askers who confirmed their address afterwards. Two queries where all is settled."""
    cut_off = Question.objects.filter(status__in=WAITING)
    untold = telling.with_untold_askers(Question.objects.filter(status=PUBLISHED))
    pages = [rows.exclude(answer_page=None).values("answer_page") for rows in (cut_off, untold)]
    for page in AnswerPage.objects.live().public().filter(Q(pk__in=pages[0]) | Q(pk__in=pages[1])):
        settle(page)


def _published(sender: Any, instance: AnswerPage, **kwargs: Any) -> None:
    settle(instance)


def _unpublished(sender: Any, instance: AnswerPage, **kwargs: Any) -> None:
    for question in Question.objects.filter(answer_page=instance, status=PUBLISHED):
        take(question, "unpublish", actor=Actor.SITE)


def _rejected(sender: Any, instance: Any, **kwargs: Any) -> None:
    if issubclass(instance.content_type.model_class(), Page):
        for question in Question.objects.filter(answer_page_id=instance.object_id, status=DRAFTED):
            take(question, "send back", actor=Actor.SITE)


def _page_deleted(sender: Any, instance: AnswerPage, **kwargs: Any) -> None:
    for question in Question.objects.filter(answer_page=instance, status__in=(DRAFTED, PUBLISHED)):
        take(question, "lose", actor=Actor.SITE, answer_page=None)


def _question_deleted(sender: Any, instance: Question, **kwargs: Any) -> None:
    """Questions merged with one that is erased stand on their own again, with the answer where there is one."""
    for question in instance.duplicates.all():
        take(question, "separate", actor=Actor.SITE, duplicate_of=None, answer_page=instance.answer_page)
        if instance.answer_page:
            settle(instance.answer_page)
