"""The mail with news: daily or weekly, never empty, and never twice. Part of housekeeping."""

import datetime
import logging

from django.db import transaction
from django.utils import timezone

from content.addresses import absolute
from content.following.erasing import mail_prefix
from content.following.news import News, Newspaper
from content.following.searches import SearchAway
from content.following.signing_up import manage_path, stop_path
from content.mail import queue_mail
from content.models import Follow, Follower

logger = logging.getLogger(__name__)

HOUR = 7  # of the day, on the clock of this country, until which a mail tells
WEEKDAY = 0  # Monday
SETTLE = datetime.timedelta(minutes=10)  # in which what was published just before becomes findable
AT_ONCE = 200  # followers in one round of housekeeping; the next round takes the others


def send_digests(now: datetime.datetime) -> int:
    """Queue the mails that are due; a second call for the same period queues nothing.

    What was told and the mail that tells it are one transaction, so that a crash loses nothing and repeats nothing.

    Returns:
        How many mails were queued.
    """
    queued = waiting = 0
    for frequency in Follower.Frequency:
        until = period_end(frequency, now)
        due = Follower.objects.filter(frequency=frequency, told_until__lt=until).order_by("told_until", "pk")
        paper = Newspaper(until)
        for follower in due[:AT_ONCE]:
            try:
                queued += _tell(follower, paper)
            except SearchAway:
                waiting += 1
    if waiting:
        logger.warning("News of searches waits: search is away.")
    return queued


def period_end(frequency: str, now: datetime.datetime) -> datetime.datetime:
    """The last moment that a mail tells until, which is past and settled."""
    local = timezone.localtime(now - SETTLE)
    end = local.replace(hour=HOUR, minute=0, second=0, microsecond=0)
    if end > local:
        end -= datetime.timedelta(days=1)
    if frequency == Follower.Frequency.WEEKLY:
        end -= datetime.timedelta(days=(end.weekday() - WEEKDAY) % 7)
    return end


def _tell(follower: Follower, paper: Newspaper) -> bool:
    """Queue the mail for one follower, if there is news, and note until when they know everything."""
    follows = Follow.counting().filter(follower=follower).select_related("concept__scheme").order_by("pk")
    news = paper.news_for(follows, follower.told_until)
    with transaction.atomic():
        mine = Follower.objects.filter(pk=follower.pk, told_until=follower.told_until)
        if not mine.update(told_until=paper.until):
            return False  # another process was first, or the address was erased
        if news:
            _mail(follower, news, paper.until)
    return bool(news)


def _mail(follower: Follower, news: list[News], until: datetime.datetime) -> None:
    stop = stop_path(follower)
    queue_mail(
        key=f"{mail_prefix(follower)}news-{until:%Y%m%d}",
        to=follower.email,
        template="following_news",
        context={
            "news": news,
            "manage_path": manage_path(follower),
            "stop_path": stop,
            "frequency": follower.get_frequency_display(),
        },
        headers={
            "List-Unsubscribe": f"<{absolute(stop)}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        },
    )
