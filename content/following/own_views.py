"""A follower's own pages, each behind a signed link: confirm, see and change, stop and erase."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from content.following import signing_up
from content.following.erasing import erase
from content.following.forms import FrequencyForm
from content.following.subjects import of_follow
from content.models import Follow, Follower
from content.privacy.tasks import wipe_erased
from content.privacy.terms import STOPPED
from content.signed import BadLink, Purpose, private_link


@private_link
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """Confirm by pressing a button: programs that open every link of a mail confirm nothing."""
    try:
        reference = signing_up.CONFIRM.about(token)
    except BadLink:
        return _gone(request)
    follow = Follow.objects.filter(reference=reference).select_related("concept__scheme").first()
    if follow is None:
        return _gone(request)
    if request.method == "POST":
        done = signing_up.confirm(reference, timezone.now())
        return redirect(signing_up.manage_path(done.follower)) if done else _gone(request)
    return render(request, "following/confirm.html", {"subject": of_follow(follow)})


@private_link
@require_http_methods(["GET", "HEAD", "POST"])
def mine(request: HttpRequest, token: str) -> HttpResponse:
    """What somebody follows and how often they hear of it; each thing can be stopped, and taken back for a day."""
    follower = _follower(signing_up.MANAGE, token)
    if follower is None:
        return _gone(request)
    if request.method == "POST":
        _change(request, follower)
        return redirect("my-follows", token)
    follows = follower.follows.exclude(confirmed_at=None).select_related("concept__scheme").order_by("pk")
    context = {
        "rows": [(follow, of_follow(follow)) for follow in follows],
        "follower": follower,
        "frequencies": Follower.Frequency.choices,
        "stop_path": signing_up.stop_path(follower),
        "hours": STOPPED.days * 24,
        "token": token,
    }
    return render(request, "following/mine.html", context)


@private_link
@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: HttpRequest, token: str) -> HttpResponse:
    """Stop everything and erase the address, at once for a mail program (RFC 8058) and by a button for a person."""
    try:
        signing_up.STOP.about(token)
    except BadLink:
        return _gone(request)
    follower = _follower(signing_up.STOP, token)
    if request.method == "POST":
        if follower:
            erase(follower)
            wipe_erased.enqueue()
        return render(request, "following/stopped.html")
    return render(request, "following/stop.html" if follower else "following/stopped.html")


def _change(request: HttpRequest, follower: Follower) -> None:
    follows = Follow.objects.filter(follower=follower, confirmed_at__isnull=False)
    if "stop" in request.POST:
        follows.filter(reference=request.POST["stop"], stopped_at=None).update(stopped_at=timezone.now())
    elif "again" in request.POST:
        follows.filter(reference=request.POST["again"]).update(stopped_at=None)
    else:
        form = FrequencyForm(request.POST)
        if form.is_valid():
            Follower.objects.filter(pk=follower.pk).update(**form.cleaned_data)


def _follower(purpose: Purpose, token: str) -> Follower | None:
    try:
        return Follower.objects.filter(reference=purpose.about(token)).first()
    except BadLink:
        return None


def _gone(request: HttpRequest) -> HttpResponse:
    return render(request, "following/gone.html", status=404)
