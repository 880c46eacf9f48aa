"""The start page of the admin: what needs you today."""

from typing import Any

from django.utils.functional import cached_property
from wagtail.admin.ui.components import Component
from wagtail.models import Page, TaskState
from wagtail.permission_policies.pages import PagePermissionPolicy

from content.admin.failed_mail import failed_mails
from content.admin.feedback import open_remarks
from content.admin.questions.access import may_see_inbox, visible_to
from content.admin.reports import due_for_review
from content.admin.today import steering_today
from content.handling.steps import HANDLE
from content.models import Question, SuspectQuestion
from content.page_screen import held_back
from content.questions.suspicion import is_full

MOST_HELD_BACK = 10  # pages that are named


class TodayPanel(Component):
    """Counts with a link each: pages to approve, pages to review, new questions and those held apart, remarks of
    readers, mail that failed."""

    order = 50
    template_name = "contentadmin/today.html"

    def __init__(self, request: Any) -> None:
        self.request = request

    @cached_property
    def counts(self) -> dict[str, int]:
        """What waits, by kind."""
        user = self.request.user
        approvals = TaskState.objects.reviewable_by(user).count() if user.is_authenticated else 0
        questions = visible_to(user).filter(status=Question.Status.NEW).count()
        handles = user.has_perm(HANDLE)
        return {
            "approvals": approvals,
            "reviews": due_for_review().count(),
            "questions": questions,
            "remarks": open_remarks(),
            "failed_mail": failed_mails().count() if handles else 0,
            "held": SuspectQuestion.objects.count() if handles else 0,
            "held_full": handles and is_full(),
        }

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        """The counts, and whether the user handles questions."""
        user = self.request.user
        return {
            **self.counts,
            **steering_today(user),
            "handles_questions": may_see_inbox(user),
            "held_back": _held_back(user),
        }


def _held_back(user: Any) -> list[Page]:
    """The pages off the schedule that the user may change."""
    mine = PagePermissionPolicy().instances_user_has_permission_for(user, "change")
    return list(held_back().filter(pk__in=mine.values("pk")).order_by("title")[:MOST_HELD_BACK])
