"""Changes of the vocabulary in the admin: what one would do, applying it, following it, and taking it back."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from content.models import VocabularyChange
from content.steering import changes
from content.steering.preview import CHOSEN, GAINED, LOST, OTHER, POSSIBLE, REFUSED, STRONG

MAY = "content.change_concept"
SHOWN = 25
State = VocabularyChange.State
KINDS = (
    (GAINED, "Krijgen een label"),
    (LOST, "Verliezen een label"),
    (OTHER, "Mogelijke labels die veranderen"),
)
STANDINGS = {
    STRONG: "sterk",
    POSSIBLE: "mogelijk",
    CHOSEN: "gekozen door de redactie",
    REFUSED: "afgewezen door de redactie",
    "": "geen label",
}


@never_cache
@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """All changes, the newest first."""
    _refuse_others(request)
    rows = VocabularyChange.objects.select_related("made_by").defer("journal", "pages", "payload", "preview")
    page = Paginator(rows, SHOWN).get_page(request.GET.get("p"))
    return render(request, "contentadmin/changes.html", {"changes": page})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """A change with what it does; a POST applies it, drops it, or takes it back."""
    _refuse_others(request)
    row = get_object_or_404(
        VocabularyChange.objects.select_related("concept", "made_by", "settled_by"), pk=pk
    )
    if request.method == "POST":
        return _act(request, row)
    context = {
        "change": row,
        "preview": row.preview,
        "kinds": [(name, row.preview["pages"].get(kind, 0), _examples(row, kind)) for kind, name in KINDS],
        "progress": changes.progress(row),
        "open": row.state in (State.PROPOSED, State.FAILED),
        "failed": row.state == State.FAILED,
        "applied": row.state == State.APPLIED,
        "settled": row.state in (State.APPLIED, State.UNDONE),
    }
    return render(request, "contentadmin/change.html", context)


@never_cache
@require_safe
def progress(request: HttpRequest, pk: int) -> JsonResponse:
    """How far a change is, for the script that draws it: ``done``, ``total``, ``running``."""
    _refuse_others(request)
    now = changes.progress(get_object_or_404(VocabularyChange, pk=pk))
    return JsonResponse({"done": now.done, "total": now.total, "running": now.running})


def _act(request: HttpRequest, row: VocabularyChange) -> HttpResponse:
    wanted = request.POST.get("do")
    if wanted == "drop" and row.state in (State.PROPOSED, State.FAILED):
        row.delete()
        messages.success(request, "De wijziging is niet doorgevoerd.")
        return redirect("vocabulary-changes")
    start = {"apply": changes.start, "undo": changes.start_undo}.get(wanted or "")
    if start is None or not start(row, request.user):
        messages.warning(request, "Dit kan niet (meer): hieronder staat hoe het er nu mee is.")
    return redirect("vocabulary-change", row.pk)


def _examples(row: VocabularyChange, kind: str) -> list[dict[str, Any]]:
    return [
        {**shift, "before": STANDINGS[shift["before"]], "after": STANDINGS[shift["after"]]}
        for shift in row.preview["shifts"]
        if shift["kind"] == kind
    ]


def _refuse_others(request: HttpRequest) -> None:
    if not request.user.has_perm(MAY):
        raise PermissionDenied
