"""Which sent questions an editor looks at first, apart from the others, and what the editor does with them."""

import re
from typing import Any

from django.db import transaction
from django.db.models import Count
from django.http import HttpRequest

from content.models import Question, SuspectContact, SuspectQuestion
from content.nlp.language import dutch_share
from content.questions import choices
from content.questions.forms import AskForm
from content.questions.networks import NetworkLimit, network_of
from content.questions.storing import store
from content.submissions import keep_once

SENT = NetworkLimit(times=1)  # what is more is kept, but apart
MARKUP = re.compile(r"\[(?:url|link|img)\b|<a\s+href", re.IGNORECASE)
LEAST_DUTCH, LEAST_WORDS = 0.35, 8
FIELDS = ("question", "context", "profession", "setting", "urgency", "may_publish", "domains")
MOST_HELD = 1000  # rows, so that a flood fills no disk

Reason = SuspectQuestion.Reason


def suspicion(form: AskForm, request: HttpRequest) -> SuspectQuestion.Reason | None:
    """Why a good form should be looked at before it counts as a question; none for nearly all."""
    text = f"{form.cleaned_data['question']}\n{form.cleaned_data['context']}"
    if not SENT.allows(network_of(request)):
        return Reason.MANY
    if MARKUP.search(text):
        return Reason.MARKUP
    if len(text.split()) >= LEAST_WORDS and dutch_share(text) < LEAST_DUTCH:
        return Reason.FOREIGN
    return None


@transaction.atomic
def hold(form: AskForm, reason: SuspectQuestion.Reason) -> str:
    """Keep a form apart, once; where all places are taken, an older one makes room.

    Returns:
        Its reference, which it keeps when it becomes a question.
    """
    sent, email = {name: form.cleaned_data[name] for name in FIELDS}, form.cleaned_data["email"]
    held, made = keep_once(
        SuspectQuestion.objects,
        form.cleaned_data.get("submission"),
        {"reason": reason, "sent": sent},
        same=lambda there: there.sent == sent and (not email or email == address_of(there)),
    )
    if made:
        if email:
            SuspectContact.objects.create(suspect=held, email=email)
        _make_room(held)
    return held.reference


def address_of(suspect: SuspectQuestion) -> str:
    """The address that came with it; empty where there was none."""
    return SuspectContact.objects.filter(suspect=suspect).values_list("email", flat=True).first() or ""


def is_full() -> bool:
    """Whether all places are taken, so that each one that comes pushes out an older one."""
    return SuspectQuestion.objects.count() >= MOST_HELD


def _make_room(newest: SuspectQuestion) -> None:
    """Throw away what is too much: the oldest of the reason that takes the most places. So a flood pushes out itself, and
    neither the newest nor what is held for another reason."""
    others = SuspectQuestion.objects.exclude(pk=newest.pk)
    for _ in range(others.count() + 1 - MOST_HELD):
        [most] = others.order_by().values("reason").annotate(times=Count("pk")).order_by("-times")[:1]
        oldest = others.filter(reason=most["reason"]).order_by("received_at", "pk")[:1]
        SuspectQuestion.objects.filter(pk__in=list(oldest.values_list("pk", flat=True))).delete()


@transaction.atomic
def release(suspect: SuspectQuestion) -> Question:
    """Make it a question like any other, under its own reference and with the mail to its asker."""
    sent: dict[str, Any] = suspect.sent
    about = sent["domains"] or choices.proposed_domains(sent["question"], sent["context"])
    data = {**sent, "email": address_of(suspect), "submission": suspect.submission}
    question = store(data, about, reference=suspect.reference)
    suspect.delete()
    return question
