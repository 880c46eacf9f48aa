"""The asker's own links and mail: confirm the address, follow the question, erase everything."""

from typing import Any

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from content.mail import forget_mails, queue_mail
from content.models import Contact, Question, QuestionEvent
from content.signed import Purpose

STATUS = Purpose("vraag-volgen", days=730)  # as long as a question may exist
CONFIRM = Purpose("vraag-adres-bevestigen", days=60)  # the address may be erased sooner, see the settings


def status_path(reference: str) -> str:
    """Where an asker follows and erases the question with this reference."""
    return reverse("my-question", args=[STATUS.token(reference)])


def confirm_path(reference: str) -> str:
    """Where an asker confirms the address; this link is only ever mailed to that address."""
    return reverse("confirm-address", args=[CONFIRM.token(reference)])


def mail_asker(
    question: Question, *, step: str, template: str, context: dict[str, Any] | None = None
) -> bool:
    """Queue a mail to the asker, if they gave an address and confirmed it. Call it in the transaction of the step.

    Args:
        question: what it is about.
        step: which mail this is, for example ``published``; each step is mailed once, see ``queue_mail``.
        template: see ``queue_mail``; it also gets ``reference`` and ``status_path``. It never quotes the question.
        context: what else the template needs.

    Returns:
        Whether there was an address to write to.
    """
    contact = Contact.objects.filter(question=question, confirmed_at__isnull=False).first()
    if contact is None:
        return False
    known = {"reference": question.reference, "status_path": status_path(question.reference)}
    queue_mail(
        key=f"{mail_prefix(question)}{step}",
        to=contact.email,
        template=template,
        context={**known, **(context or {})},
    )
    return True


def mail_confirmation(question: Question, contact: Contact) -> None:
    """Ask whoever has the address whether it is theirs: the one mail that goes to an address not yet confirmed."""
    queue_mail(
        key=f"{mail_prefix(question)}received",
        to=contact.email,
        template="question_received",
        context={
            "reference": question.reference,
            "confirm_path": confirm_path(question.reference),
            "days": settings.KEEP_UNCONFIRMED_DAYS,
        },
    )


@transaction.atomic
def confirm(question: Question) -> bool:
    """Note that the address is the asker's own.

    Returns:
        Whether there is an address; it may have been erased meanwhile.
    """
    contact = Contact.objects.select_for_update().filter(question=question).first()
    if contact and contact.confirmed_at is None:
        contact.confirmed_at = timezone.now()
        contact.save(update_fields=["confirmed_at"])
        QuestionEvent.objects.create(
            question=question, actor=QuestionEvent.Actor.ASKER, step="e-mailadres bevestigd"
        )
    return contact is not None


@transaction.atomic
def erase(question: Question) -> None:
    """Delete a question with all that hangs on it, and every mail about it. A published answer names no asker and stays."""
    forget_mails(mail_prefix(question))
    question.delete()


def mail_prefix(question: Question) -> str:
    """What the key of every mail about a question begins with."""
    return f"question-{question.pk}/"
