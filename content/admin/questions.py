"""The inbox of questions: a list with filters, and one question with its handling. For its handlers alone."""

from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from content.models import Question, QuestionEvent

PER_PAGE = 30
HANDLE = "content.handle_question"


def may_see_inbox(user: Any) -> bool:
    """Whether somebody handles questions, or has one assigned."""
    return bool(user.has_perm(HANDLE) or visible_to(user).exists())


def visible_to(user: Any) -> QuerySet[Question]:
    """The questions somebody may see: all for a handler, else those assigned to them."""
    if user.has_perm(HANDLE):
        return Question.objects.all()
    return Question.objects.filter(assigned_to=user)


class FilterForm(forms.Form):
    """What the list shows."""

    status = forms.ChoiceField(
        label="Stand", required=False, choices=[("", "alle"), *Question.Status.choices]
    )
    assigned = forms.ChoiceField(
        label="Behandelaar", required=False, choices=[("", "iedereen"), ("me", "ik"), ("none", "niemand")]
    )
    q = forms.CharField(label="Kenmerk", required=False, max_length=20)


class HandleForm(forms.ModelForm):
    """Status and handler of a question."""

    class Meta:
        model = Question
        fields = ["status", "assigned_to"]
        labels = {"assigned_to": "Toegewezen aan"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        users = get_user_model().objects.filter(is_active=True)
        editors = Q(is_superuser=True) | Q(groups__permissions__codename="access_admin")
        self.fields["assigned_to"].queryset = users.filter(editors).distinct()


@never_cache
def inbox(request: HttpRequest) -> HttpResponse:
    """The questions that the user may see, filtered, newest first."""
    if not may_see_inbox(request.user):
        raise PermissionDenied
    form = FilterForm(request.GET or None)
    questions = visible_to(request.user).select_related("assigned_to")
    if form.is_valid():
        questions = _filtered(questions, form.cleaned_data, request.user)
    page = Paginator(questions, PER_PAGE).get_page(request.GET.get("p"))
    return render(request, "contentadmin/questions.html", {"questions": page, "form": form})


@never_cache
@sensitive_post_parameters()
def question(request: HttpRequest, reference: str) -> HttpResponse:
    """One question; a handler assigns it and sets its status, each step noted with who and when."""
    row = get_object_or_404(visible_to(request.user), reference=reference)
    handler = request.user.has_perm(HANDLE)
    form = HandleForm(request.POST or None, instance=row) if handler else None
    if request.method == "POST":
        if form is None:
            raise PermissionDenied
        if form.is_valid():
            form.save()
            for name in form.changed_data:
                _note(row, request.user, name)
            return redirect(reverse("question", args=[row.reference]))
    context = {"question": row, "form": form, "events": row.events.select_related("by")}
    return render(request, "contentadmin/question.html", context)


def _note(row: Question, user: Any, name: str) -> None:
    value = row.get_status_display() if name == "status" else (row.assigned_to or "niemand")
    label = "stand" if name == "status" else "toegewezen aan"
    QuestionEvent.objects.create(question=row, by=user, step=f"{label}: {value}")


def _filtered(rows: QuerySet[Question], wanted: dict[str, Any], user: Any) -> QuerySet[Question]:
    if wanted["status"]:
        rows = rows.filter(status=wanted["status"])
    if wanted["assigned"] == "me":
        rows = rows.filter(assigned_to=user)
    elif wanted["assigned"] == "none":
        rows = rows.filter(assigned_to=None)
    if wanted["q"]:
        rows = rows.filter(reference__icontains=wanted["q"].strip())
    return rows
