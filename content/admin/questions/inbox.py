"""The inbox: the questions that the user may see, filtered, with how long each stands where it stands."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from content.admin.questions.access import may_see_inbox, visible_to
from content.handling.service_levels import LEVELS, at_level, level
from content.handling.steps import HANDLE, WAITING
from content.models import Concept, Question, SuspectQuestion

PER_PAGE = 30
MOST_FOUND = 50  # of a search by words
OPEN = "open"
OLDEST, NEWEST = "oudste", "nieuwste"
ORDERS = {OLDEST: "status_since", NEWEST: "-received_at"}


class FilterForm(forms.Form):
    """What the list shows."""

    status = forms.ChoiceField(
        label="Stand",
        required=False,
        choices=[("", "alle"), (OPEN, "nog te doen"), *Question.Status.choices],
    )
    level = forms.ChoiceField(
        label="Termijn",
        required=False,
        choices=[("", "alle"), *((key, found.word) for key, found in LEVELS.items())],
    )
    assigned = forms.ChoiceField(
        label="Behandelaar", required=False, choices=[("", "iedereen"), ("me", "ik"), ("none", "niemand")]
    )
    domain = forms.ModelChoiceField(
        label="Onderwerp", required=False, queryset=None, to_field_name="slug", empty_label="alle"
    )
    order = forms.ChoiceField(
        label="Volgorde",
        required=False,
        choices=[(NEWEST, "nieuwste eerst"), (OLDEST, "langst wachtend eerst")],
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["domain"].queryset = Concept.objects.in_scheme("domein").filter(broader=None)


class FindForm(forms.Form):
    """Words of a question, or its reference. Sent in the body: what is typed here is in no address and no log."""

    words = forms.CharField(label="Zoek op kenmerk of woorden", max_length=100, strip=True)


@never_cache
@sensitive_post_parameters()
def inbox(request: HttpRequest) -> HttpResponse:
    """The questions that the user may see: filtered by the address, or found by words in the body."""
    if not may_see_inbox(request.user):
        raise PermissionDenied
    form = FilterForm(request.GET or None)
    find = FindForm(request.POST if request.method == "POST" else None)
    questions = visible_to(request.user).select_related("assigned_to")
    if find.is_valid():
        questions = _found(questions, find.cleaned_data["words"])[:MOST_FOUND]
    elif form.is_valid():
        questions = _filtered(questions, form.cleaned_data, request.user)
    page = Paginator(questions, MOST_FOUND if find.is_valid() else PER_PAGE).get_page(request.GET.get("p"))
    context = {
        "rows": [{"question": question, "level": level(question)} for question in page],
        "page": page,
        "form": form,
        "find": find,
        "query": _without_page(request),
        "held": SuspectQuestion.objects.count() if request.user.has_perm(HANDLE) else 0,
        "filtered": find.is_bound or form.is_bound,
    }
    return render(request, "contentadmin/questions.html", context)


def _found(rows: QuerySet[Question], words: str) -> QuerySet[Question]:
    everywhere = ("reference", "question", "context", "wording")
    for word in words.split():
        rows = rows.filter(Q(*((f"{field}__icontains", word) for field in everywhere), _connector=Q.OR))
    return rows


def _filtered(rows: QuerySet[Question], wanted: dict[str, Any], user: Any) -> QuerySet[Question]:
    if wanted["status"] == OPEN:
        rows = rows.filter(status__in=WAITING)
    elif wanted["status"]:
        rows = rows.filter(status=wanted["status"])
    if wanted["level"]:
        rows = rows.filter(at_level(wanted["level"]))
    if wanted["assigned"] == "me":
        rows = rows.filter(assigned_to=user)
    elif wanted["assigned"] == "none":
        rows = rows.filter(assigned_to=None)
    if wanted["domain"]:
        rows = rows.filter(domains=wanted["domain"])
    return rows.order_by(ORDERS[wanted["order"] or NEWEST])


def _without_page(request: HttpRequest) -> str:
    query = request.GET.copy()
    query.pop("p", None)
    return f"{query.urlencode()}&" if query else ""
