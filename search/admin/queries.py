"""The report *Wat mensen zoeken*, and turning a query into a label."""

import datetime

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from content import vocabulary
from content.admin.periods import PERIODS, days_of
from content.models import Concept, VocabularyChange
from content.steering import operations
from content.steering.changes import propose
from search.admin.permissions import keepers_only
from search.asked import MIN_ASKED
from search.counted import asked_since

SHOWN = 25


@require_safe
@keepers_only
def report(request: HttpRequest) -> HttpResponse:
    """Top queries, those without results and those without a click, over a period."""
    days = days_of(request.GET.get("dagen", ""))
    rows = asked_since(timezone.localdate() - datetime.timedelta(days=days))
    lists = (
        ("Meest gezocht", rows),
        ("Zonder resultaat", sorted((r for r in rows if r.without_hits), key=lambda r: -r.without_hits)),
        ("Wel resultaat, niets gekozen", [r for r in rows if not r.clicks and r.asked > r.without_hits]),
    )
    context = {
        "lists": [(title, found[:SHOWN]) for title, found in lists],
        "periods": PERIODS.items(),
        "days": days,
        "least": MIN_ASKED,
    }
    return render(request, "searchadmin/queries.html", context)


class SynonymForm(forms.Form):
    """A word and the concept that it is a label of."""

    text = forms.CharField(label="Woord of woordgroep", max_length=120)
    concept = forms.ModelChoiceField(
        label="Is een ander woord voor",
        queryset=Concept.objects.in_use()
        .filter(scheme__slug__in=vocabulary.TAGGED_SCHEMES)
        .order_by("pref_label"),
        empty_label="Kies een begrip",
    )


@require_http_methods(["GET", "HEAD", "POST"])
@keepers_only
def synonym(request: HttpRequest) -> HttpResponse:
    """Propose a query as a label of a concept: what that does to pages is shown before it is made."""
    form = SynonymForm(request.POST or None, initial={"text": request.GET.get("text", "")[:120]})
    if request.method == "POST" and form.is_valid():
        concept, text = form.cleaned_data["concept"], form.cleaned_data["text"].strip()
        title = f"{concept}: woord erbij ‘{text}’"
        try:
            payload = operations.label_payload(concept, text)
            change = propose(VocabularyChange.Kind.EDIT, concept, title, payload, request.user)
        except ValidationError as error:
            form.add_error("text", error)
        else:
            return redirect("vocabulary-change", change.pk)
    return render(request, "searchadmin/synonym.html", {"form": form}, status=422 if form.errors else 200)
