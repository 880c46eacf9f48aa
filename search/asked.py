"""Counting what people look for, without keeping who or when.

A query is held in memory for some seconds. Then it is screened: with anything personal in it, it is forgotten. What is left
is counted under a keyed hash, and its words are kept only once it was asked often enough to be nobody's own.
"""

import datetime
import threading
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.db import DatabaseError, close_old_connections, transaction
from django.db.models import F, Sum
from django.utils import timezone
from django.utils.crypto import salted_hmac

from content.nlp.screen.findings import PASS
from content.nlp.tokens import fold
from content.screening import screen_text
from search.models import CommonQuery, QueryDay
from search.once import OncePerDay

SALT = "zoekvraag"
FLUSH_AFTER = 10.0  # seconds that a count may wait in memory
MOST_WAITING = 1000  # different counts in memory; more are forgotten, so that a flood costs nothing
MAX_TEXT = 100  # characters; longer queries are told as questions and are nobody's but the asker's
MIN_ASKED = 3  # times, before the words of a query are kept
KEPT_DAYS = 365


@dataclass(frozen=True, slots=True)
class _Event:
    text: str
    kind: str


ASKED, WITHOUT_HITS, CLICKS = "asked", "without_hits", "clicks"


class Tally:
    """Counts that wait for the database, so that no visitor waits for it. Safe to share between threads."""

    def __init__(self) -> None:
        self._counts: Counter[_Event] = Counter()
        self._lock = threading.Lock()
        self._timer: threading.Timer | None = None

    def note_visit(self, network: str | None, text: str, kinds: Sequence[str]) -> None:
        """Count a query for a network, its first kind at most once a day: words become common by the many, not by one.

        Args:
            network: as ``network_of`` gives it; it is not kept.
        """
        plain = _plain(text)
        if plain and settings.COUNT_QUERIES and seen.first(network, f"{kinds[0]} {plain}"):
            self.note(text, kinds)

    def note(self, text: str, kinds: Iterable[str]) -> None:
        """Count a query; too long a text is forgotten at once."""
        plain = _plain(text)
        if not plain or not settings.COUNT_QUERIES:
            return
        with self._lock:
            for kind in kinds:
                event = _Event(plain, kind)
                if event in self._counts or len(self._counts) < MOST_WAITING:
                    self._counts[event] += 1
            if self._timer is None:
                self._timer = threading.Timer(FLUSH_AFTER, self._flush_in_background)
                self._timer.daemon = True
                self._timer.start()

    def flush(self) -> None:
        """Write the counts that wait.

        Raises:
            DatabaseError: they could not be written, and are forgotten.
        """
        with self._lock:
            counts, self._counts = self._counts, Counter()
            if self._timer is not None:
                self._timer.cancel()
                self._timer = None
        texts = {event.text for event in counts}
        for text in sorted(texts):
            if screen_text(text).decision == PASS:
                _write(text, {event.kind: n for event, n in counts.items() if event.text == text})

    def _flush_in_background(self) -> None:
        close_old_connections()
        try:
            self.flush()
        except DatabaseError:
            return  # a lost count is nothing; a log line could hold the words
        finally:
            close_old_connections()


def _plain(text: str) -> str:
    """The text as it is counted; empty where it is too long to be."""
    plain = fold(" ".join(text.split()))
    return plain if len(plain) <= MAX_TEXT else ""


tally, seen = Tally(), OncePerDay()


def forget_old(today: datetime.date) -> int:
    """Delete counts older than ``KEPT_DAYS`` days, and the words of queries that nobody asks any more.

    Returns:
        How many rows of counts went.
    """
    gone, _ = QueryDay.objects.filter(day__lt=today - datetime.timedelta(days=KEPT_DAYS)).delete()
    CommonQuery.objects.exclude(digest__in=QueryDay.objects.values("digest")).delete()
    return gone


@transaction.atomic
def _write(text: str, counts: dict[str, int]) -> None:
    digest = salted_hmac(SALT, text, algorithm="sha256").hexdigest()
    row, _ = QueryDay.objects.get_or_create(digest=digest, day=timezone.localdate())
    QueryDay.objects.filter(pk=row.pk).update(**{name: F(name) + number for name, number in counts.items()})
    total = QueryDay.objects.filter(digest=digest).aggregate(total=Sum("asked"))["total"] or 0
    if total >= MIN_ASKED:
        CommonQuery.objects.get_or_create(digest=digest, defaults={"text": text})
