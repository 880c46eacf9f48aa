"""The pages of asking. Nothing typed reaches an address or a log, and no page of this flow is cached."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from content.models import AnsweredBefore, Contact, ContentPage
from content.models.questions import new_reference
from content.questions.asker import status_path
from content.questions.forms import AskForm, filled_the_trap
from content.questions.guard import files_refused, guarded
from content.questions.knowledge import known_about
from content.questions.networks import NetworkLimit
from content.questions.storing import store
from content.questions.suspicion import hold, suspicion
from content.signed import BadLink, Purpose, private_link

ASKED = Purpose("vraag-ontvangen", days=1 / 24)  # that the confirmation can be read again
# Buttons of the pages between the form and sending.
REPLACE, EDIT, SEND = "replace", "edit", "send"
TYPING = NetworkLimit(times=100)  # looks at what is known while somebody types
MOST_TYPED = 1000  # characters looked at while typing


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
@guarded()
def ask(request: HttpRequest) -> HttpResponse:
    """The form and the pages between it and a stored question; what was typed travels in their bodies alone.

    A good form comes back as a page to check, and is stored when that is sent (``action``). Names and dates of birth
    hold it up until the asker replaces them or says that they are nobody's (``confirmed``).
    """
    if request.method != "POST":
        return _form_page(request, AskForm())
    if filled_the_trap(request.POST):
        # A robot is thanked like everybody, so that it learns nothing; nothing of it is kept.
        return _thanks(new_reference())
    form = AskForm(request.POST)
    if not form.is_valid():
        return _form_page(request, form, status=422)
    return _next(request, form, request.POST.get("action", ""))


def _next(request: HttpRequest, form: AskForm, action: str) -> HttpResponse:
    """The page after a good form, by the button that was pressed."""
    if action == REPLACE:
        return _form_page(request, form.again(**form.screened.replaced()), replaced=True)
    if action == EDIT:
        return _form_page(request, form.again())
    if form.needs_confirmation:
        return _page(request, "questions/names.html", form)
    if action != SEND:
        return _check_page(request, form)
    if form.was_hasty:
        again = form.with_new_stamp()
        again.is_valid()
        return _check_page(request, again, hasty=True)
    reason = suspicion(form, request)
    return _thanks(hold(form, reason) if reason else store(form.cleaned_data, form.about).reference)


@never_cache
@sensitive_post_parameters()
@require_POST
@guarded(TYPING)
def known_while_typing(request: HttpRequest) -> HttpResponse:
    """What is known of what is typed so far, as a piece of the page; nothing of it is kept."""
    typed = request.POST.get("question", "")[:MOST_TYPED]
    form = AskForm(initial={name: request.POST.get(name, "") for name in ("question", "context", "urgency")})
    return render(
        request, "questions/while_typing.html", {"danger": form.suggests_danger, "known": known_about(typed)}
    )


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
    return _page(request, "questions/ask.html", form, status, files=files_refused(request), **more)


def _check_page(request: HttpRequest, form: AskForm, **more: object) -> HttpResponse:
    known = known_about(form.cleaned_data["question"])
    return _page(request, "questions/check.html", form, known=known, files=files_refused(request), **more)


def _page(
    request: HttpRequest, template: str, form: AskForm, status: int = 200, **more: object
) -> HttpResponse:
    return render(request, template, {"form": form, "danger": form.suggests_danger, **more}, status=status)


def _thanks(reference: str) -> HttpResponse:
    return redirect(reverse("asked", args=[ASKED.token(reference)]))


@private_link
@require_safe
def asked(request: HttpRequest, token: str) -> HttpResponse:
    """The confirmation, with the reference and the asker's own link; an old or bent address leads back to the form."""
    try:
        reference = ASKED.about(token)
    except BadLink:
        return redirect("ask")
    mailed = Contact.objects.filter(question__reference=reference, confirmed_at=None).exists()
    path = status_path(reference)
    context = {
        "reference": reference,
        "status_path": path,
        "link": f"{settings.BASE_URL}{path}",
        "mailed": mailed,
    }
    return render(request, "questions/asked.html", context)
