"""Who sees which questions in the admin."""

from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from content.handling.steps import HANDLE
from content.models import Question


def may_see_inbox(user: Any) -> bool:
    """Whether somebody handles questions, or has one assigned."""
    return bool(user.has_perm(HANDLE) or visible_to(user).exists())


def visible_to(user: Any) -> QuerySet[Question]:
    """The questions somebody may see: all for a handler, else those assigned to them."""
    if user.has_perm(HANDLE):
        return Question.objects.all()
    return Question.objects.filter(assigned_to=user)


def question_for(request: HttpRequest, reference: str) -> Question:
    """A question that the user may see.

    Raises:
        Http404: there is none by this reference, or it is not theirs to see; the answer does not say which.
    """
    questions = visible_to(request.user).select_related("assigned_to", "answer_page", "duplicate_of")
    return get_object_or_404(questions, reference=reference)


def editors() -> QuerySet[Any]:
    """Everybody to whom a question can be assigned."""
    users = get_user_model().objects.filter(is_active=True)
    may = Q(is_superuser=True) | Q(groups__permissions__codename="access_admin")
    return users.filter(may).distinct()
