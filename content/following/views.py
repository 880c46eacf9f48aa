"""Beginning to follow a page, a concept or a search. The address that is typed reaches no other address and no log."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_safe

from content.addresses import page_id_of
from content.following.forms import FollowForm
from content.following.signing_up import ask_to_follow
from content.following.subjects import Subject, of_concept, of_page, of_search
from content.models import Concept, ContentPage
from content.models.following import MAX_SEARCH
from content.nlp.screen.findings import PASS
from content.questions.guard import bounded
from content.questions.networks import NetworkLimit
from content.same_site import from_this_site
from content.screening import screen_text

SIGN_UPS = NetworkLimit(times=3)  # each sends a mail
TOO_MANY = "feedback/too_many.html"


@never_cache
@from_this_site
@bounded(SIGN_UPS, TOO_MANY)
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, code: str) -> HttpResponse:
    """Follow a page: what changes in it."""
    pages = ContentPage.objects.live().public()
    return _follow(request, of_page(get_object_or_404(pages, pk=page_id_of(code))))


@never_cache
@from_this_site
@bounded(SIGN_UPS, TOO_MANY)
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def concept(request: HttpRequest, scheme: str, slug: str) -> HttpResponse:
    """Follow a concept: what is new or changed about it."""
    rows = Concept.objects.select_related("scheme", "replaced_by__scheme")
    return _follow(request, of_concept(get_object_or_404(rows, scheme__slug=scheme, slug=slug)))


@never_cache
@from_this_site
@bounded(SIGN_UPS, TOO_MANY)
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def search(request: HttpRequest) -> HttpResponse:
    """Follow a search: what is new or changed among what it finds. With anything personal in it, it is not kept."""
    subject = of_search(request.GET)
    if subject is None or len(subject.key["search"]) > MAX_SEARCH:
        raise Http404
    if screen_text(subject.label).decision != PASS:
        return render(request, "following/personal.html", {"subject": subject}, status=422)
    return _follow(request, subject)


@never_cache
@require_safe
def asked(request: HttpRequest) -> HttpResponse:
    """What to do next: the same for every address, known or not."""
    return render(request, "following/asked.html")


@sensitive_variables("form")
def _follow(request: HttpRequest, subject: Subject) -> HttpResponse:
    form = FollowForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if not form.is_robot:
            ask_to_follow(subject, form.cleaned_data["email"], form.cleaned_data["frequency"])
        return redirect("follow-asked")
    context = {"subject": subject, "form": form}
    return render(request, "following/follow.html", context, status=422 if form.errors else 200)
