"""One question in the admin, and the steps taken with it."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from content.admin.questions.access import question_for
from content.admin.questions.forms import AssignForm, NoteForm
from content.admin.questions.operations import OPERATIONS, Operation
from content.handling.nearness import near_questions
from content.handling.service_levels import level
from content.handling.steps import HANDLE, STEPS, StepRefused, open_steps, parts_of
from content.handling.wording import marked
from content.models import Question
from content.models.handling import Status
from content.questions.knowledge import known_about

# Buttons of the question's own page; the other steps have their place beside what they are about.
BUTTONS = (
    "antwoord",
    "koppelen",
    "verwoorden",
    "deskundige",
    "samenvoegen",
    "losmaken",
    "afwijzen",
    "heropenen",
    "vrijgeven",
)
MERGED_FROM = (Status.NEW, Status.ASSIGNED)


@never_cache
def question(request: HttpRequest, reference: str) -> HttpResponse:
    """One question with its history, notes, experts, what is near it, and the steps that can be taken."""
    row = question_for(request, reference)
    steps = open_steps(request.user, row)
    context = {
        "question": row,
        "level": level(row),
        "asked": marked(row.question),
        "situation": marked(row.context),
        "events": row.events.select_related("by"),
        "notes": row.notes.select_related("by"),
        "invitations": row.invitations.select_related("by"),
        "domains": row.domains.all(),
        "duplicates": row.duplicates.all(),
        "actions": _actions(row, steps),
        "may": {name.replace(" ", "_"): True for name in steps},
        "assign_form": AssignForm(row, request.user),
        "note_form": NoteForm(row, request.user),
        **_near(request, row),
    }
    return render(request, "contentadmin/question.html", context)


@never_cache
@sensitive_post_parameters()
def act(request: HttpRequest, reference: str, name: str) -> HttpResponse:
    """A step with a question: its form, and taking it."""
    operation = OPERATIONS.get(name)
    if operation is None:
        raise Http404
    row = question_for(request, reference)
    if not parts_of(request.user, row) & STEPS[operation.step].who:
        raise PermissionDenied
    if operation.step not in open_steps(request.user, row):
        messages.error(request, f"Dit kan nu niet: de vraag staat op ‘{row.get_status_display()}’.")
        return _to_question(row)
    if request.method == "POST":
        return _take(request, row, operation)
    initial = {"into": request.GET.get("met", "")[:9]}
    return _form_page(request, row, operation, operation.form(row, request.user, initial=initial))


def _take(request: HttpRequest, row: Question, operation: Operation) -> HttpResponse:
    form = operation.form(row, request.user, request.POST)
    if not form.ready:
        return _form_page(request, row, operation, form.again())
    try:
        url = operation.run(row, form.cleaned_data, request.user)
    except StepRefused as refused:
        messages.error(request, str(refused))
        return _to_question(row)
    messages.success(request, operation.done)
    return redirect(url) if url else _to_question(row)


def _form_page(request: HttpRequest, row: Question, operation: Operation, form: Any) -> HttpResponse:
    context = {
        "question": row,
        "operation": operation,
        "form": form,
        "media": form.media,
        "asked": marked(row.question),
        "situation": marked(row.context),
    }
    status = 422 if form.is_bound and form.errors else 200
    return render(request, operation.template, context, status=status)


def _to_question(row: Question) -> HttpResponse:
    return redirect(reverse("question", args=[row.reference]))


def _actions(row: Question, steps: frozenset[str]) -> list[dict[str, str]]:
    """The buttons for the steps that can be taken, the likeliest first."""
    wanted = [name for name in BUTTONS if OPERATIONS[name].step in steps]
    if row.answer_page_id:
        wanted = [name for name in wanted if OPERATIONS[name].step != "draft"]
    if not row.may_publish:
        wanted = [name for name in wanted if name != "antwoord"]
    if not row.assigned_to_id:
        wanted = [name for name in wanted if name != "vrijgeven"]
    return [
        {"title": OPERATIONS[name].title, "url": reverse("question-step", args=[row.reference, name])}
        for name in wanted
    ]


def _near(request: HttpRequest, row: Question) -> dict[str, Any]:
    """Near questions, for who may see them all, and pages that may answer; nothing where the question is done."""
    if row.status not in (*MERGED_FROM, Status.EXPERT, Status.DRAFTED) or not request.user.has_perm(HANDLE):
        return {}
    return {
        "near": near_questions(row),
        "known": known_about(row.question),
        "may_merge": row.status in MERGED_FROM,
    }
