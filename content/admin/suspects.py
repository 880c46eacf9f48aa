"""Questions that are held apart because they look like a robot's: let in or thrown away by who handles questions."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin.menu import MenuItem

from content.handling.steps import HANDLE
from content.models import SuspectQuestion
from content.questions.suspicion import is_full, release

PER_PAGE = 30
LET_IN, THROW_AWAY = "let-in", "throw-away"


class SuspectsMenuItem(MenuItem):
    """Shown to who handles questions, while some are held apart."""

    def is_shown(self, request: Any) -> bool:
        """Whether there is anything to decide on for this user."""
        return bool(request.user.has_perm(HANDLE) and SuspectQuestion.objects.exists())


@never_cache
@require_safe
def suspects(request: HttpRequest) -> HttpResponse:
    """All that is held apart, newest first."""
    _only_handlers(request)
    page = Paginator(SuspectQuestion.objects.all(), PER_PAGE).get_page(request.GET.get("p"))
    return render(request, "contentadmin/suspects.html", {"suspects": page, "full": is_full()})


@never_cache
@require_POST
def decide(request: HttpRequest, reference: str) -> HttpResponse:
    """Let one in or throw it away."""
    _only_handlers(request)
    suspect = get_object_or_404(SuspectQuestion, reference=reference)
    if request.POST.get("decision") == LET_IN:
        question = release(suspect)
        messages.success(request, f"Vraag {question.reference} staat nu bij de ingezonden vragen.")
    elif request.POST.get("decision") == THROW_AWAY:
        suspect.delete()
        messages.success(request, "De vraag is gewist.")
    return redirect(reverse("suspects"))


def _only_handlers(request: HttpRequest) -> None:
    if not request.user.has_perm(HANDLE):
        raise PermissionDenied
