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
REPLACE = "replace"
TOKEN_AGE = 60 * 60  # seconds that the confirmation can be read again


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest) -> HttpResponse:
    """The form and the pages between it and a stored question; what was typed travels in their bodies alone.

    Names and dates of birth hold a question up until the asker replaces them (``action=replace``) or says that they are
    nobody's (``confirmed``).
    """
    form = AskForm(request.POST or None)
    if request.method != "POST":
        return _form_page(request, form)
    if not form.is_valid():
        return _form_page(request, form, status=422)
    if form.is_robot:
        # A robot is thanked like everybody, so that it learns nothing; nothing of it is kept.
        return _thanks(new_reference())
    if request.POST.get("action") == REPLACE:
        return _form_page(request, form.again(**form.screened.replaced()), replaced=True)
    if form.needs_confirmation:
        return render(request, "questions/names.html", {"form": form})
    return _thanks(form.save().reference)


def _form_page(request: HttpRequest, form: AskForm, status: int = 200, **more: object) -> HttpResponse:
    return render(request, "questions/ask.html", {"form": form, **more}, status=status)


def _thanks(reference: str) -> HttpResponse:
    return redirect(reverse("asked", args=[signing.dumps(reference, salt=TOKEN_SALT)]))


@never_cache
@require_safe
def asked(request: HttpRequest, token: str) -> HttpResponse:
    """The confirmation, with the reference number; an old or bent address leads back to the form."""
    try:
        reference = signing.loads(token, salt=TOKEN_SALT, max_age=TOKEN_AGE)
    except signing.BadSignature:
        return redirect("ask")
    return render(request, "questions/asked.html", {"reference": reference})
