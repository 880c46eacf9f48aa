"""The queue *Labels nakijken*: filter, decide on one or on many, and take that back."""

import datetime
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST
from wagtail.permission_policies.pages import PagePermissionPolicy

from content import deciding, review
from content.models import Concept, ConceptScheme, Decision, DecisionBatch, Tag
from content.numerals import whole_number
from content.vocabulary import TAGGED_SCHEMES

SHOWN = 25
UNDO_FOR = datetime.timedelta(hours=24)
UNDO_SHOWN = 3
STANDINGS = {"telt": "telt mee", "mogelijk": "mogelijk label", "alle": "alle"}
ORDERS = {
    review.WEAK_FIRST: "zwakste bewijs eerst",
    review.BY_CONCEPT: "per begrip",
    review.STRONG_FIRST: "sterkste bewijs eerst",
}


class Filter(forms.Form):
    """Which tags to look at."""

    stand = forms.ChoiceField(label="Stand", choices=list(STANDINGS.items()), required=False)
    lijst = forms.ModelChoiceField(
        label="Lijst",
        queryset=ConceptScheme.objects.filter(slug__in=TAGGED_SCHEMES),
        to_field_name="slug",
        required=False,
        empty_label="domeinen en thema's",
    )
    begrip = forms.ModelChoiceField(
        label="Begrip",
        queryset=Concept.objects.tops()
        .filter(scheme__slug__in=TAGGED_SCHEMES)
        .order_by("scheme__slug", "pref_label"),
        required=False,
        empty_label="alle begrippen",
    )
    bron = forms.ChoiceField(
        label="Gevonden door", choices=[("", "alles"), *Tag.Source.choices], required=False
    )
    volgorde = forms.ChoiceField(label="Volgorde", choices=list(ORDERS.items()), required=False)

    def narrow(self, tags: Any) -> Any:
        """The tags that fit, in order; a filter that makes no sense is left out."""
        chosen = self.cleaned_data if self.is_valid() else {}
        if (chosen.get("stand") or "telt") != "alle":
            tags = tags.filter(strong=(chosen.get("stand") or "telt") == "telt")
        for name, lookup in (("lijst", "concept__scheme"), ("begrip", "concept"), ("bron", "source")):
            if chosen.get(name):
                tags = tags.filter(**{lookup: chosen[name]})
        return tags.order_by(*review.ORDERS[chosen.get("volgorde") or review.WEAK_FIRST])


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def queue(request: HttpRequest) -> HttpResponse:
    """The tags to look at; a POST decides on those that are ticked, or on the one whose button was pressed."""
    _refuse_others(request)
    if request.method == "POST":
        return _decide(request)
    form = Filter(request.GET)
    tags = form.narrow(review.waiting(request.user))
    tags = tags.select_related("concept__scheme", "page__tagged_text")
    page = Paginator(tags, SHOWN).get_page(request.GET.get("p"))
    query = request.GET.copy()
    query.pop("p", None)
    context = {
        "form": form,
        "page": page,
        "rows": review.rows(list(page)),
        "query": query.urlencode(),
        "batches": _recent(request.user),
    }
    return render(request, "contentadmin/review.html", context)


@require_POST
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a decision back."""
    _refuse_others(request)
    batch = get_object_or_404(_recent(request.user), pk=pk)
    done = deciding.undo(batch, request.user)
    messages.success(request, f"Teruggenomen: {_labels(done)}.")
    return redirect(reverse("tag-review"))


def _decide(request: HttpRequest) -> HttpResponse:
    one, _, pk = request.POST.get("one", "").partition(":")
    decision = one or request.POST.get("decision", "")
    ids = [pk] if one else request.POST.getlist("tag")
    numbers = (whole_number(value, 11) for value in ids)
    wanted = [number for number in numbers if number is not None][:SHOWN]
    choices = list(review.waiting(request.user).filter(pk__in=wanted).values_list("page_id", "concept_id"))
    back = f"{reverse('tag-review')}?{request.GET.urlencode()}"
    if decision not in Decision.values or not choices:
        messages.warning(request, "Kruis eerst aan over welke labels u beslist.")
        return redirect(back)
    _tell(request, deciding.decide(choices, decision, request.user), Decision(decision).label)
    return redirect(back)


def _tell(request: HttpRequest, outcome: deciding.Outcome, words: str) -> None:
    if outcome.decided:
        messages.success(request, f"{_labels(outcome.decided)}: {words}.")
    if outcome.proposed:
        messages.success(
            request,
            f"{_labels(outcome.proposed)}: {words}. Een eindredacteur kijkt dit na en publiceert het.",
        )
    if outcome.refused:
        messages.warning(
            request, f"{_labels(outcome.refused)} niet veranderd: de pagina is vergrendeld of niet van u."
        )


def _labels(number: int) -> str:
    return f"{number} {'label' if number == 1 else 'labels'}"


def _recent(user: Any) -> Any:
    """What the user decided lately and can take back."""
    since = timezone.now() - UNDO_FOR
    batches = DecisionBatch.objects.filter(user=user, at__gte=since, undone_at=None).prefetch_related("items")
    return batches.filter(pk__in=list(batches.values_list("pk", flat=True)[:UNDO_SHOWN]))


def may_review(user: Any) -> bool:
    """Whether a user may edit any page."""
    return bool(PagePermissionPolicy().user_has_any_permission(user, {"change", "publish"}))


def _refuse_others(request: HttpRequest) -> None:
    if not may_review(request.user):
        raise PermissionDenied
