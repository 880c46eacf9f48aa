"""*Zoekkwaliteit*: judge searches, try a change on them, and put it live."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from search import judging, live, trials
from search.admin.permissions import keepers_only
from search.admin.trial_form import ADD, TrialForm, changed_numbers, described
from search.models import JudgedSearch, Trial
from search.trials import Change, Compared, Outcome

SHOWN_TRIALS = 10
SHOWN_SEARCHES = 20  # that gain or lose, of each


@dataclass(frozen=True)
class Line:
    """A page in a list of results, with its grade; 0 where nobody judged it as helping."""

    title: str
    grade: int


@dataclass(frozen=True)
class Pair:
    """A search that gains or loses, with its first pages as they are and as they would be."""

    text: str
    before: float
    after: float
    sides: tuple[tuple[Line, ...], tuple[Line, ...]]


@require_safe
@keepers_only
def index(request: HttpRequest) -> HttpResponse:
    """What is judged, what was measured last, and what was tried."""
    tried = list(Trial.objects.select_related("made_by")[:SHOWN_TRIALS])
    measured = next((trial for trial in tried if trial.state == Trial.State.DONE), None)
    context = {
        "judged": JudgedSearch.objects.count(),
        "trials": [(trial, described(Change.of(trial))) for trial in tried],
        "measured": measured,
        "totals": trials.outcome(measured).totals if measured else (),
        "changed": changed_numbers(),
    }
    return render(request, "searchadmin/bench.html", context)


@require_safe
@keepers_only
def download(request: HttpRequest) -> HttpResponse:
    """The judged searches as a file."""
    return HttpResponse(
        judging.as_yaml(),
        content_type="application/yaml; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="queries.yaml"'},
    )


@require_http_methods(["GET", "HEAD", "POST"])
@keepers_only
def propose(request: HttpRequest) -> HttpResponse:
    """The form of a change; a good one is tried."""
    given = {key: request.GET[key] for key in ("text", "concept") if request.GET.get(key)}
    form = TrialForm(request.POST or None, initial={**given, "what": ADD} if given else None)
    if request.method == "POST" and form.is_valid():
        return redirect("bench-trial", trials.start(form.change, request.user).pk)
    return render(request, "searchadmin/propose.html", {"form": form}, status=422 if form.errors else 200)


@require_POST
@keepers_only
def measure(request: HttpRequest) -> HttpResponse:
    """Measure what is live."""
    return redirect("bench-trial", trials.start(Change({}), request.user).pk)


@require_safe
@keepers_only
def trial(request: HttpRequest, trial_id: int) -> HttpResponse:
    """What a trial shows, while it is measured and after."""
    found = get_object_or_404(Trial, pk=trial_id)
    result = trials.outcome(found)
    change = Change.of(found)
    context = {
        "trial": found,
        "change": change,
        "described": described(change),
        "measured": len(found.found),
        "of": len(found.judged),
        "outcome": result,
        "lists": _lists(result),
    }
    return render(request, "searchadmin/trial.html", context)


@require_POST
@keepers_only
def make_live(request: HttpRequest, trial_id: int) -> HttpResponse:
    """Put the numbers of a trial live, and go on to the proposal of its word."""
    found = get_object_or_404(Trial, pk=trial_id, state=Trial.State.DONE, live_at=None)
    try:
        proposed = trials.make_live(found, request.user)
    except ValidationError as error:
        messages.error(request, f"{' '.join(error.messages)} Er is niets veranderd.")
        return redirect("bench-trial", trial_id)
    if Change.of(found).numbers:
        messages.success(
            request,
            f"De getallen zijn live, binnen {live.READ_SECONDS} seconden overal. Meet opnieuw om te zien wat dat doet.",
        )
    if proposed is None:
        return redirect("bench")
    messages.warning(
        request, "Het woord verandert ook labels van pagina's. Bekijk dat eerst, en voer het dan door."
    )
    return redirect("vocabulary-change", proposed.pk)


@require_POST
@keepers_only
def reset(request: HttpRequest) -> HttpResponse:
    """Go back to the numbers that ship."""
    live.reset()
    messages.success(
        request, "De getallen zijn weer zoals ze bij het portaal horen. Woorden veranderden niet."
    )
    return redirect("bench")


def _lists(result: Outcome) -> list[tuple[str, list[Pair]]]:
    shown = [
        ("Deze zoekvragen winnen", result.gains[:SHOWN_SEARCHES]),
        ("Deze zoekvragen verliezen", result.losses[:SHOWN_SEARCHES]),
    ]
    names = {name for _, found in shown for item in found for name in (*item.pages_before, *item.pages_after)}
    titles = judging.titles(names)
    return [(heading, [_pair(item, titles) for item in found]) for heading, found in shown]


def _pair(item: Compared, titles: dict[str, str]) -> Pair:
    def lines(names: Any) -> tuple[Line, ...]:
        return tuple(Line(titles.get(name, name), item.query.grades.get(name, 0)) for name in names)

    return Pair(item.query.text, item.before, item.after, (lines(item.pages_before), lines(item.pages_after)))
