"""From a checked form to a stored question, its contact and its first mail: all of it, once, or nothing."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from content.models import Contact, Question
from content.models.questions import new_reference
from content.questions import choices
from content.questions.asker import mail_confirmation
from content.submissions import keep_once

COPIED = ("question", "context", "profession", "urgency", "may_publish")


@transaction.atomic
def store(data: Mapping[str, Any], about: list[str], reference: str = "") -> Question:
    """Store a question; a form that is sent twice gives the same question, and one that was changed in between another.

    Args:
        data: the cleaned fields of an ``AskForm`` that was screened.
        about: slugs of domains.
        reference: one that was given already; else a new one.
    """
    given = {name: data[name] for name in COPIED}
    question, made = keep_once(
        Question.objects,
        data.get("submission"),
        {
            **given,
            "reference": reference or new_reference(),
            "setting": choices.concept(choices.SETTINGS, data["setting"]),
        },
        same=lambda there: (
            all(getattr(there, name) == value for name, value in given.items())
            and (not data["email"] or Contact.objects.filter(question=there, email=data["email"]).exists())
        ),
    )
    if made:
        question.domains.set(choices.domain_concepts(about))
        if data["email"]:
            mail_confirmation(question, Contact.objects.create(question=question, email=data["email"]))
    return question
