"""Candidate terms in the admin: make one a concept or a word of a concept, or set it aside."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from content import candidates
from content.admin.changes import MAY
from content.models import CandidateTerm, Concept, VocabularyChange
from content.steering import operations
from content.steering.changes import propose
from content.tasks import find_candidates
from content.vocabulary import TAGGED_SCHEMES

SHOWN = 40


class LabelForm(forms.Form):
    """Of which concept a word becomes a label."""

    concept = forms.ModelChoiceField(
        label="Maak label bij",
        queryset=Concept.objects.in_use()
        .filter(scheme__slug__in=TAGGED_SCHEMES)
        .order_by("scheme__slug", "pref_label"),
        empty_label="Kies een begrip",
    )


@never_cache
@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """The candidates, the weightiest first, and those that were set aside."""
    _refuse_others(request)
    rows = CandidateTerm.objects.order_by("-score", "key")
    context = {
        "terms": candidates.uncovered(rows.filter(dismissed_at=None))[:SHOWN],
        "aside": rows.exclude(dismissed_at=None).select_related("dismissed_by"),
        "concepts": list(LabelForm().fields["concept"].queryset.select_related("scheme")),
    }
    return render(request, "contentadmin/candidates.html", context)


@require_POST
def act(request: HttpRequest, pk: int) -> HttpResponse:
    """Set a candidate aside, put it back, or propose it as a word of a concept."""
    _refuse_others(request)
    term = get_object_or_404(CandidateTerm, pk=pk)
    wanted = request.POST.get("do")
    if wanted == "label":
        return _propose(request, term)
    if wanted in ("aside", "back"):
        aside = wanted == "aside"
        term.dismissed_at = timezone.now() if aside else None
        term.dismissed_by = request.user if aside else None
        term.save(update_fields=["dismissed_at", "dismissed_by"])
        messages.success(request, f"‘{term.text}’ is {'weggezet' if aside else 'terug'}.")
    return redirect("candidate-terms")


@require_POST
def renew(request: HttpRequest) -> HttpResponse:
    """Look for candidates again, in the background."""
    _refuse_others(request)
    find_candidates.enqueue()
    messages.success(request, "Er wordt opnieuw gezocht. Ververs deze bladzijde over een minuut.")
    return redirect("candidate-terms")


def _propose(request: HttpRequest, term: CandidateTerm) -> HttpResponse:
    form = LabelForm(request.POST)
    if not form.is_valid():
        messages.warning(request, "Kies eerst een begrip.")
        return redirect("candidate-terms")
    concept = form.cleaned_data["concept"]
    title = f"{concept}: woord erbij ‘{term.text}’"
    try:
        payload = operations.label_payload(concept, term.text)
        change = propose(VocabularyChange.Kind.EDIT, concept, title, payload, request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect("candidate-terms")
    return redirect("vocabulary-change", change.pk)


def waiting(user: Any) -> int:
    """How many candidates a user can do something with."""
    return CandidateTerm.objects.filter(dismissed_at=None).count() if user.has_perm(MAY) else 0


def _refuse_others(request: HttpRequest) -> None:
    if not request.user.has_perm(MAY):
        raise PermissionDenied
