"""*Wanneer een label meetelt*: the thresholds of tags, which lead to a proposal as every other change."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from content import learning, thresholds
from content.admin.changes import MAY
from content.models import Decision, Tag, VocabularyChange
from content.nlp.tagging import SUGGESTED
from content.steering import operations
from content.steering.changes import propose
from content.vocabulary import TAGGED_SCHEMES

TITLE = "Wanneer een label meetelt"
LEAST, MOST = thresholds.points(SUGGESTED), 99
BY_ITSELF = "Leeg: het portaal kiest zelf, nu {}."


class ThresholdForm(forms.Form):
    """The thresholds of one scheme."""

    strong = forms.IntegerField(label="Telt mee vanaf", min_value=LEAST, max_value=MOST, required=False)
    shown = forms.IntegerField(
        label="Te zien als mogelijk label vanaf", min_value=LEAST, max_value=MOST, required=False
    )

    def __init__(self, scheme: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, prefix=scheme, **kwargs)
        self.scheme = scheme
        self.chosen = thresholds.by_itself(scheme, learning.present_model())
        for name, value in zip(("strong", "shown"), self.chosen, strict=True):
            self.fields[name].help_text = BY_ITSELF.format(value)

    def clean(self) -> dict[str, Any]:
        """Refuse that a tag counts before it is even shown."""
        data: dict[str, Any] = super().clean() or {}
        strong, shown = (
            data.get(name) or value for name, value in zip(("strong", "shown"), self.chosen, strict=True)
        )
        if strong < shown:
            raise ValidationError(
                f"Kies voor meetellen {shown} of hoger, of laat mogelijke labels eerder zien."
            )
        return data


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest) -> HttpResponse:
    """The form; a POST leads to what it would do."""
    if not request.user.has_perm(MAY):
        raise PermissionDenied
    stored = operations.stored_thresholds()
    data = request.POST if request.method == "POST" else None
    all_forms = [ThresholdForm(scheme, data, initial=stored[scheme]) for scheme in TAGGED_SCHEMES]
    problem = ""
    valid = [form.is_valid() for form in all_forms]
    if data is not None and all(valid):
        wanted = {form.scheme: form.cleaned_data for form in all_forms}
        try:
            if wanted != stored:
                payload = {"thresholds": wanted, "base": stored}
                kind = VocabularyChange.Kind.THRESHOLD
                return redirect("vocabulary-change", propose(kind, None, TITLE, payload, request.user).pk)
            problem = "U heeft niets veranderd."
        except ValidationError as error:
            problem = " ".join(error.messages)
    context = {
        "title": TITLE,
        "parts": [(form, _counts(form.scheme)) for form in all_forms],
        "problem": problem,
    }
    return render(request, "contentadmin/thresholds.html", context)


def _counts(scheme: str) -> dict[str, Any]:
    """The name of a scheme's tags, how many of them count now, and how many are possible."""
    found = Tag.objects.filter(page__live=True, concept__scheme__slug=scheme, origin=Tag.Origin.MACHINE)
    undecided = found.exclude(decision__in=Decision.values)
    counted = undecided.aggregate(counting=Count("pk", Q(strong=True)), possible=Count("pk", Q(strong=False)))
    return {**counted, "name": thresholds.NAMES[scheme]}
