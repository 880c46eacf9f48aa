"""Which sent questions an editor looks at first, apart from the others, and what the editor does with them."""

import re
import uuid
from typing import Any

from django.db import transaction
from django.http import HttpRequest

from content.models import Question, SuspectQuestion
from content.models.questions import new_reference
from content.nlp.language import dutch_share
from content.questions import choices
from content.questions.forms import AskForm
from content.questions.networks import NetworkLimit, network_of
from content.questions.storing import store

SENT = NetworkLimit(times=1)  # what is more is kept, but apart
MARKUP = re.compile(r"\[(?:url|link|img)\b|<a\s+href", re.IGNORECASE)
LEAST_DUTCH, LEAST_WORDS = 0.35, 8
FIELDS = ("question", "context", "profession", "setting", "urgency", "may_publish", "email", "domains")
MOST_HELD = 1000  # rows; a flood fills no disk, and what is too much was the same as what is there

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


def hold(form: AskForm, reason: SuspectQuestion.Reason) -> str:
    """Keep a form apart, once.

    Returns:
        Its reference, which it keeps when it becomes a question.
    """
    submission = form.cleaned_data.get("submission") or uuid.uuid4()
    if SuspectQuestion.objects.count() >= MOST_HELD:
        return new_reference()
    sent = {name: form.cleaned_data[name] for name in FIELDS}
    held, _ = SuspectQuestion.objects.get_or_create(
        submission=submission, defaults={"reason": reason, "sent": sent}
    )
    return held.reference


@transaction.atomic
def release(suspect: SuspectQuestion) -> Question:
    """Make it a question like any other, under its own reference and with the mail to its asker."""
    sent: dict[str, Any] = suspect.sent
    about = sent["domains"] or choices.proposed_domains(sent["question"], sent["context"])
    data = {**sent, "submission": suspect.submission}
    question = store(data, about, reference=suspect.reference)
    suspect.delete()
    return question
