"""Beginning to follow: asked on a page, confirmed from a mail, stopped by a link. Each link does one thing."""

import datetime

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from content.following.erasing import mail_prefix
from content.following.subjects import Subject
from content.mail import queue_mail
from content.models import Follow, Follower
from content.privacy.terms import UNCONFIRMED
from content.signed import Purpose

CONFIRM = Purpose("volgen-bevestigen", days=30)
MANAGE = Purpose("volgen-beheren", days=400)
STOP = Purpose("volgen-stoppen", days=400)
MOST_WAITING = 5  # follows of one address that wait to be confirmed: nobody floods a mailbox through us
MOST_FOLLOWS = 50


def manage_path(follower: Follower) -> str:
    """Where a follower sees and changes what they follow; mailed to their address alone."""
    return reverse("my-follows", args=[MANAGE.token(follower.reference)])


def stop_path(follower: Follower) -> str:
    """Where a follower stops everything with one click (RFC 8058)."""
    return reverse("stop-following", args=[STOP.token(follower.reference)])


def ask_to_follow(subject: Subject, email: str, frequency: str) -> None:
    """Ask whoever has an address whether they want to follow something.

    Nothing tells the asker whether the address was known already. An address hears from us at most once a day about one
    thing, and about few things before it confirmed anything of it.
    """
    address = email.strip().lower()
    with transaction.atomic():
        follower, _ = Follower.objects.get_or_create(email=address, defaults={"frequency": frequency})
        if not Follow.objects.filter(follower=follower, **subject.key).exists() and _has_enough(follower):
            return
        follow, _ = Follow.objects.get_or_create(follower=follower, **subject.key)
        counts = follow.confirmed_at is not None and follow.stopped_at is None
        _mail(follow, subject, "following_already" if counts else "following_confirm")


def confirm(reference: str, now: datetime.datetime) -> Follow | None:
    """Begin to follow what was asked for; a second time changes nothing.

    Returns:
        What is followed now; None where it was erased before.
    """
    with transaction.atomic():
        follow = Follow.objects.select_related("follower").filter(reference=reference).first()
        if follow is None:
            return None
        if follow.confirmed_at is None or follow.stopped_at is not None:
            first = not Follow.counting().filter(follower=follow.follower).exists()
            follow.confirmed_at, follow.stopped_at = now, None
            follow.save(update_fields=["confirmed_at", "stopped_at"])
            if first:
                Follower.objects.filter(pk=follow.follower_id).update(told_until=now)
        return follow


def _has_enough(follower: Follower) -> bool:
    waiting = follower.follows.filter(confirmed_at=None).count()
    return waiting >= MOST_WAITING or follower.follows.count() >= MOST_FOLLOWS


def _mail(follow: Follow, subject: Subject, template: str) -> None:
    follower = follow.follower
    queue_mail(
        key=f"{mail_prefix(follower)}{template}-{follow.pk}-{timezone.localdate():%Y%m%d}",
        to=follower.email,
        template=template,
        context={
            "subject": subject,
            "confirm_path": reverse("confirm-follow", args=[CONFIRM.token(follow.reference)]),
            "manage_path": manage_path(follower),
            "days": UNCONFIRMED.days,
        },
    )
