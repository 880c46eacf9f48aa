"""Steps that end or join the handling of a question without an answer page: decline, reopen, merge, separate."""

from typing import Any

from django.db import transaction

from content.handling import telling
from content.handling.steps import StepRefused, take
from content.models import DeclineReason, Question


@transaction.atomic
def decline(question: Question, by: Any, reason: str, message: str) -> None:
    """Take a question out of handling, with a reason, and tell its askers.

    Args:
        message: what the askers read, screened.

    Raises:
        StepRefused: it stands elsewhere by now.
    """
    label = DeclineReason(reason).label
    row = take(question, "decline", by=by, detail=label, decline_reason=reason, answer_page=None)
    telling.declined(row, message)


@transaction.atomic
def reopen(question: Question, by: Any) -> None:
    """Take a declined question up again.

    Raises:
        StepRefused: it stands elsewhere by now.
    """
    take(question, "reopen", by=by, decline_reason="", assigned_to=by)


@transaction.atomic
def merge(question: Question, into: Question, by: Any) -> None:
    """Join a question to another one, so that its askers get the same answer; what was joined to it goes along.

    Raises:
        StepRefused: one of them stands elsewhere by now.
    """
    target = Question.objects.select_for_update().get(pk=into.pk)
    if target.pk == question.pk or target.status in (Question.Status.DUPLICATE, Question.Status.DECLINED):
        raise StepRefused(f"Met {target.reference} kan niet meer worden samengevoegd.")
    take(question, "merge", by=by, detail=f"met {target.reference}", duplicate_of=target)
    question.duplicates.update(duplicate_of=target)
    if target.status == Question.Status.PUBLISHED:
        telling.answered(target)


@transaction.atomic
def separate(question: Question, by: Any) -> None:
    """Make a question that was merged stand on its own again.

    Raises:
        StepRefused: it stands elsewhere by now.
    """
    other = question.duplicate_of
    take(question, "separate", by=by, detail=f"van {other.reference}" if other else "", duplicate_of=None)
