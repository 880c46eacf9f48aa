"""What askers hear of the handling: each asker once, also those whose question was merged with this one."""

from content.models import Question
from content.questions.asker import mail_asker


def askers(question: Question) -> list[Question]:
    """The question and those merged with it: each has its own asker."""
    return [question, *question.duplicates.all()]


def answered(question: Question) -> None:
    """Tell every asker where the published answer is. Safe to repeat: an asker hears it once."""
    page = question.answer_page
    for asked in askers(question):
        mail_asker(
            asked,
            step="answered",
            template="question_answered",
            context={"title": page.title, "answer_path": page.url},
        )


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
