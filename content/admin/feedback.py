"""What readers say: a report over pages, and the remarks with what was done about each. For who edits pages."""

import datetime
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Count, IntegerField, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.permission_policies.pages import PagePermissionPolicy

from content.admin.periods import PERIODS, days_of
from content.models import AnsweredBefore, ContentPage, HelpfulDay, Remark, SameQuestionDay
from content.models.feedback import REMARKS_KEPT_DAYS, DayCount

PER_PAGE = 50
# Columns of the report that one can sort by: key → (heading, order).
ORDERS = {
    "nee": ("Hielp niet", ("-no", "title")),
    "ja": ("Hielp", ("-yes", "title")),
    "ook": ("Ook deze vraag", ("-same", "title")),
    "al": ("Vraag was al beantwoord", ("-answered", "title")),
    "open": ("Open reacties", ("-open", "title")),
}


def may_see_feedback(user: Any) -> bool:
    """Whether somebody edits pages."""
    return bool(PagePermissionPolicy().user_has_any_permission(user, {"add", "change", "publish"}))


def open_remarks() -> int:
    """How many remarks nobody looked at yet."""
    return Remark.objects.filter(status=Remark.Status.NEW).count()


def reacted_to(since: datetime.date) -> QuerySet[ContentPage]:
    """Pages about which readers said something since a day, with ``yes``, ``no``, ``same``, ``answered``, ``open``."""
    pages = ContentPage.objects.annotate(
        yes=_total(HelpfulDay, "yes", since),
        no=_total(HelpfulDay, "no", since),
        same=_total(SameQuestionDay, "count", since),
        answered=_total(AnsweredBefore, "count", since),
        open=Count("remarks", filter=Q(remarks__status=Remark.Status.NEW)),
    )
    said = ("yes", "no", "same", "answered", "open")
    return pages.filter(Q(*((f"{name}__gt", 0) for name in said), _connector=Q.OR))


class FilterForm(forms.Form):
    """What the list of remarks shows."""

    status = forms.ChoiceField(label="Stand", required=False, choices=[("", "alle"), *Remark.Status.choices])
    kind = forms.ChoiceField(label="Soort", required=False, choices=[("", "alle"), *Remark.Kind.choices])


class HandleForm(forms.Form):
    """What was done about a remark."""

    status = forms.ChoiceField(choices=Remark.Status.choices)


@never_cache
@require_safe
def report(request: HttpRequest) -> HttpResponse:
    """Pages by what readers say of them, over a period; most *hielp niet* first."""
    _refuse_others(request)
    days = days_of(request.GET.get("dagen", ""))
    order = request.GET.get("volgorde", "")
    order = order if order in ORDERS else next(iter(ORDERS))
    rows = reacted_to(timezone.localdate() - datetime.timedelta(days=days)).order_by(*ORDERS[order][1])
    context = {
        "pages": Paginator(rows, PER_PAGE).get_page(request.GET.get("p")),
        "periods": PERIODS.items(),
        "days": days,
        "orders": [(key, heading) for key, (heading, _) in ORDERS.items()],
        "order": order,
    }
    return render(request, "contentadmin/feedback_report.html", context)


@never_cache
@require_safe
def remarks(request: HttpRequest) -> HttpResponse:
    """The remarks, filtered, newest first; those that wait, where nothing else is asked for."""
    _refuse_others(request)
    form = FilterForm(request.GET if "status" in request.GET else {"status": Remark.Status.NEW})
    rows = Remark.objects.select_related("page", "handled_by")
    if form.is_valid():
        rows = rows.filter(**{name: value for name, value in form.cleaned_data.items() if value})
    number = request.GET.get("pagina", "")
    if number.isdecimal():
        rows = rows.filter(page_id=int(number[:9]))
    context = {
        "remarks": Paginator(rows, PER_PAGE).get_page(request.GET.get("p")),
        "form": form,
        "number": number,
        "statuses": Remark.Status.choices,
        "kept_days": REMARKS_KEPT_DAYS,
    }
    return render(request, "contentadmin/remarks.html", context)


@never_cache
@require_http_methods(["POST"])
def handle(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what was done about a remark; who and when is noted with it."""
    _refuse_others(request)
    remark = get_object_or_404(Remark, pk=pk)
    form = HandleForm(request.POST)
    if form.is_valid():
        remark.set_status(form.cleaned_data["status"], request.user)
    return redirect("remarks")


def _total(model: type[DayCount], field: str, since: datetime.date) -> Coalesce:
    rows = model._default_manager.filter(page=OuterRef("pk"), day__gte=since).order_by().values("page")
    total = rows.annotate(total=Sum(field)).values("total")
    return Coalesce(Subquery(total, output_field=IntegerField()), 0)


def _refuse_others(request: HttpRequest) -> None:
    if not may_see_feedback(request.user):
        raise PermissionDenied
