"""The pages of asking. Nothing typed reaches an address or a log, and no page of this flow is cached."""

from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from content.models.questions import new_reference
from content.questions.forms import AskForm

TOKEN_SALT = "vraag-ontvangen"  # noqa: S105 (a name for the signature, no secret)
TOKEN_AGE = 60 * 60  # seconds that the confirmation can be read again


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest) -> HttpResponse:
    """The form; a good one is stored and confirmed, a bad one comes back with what was typed."""
    form = AskForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        # A robot is thanked like everybody, so that it learns nothing; nothing of it is kept.
        reference = new_reference() if form.is_robot else form.save().reference
        return redirect(reverse("asked", args=[signing.dumps(reference, salt=TOKEN_SALT)]))
    return render(request, "questions/ask.html", {"form": form}, status=422 if form.errors else 200)


@never_cache
@require_safe
def asked(request: HttpRequest, token: str) -> HttpResponse:
    """The confirmation, with the reference number; an old or bent address leads back to the form."""
    try:
        reference = signing.loads(token, salt=TOKEN_SALT, max_age=TOKEN_AGE)
    except signing.BadSignature:
        return redirect("ask")
    return render(request, "questions/asked.html", {"reference": reference})
