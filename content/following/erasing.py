"""Forgetting followers: what was never confirmed, what was stopped, and at once who says so."""

import datetime

from django.db.models import Q

from content.mail import forget_mails
from content.models import Follow, Follower
from content.privacy.terms import STOPPED, UNCONFIRMED


def forget_unwanted(now: datetime.datetime) -> int:
    """Erase what was never confirmed or was stopped, and addresses that follow nothing any more.

    Returns:
        How many addresses were erased.
    """
    unconfirmed = Q(confirmed_at=None, asked_at__lte=now - datetime.timedelta(days=UNCONFIRMED.days))
    stopped = Q(stopped_at__lte=now - datetime.timedelta(days=STOPPED.days))
    Follow.objects.filter(unconfirmed | stopped).delete()
    idle = list(Follower.objects.filter(follows=None))
    for follower in idle:
        erase(follower)
    return len(idle)


def mail_prefix(follower: Follower) -> str:
    """How the key of every mail to a follower begins."""
    return f"follower-{follower.pk}/"


def erase(follower: Follower) -> None:
    """Erase an address with all it follows, and the mail that still waits for it."""
    forget_mails(mail_prefix(follower))
    follower.delete()
