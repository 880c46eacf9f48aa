"""The expert's page: behind a signed link, with the wording that an editor confirmed and never the asker's own."""

import uuid
from typing import ClassVar

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from content.forms.screened import ScreenedForm
from content.handling import experts
from content.handling.steps import StepRefused
from content.models import Invitation
from content.signed import BadLink, private_link

SAVED = "bewaard"
GONE = 410


class DraftForm(ScreenedForm):
    """What the expert writes."""

    screened_fields: ClassVar[tuple[str, ...]] = ("short_answer", "text")
    short_answer = forms.CharField(
        label="Kort antwoord",
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="In een paar zinnen: wat kan de vragensteller doen?",
        error_messages={"required": "Schrijf een kort antwoord."},
    )
    text = forms.CharField(
        label="Uitleg",
        max_length=10_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 14}),
        help_text="Stappen, valkuilen, en waar u zich op baseert. Een redacteur maakt er een leesbare tekst van.",
    )


@private_link
@require_http_methods(["GET", "HEAD", "POST"])
def expert(request: HttpRequest, token: str) -> HttpResponse:
    """The question in general words and the expert's draft; after the last day or when taken over, a kind end."""
    invitation = _invitation(token)
    if invitation is None or not experts.is_open(invitation):
        return _over(request, invitation)
    if request.method != "POST":
        initial = {"short_answer": invitation.short_answer, "text": invitation.text}
        return _page(request, invitation, DraftForm(initial=initial))
    form = DraftForm(request.POST)
    if not form.is_valid():
        return _page(request, invitation, form, status=422)
    try:
        experts.write(invitation, form.cleaned_data["short_answer"], form.cleaned_data["text"])
    except StepRefused:
        return _over(request, invitation)
    return redirect(f"{request.path}?{SAVED}=1")


def _invitation(token: str) -> Invitation | None:
    try:
        nonce = uuid.UUID(experts.LINK.about(token))
    except (BadLink, ValueError):
        return None
    return Invitation.objects.select_related("question").filter(nonce=nonce).first()


def _page(request: HttpRequest, invitation: Invitation, form: DraftForm, status: int = 200) -> HttpResponse:
    context = {
        "wording": invitation.question.wording,
        "situation": invitation.question.wording_context,
        "last_day": invitation.expires_at,
        "written_at": invitation.written_at,
        "saved": SAVED in request.GET and not form.is_bound,
        "form": form,
    }
    return render(request, "questions/expert.html", context, status=status)


def _over(request: HttpRequest, invitation: Invitation | None) -> HttpResponse:
    """Why the link does not work; a link that we do not know tells no more than that."""
    context = {"taken": invitation is not None and invitation.taken_at is not None}
    return render(request, "questions/expert_over.html", context, status=GONE)
