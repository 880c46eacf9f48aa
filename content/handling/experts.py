"""Experts without an account: asked by mail, reading only the wording that an editor confirmed, writing a draft."""

import datetime
import uuid
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.db.models.signals import pre_delete
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape

from content.handling import answers
from content.handling.steps import DRAFTED, EXPERT, Actor, StepRefused, take
from content.mail import forget_mails, queue_mail
from content.models import AnswerPage, Invitation
from content.privacy.terms import INVITATION
from content.signed import Purpose

LINK = Purpose("deskundige", days=31)  # at most; each invitation has its own last day
TERMS = ((7, "een week"), (14, "twee weken"), (30, "een maand"))
USUAL_TERM = 14
REMIND_BEFORE = datetime.timedelta(days=3)  # the last day
PERSONAL = ("email", "name", "role", "short_answer", "text")
OPEN_STATES = (EXPERT, DRAFTED)


def connect() -> None:
    """Listen for invitations that go with an erased question: their mails go too."""
    pre_delete.connect(_deleted, sender=Invitation, dispatch_uid="handling-invitation-deleted")


def link_path(invitation: Invitation) -> str:
    """Where an expert reads the question and writes."""
    return reverse("expert", args=[LINK.token(str(invitation.nonce))])


def mail_prefix(invitation: Invitation) -> str:
    """What the key of every mail of an invitation begins with."""
    return f"invitation-{invitation.pk}/"


@transaction.atomic
def invite(question: Any, by: Any, email: str, name: str, role: str, days: int) -> Invitation:
    """Ask an expert for a draft.

    Args:
        days: how long the link works.

    Raises:
        StepRefused: the question stands elsewhere by now, or has no wording that an expert may read.
    """
    row = take(question, "invite", by=by)
    if not row.wording:
        raise StepRefused("Zet de vraag eerst in algemene woorden.")
    last = timezone.now() + datetime.timedelta(days=days)
    invitation = Invitation.objects.create(
        question=row, by=by, email=email, name=name, role=role, expires_at=last
    )
    _mail(invitation, str(invitation.nonce), "expert_invited")
    return invitation


@transaction.atomic
def resend(invitation: Invitation, by: Any) -> None:
    """Send a new link; the old one is worth nothing from now on.

    Raises:
        StepRefused: the invitation is over, or the question stands elsewhere by now.
    """
    _must_be_open(invitation)
    take(invitation.question, "resend", by=by)
    forget_mails(mail_prefix(invitation))
    invitation.nonce = uuid.uuid4()
    invitation.save(update_fields=["nonce"])
    _mail(invitation, str(invitation.nonce), "expert_invited")


@transaction.atomic
def revoke(invitation: Invitation, by: Any) -> None:
    """End an invitation; its link is worth nothing from now on.

    Raises:
        StepRefused: it is over already.
    """
    _must_be_open(invitation)
    take(invitation.question, "revoke", by=by)
    forget_mails(mail_prefix(invitation))
    invitation.revoked_at = timezone.now()
    invitation.save(update_fields=["revoked_at"])
    _call_off(invitation.question)


@transaction.atomic
def write(invitation: Invitation, short_answer: str, text: str) -> None:
    """Keep what an expert wrote; it may be written anew until the last day, or until it is taken over.

    Raises:
        StepRefused: the invitation is over, or the question stands elsewhere by now.
    """
    row = Invitation.objects.select_for_update().get(pk=invitation.pk)
    _must_be_open(row)
    take(row.question, "write", actor=Actor.EXPERT)
    row.short_answer, row.text, row.written_at = short_answer, text, timezone.now()
    row.save(update_fields=["short_answer", "text", "written_at"])


@transaction.atomic
def take_over(invitation: Invitation, by: Any) -> AnswerPage:
    """Put what an expert wrote in the draft of the answer, which is made where there is none.

    Raises:
        StepRefused: nothing was written, it was taken over already, or the question stands elsewhere by now.
    """
    row = Invitation.objects.select_for_update().get(pk=invitation.pk)
    question = row.question
    if row.written_at is None or row.taken_at or row.revoked_at:
        raise StepRefused("Er is geen tekst om over te nemen.")
    take(question, "take over", by=by)
    page = question.answer_page or answers.make(
        question, by, wording=(question.wording, question.wording_context)
    )
    draft = page.get_latest_revision_as_object()
    draft.short_answer = draft.short_answer or row.short_answer
    draft.expert_role = draft.expert_role or row.role
    draft.body = [*draft.body.raw_data, {"type": "text", "value": _paragraphs(row.text)}]
    draft.save_revision(user=by, log_action=True)
    row.taken_at = timezone.now()
    row.save(update_fields=["taken_at"])
    return page


def is_open(invitation: Invitation) -> bool:
    """Whether the expert may still read and write: within the term, and while the question waits for them."""
    return invitation.is_open and invitation.question.status in OPEN_STATES


def remind_due() -> None:
    """Remind experts who wrote nothing a few days before the last day, each once."""
    soon = timezone.now() + REMIND_BEFORE
    waiting = Invitation.objects.filter(
        written_at=None, reminded_at=None, revoked_at=None, taken_at=None, expires_at__lte=soon
    ).exclude(email="")
    for invitation in waiting.select_related("question"):
        if is_open(invitation):
            with transaction.atomic():
                _mail(invitation, "reminder", "expert_reminded")
                invitation.reminded_at = timezone.now()
                invitation.save(update_fields=["reminded_at"])


def call_off_expired() -> None:
    """Give questions back to their handlers when the last day of every expert is over."""
    for invitation in Invitation.objects.filter(question__status=EXPERT, expires_at__lte=timezone.now()):
        _call_off(invitation.question)


def forget_due() -> None:
    """Erase names, addresses, roles, mails and texts of invitations that ended long enough ago."""
    ended = INVITATION.began_before()
    over = Q(expires_at__lte=ended) | Q(revoked_at__lte=ended) | Q(taken_at__lte=ended)
    for invitation in Invitation.objects.filter(over).exclude(email=""):
        with transaction.atomic():
            forget_mails(mail_prefix(invitation))
            for field in PERSONAL:
                setattr(invitation, field, "")
            invitation.save(update_fields=PERSONAL)


def _deleted(sender: Any, instance: Invitation, **kwargs: Any) -> None:
    forget_mails(mail_prefix(instance))


def _must_be_open(invitation: Invitation) -> None:
    if not is_open(invitation):
        raise StepRefused("Deze uitnodiging is voorbij.")


def _call_off(question: Any) -> None:
    """No expert is asked any more, where the last one fell away."""
    question.refresh_from_db()
    if question.status == EXPERT and not any(each.is_open for each in question.invitations.all()):
        take(question, "call off", actor=Actor.SITE)


def _mail(invitation: Invitation, step: str, template: str) -> None:
    queue_mail(
        key=f"{mail_prefix(invitation)}{step}",
        to=invitation.email,
        template=template,
        context={
            "name": invitation.name,
            "last_day": invitation.expires_at,
            "expert_path": link_path(invitation),
        },
    )


def _paragraphs(text: str) -> str:
    return "".join(f"<p>{escape(line)}</p>" for line in text.splitlines() if line.strip())
