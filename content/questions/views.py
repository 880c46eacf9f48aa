"""The pages of asking. Nothing typed reaches an address or a log, and no page of this flow is cached."""

from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from content.models import AnsweredBefore, ContentPage
from content.models.questions import new_reference
from content.questions.forms import AskForm
from content.questions.knowledge import known_about

TOKEN_SALT = "vraag-ontvangen"  # noqa: S105 (a name for the signature, no secret)
# Buttons of the pages between the form and sending.
REPLACE, EDIT, SEND = "replace", "edit", "send"
TOKEN_AGE = 60 * 60  # seconds that the confirmation can be read again


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest) -> HttpResponse:
    """The form and the pages between it and a stored question; what was typed travels in their bodies alone.

    A good form comes back as a page to check, and is stored when that is sent (``action``). Names and dates of birth
    hold it up until the asker replaces them or says that they are nobody's (``confirmed``).
    """
    form = AskForm(request.POST or None)
    if request.method != "POST":
        return _form_page(request, form)
    if not form.is_valid():
        return _form_page(request, form, status=422)
    if form.is_robot:
        # A robot is thanked like everybody, so that it learns nothing; nothing of it is kept.
        return _thanks(new_reference())
    return _next(request, form, request.POST.get("action", ""))


def _next(request: HttpRequest, form: AskForm, action: str) -> HttpResponse:
    """The page after a good form, by the button that was pressed."""
    if action == REPLACE:
        return _form_page(request, form.again(**form.screened.replaced()), replaced=True)
    if action == EDIT:
        return _form_page(request, form.again())
    if form.needs_confirmation:
        return _page(request, "questions/names.html", form)
    if action == SEND:
        return _thanks(form.save().reference)
    return _page(request, "questions/check.html", form, known=known_about(form.cleaned_data["question"]))


@never_cache
@sensitive_post_parameters()
@require_POST
def answered_before(request: HttpRequest) -> HttpResponse:
    """A page of the site answered the question: counted, and nothing of the question is looked at."""
    number = request.POST.get("page", "")
    page = ContentPage.objects.live().public().filter(pk=int(number[:9]) if number.isdecimal() else 0).first()
    if page is None:
        return redirect("ask")
    AnsweredBefore.add(page.pk)
    return redirect(reverse("ask-answered", args=[page.pk]))


@never_cache
@require_safe
def answered(request: HttpRequest, page_id: int) -> HttpResponse:
    """The kind end of a question that needed no sending, with the page that answered it."""
    page = get_object_or_404(ContentPage.objects.live().public(), pk=page_id)
    return render(request, "questions/answered.html", {"page": page})


def _form_page(request: HttpRequest, form: AskForm, status: int = 200, **more: object) -> HttpResponse:
    return _page(request, "questions/ask.html", form, status, **more)


def _page(
    request: HttpRequest, template: str, form: AskForm, status: int = 200, **more: object
) -> HttpResponse:
    return render(request, template, {"form": form, "danger": form.suggests_danger, **more}, status=status)


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
