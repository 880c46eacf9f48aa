"""What askers hear of the handling: each asker once, also those whose question was merged with this one."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from content.models import Contact, Question
from content.questions.asker import mail_asker


def askers(question: Question) -> list[Question]:
    """The question and those merged with it: each has its own asker."""
    return [question, *question.duplicates.all()]


def answered(question: Question) -> None:
    """Tell every asker who was not told of it yet where the published answer is. Safe to repeat."""
    page = question.answer_page
    untold = Contact.objects.filter(
        _not_told_of(page.pk), Q(question=question) | Q(question__duplicate_of=question)
    )
    for contact in untold.select_related("question"):
        mail_asker(
            contact.question,
            step=f"answered-{page.pk}",
            template="question_answered",
            context={
                "title": page.title,
                "answer_path": page.url,
                "may_publish": contact.question.may_publish,
            },
        )
        contact.told_of = page
        contact.save(update_fields=["told_of"])


def with_untold_askers(questions: QuerySet[Question]) -> QuerySet[Question]:
    """Those of some questions whose own asker, or that of one merged with it, was not told of its answer page yet."""
    untold = Contact.objects.filter(
        _not_told_of(OuterRef("answer_page")),
        Q(question=OuterRef("pk")) | Q(question__duplicate_of=OuterRef("pk")),
    )
    return questions.filter(Exists(untold))


def _not_told_of(page: object) -> Q:
    """Contacts with a confirmed address that did not hear of a page."""
    return Q(confirmed_at__isnull=False) & (Q(told_of=None) | ~Q(told_of=page))


def declined(question: Question, message: str) -> None:
    """Tell every asker that there comes no answer, why, and what the handler wrote about it."""
    turn = question.events.count()  # a question taken up again may be declined again
    for asked in askers(question):
        mail_asker(
            asked,
            step=f"declined-{turn}",
            template="question_declined",
            context={"reason": question.get_decline_reason_display(), "message": message},
        )
