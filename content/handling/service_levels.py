"""How long a question may stand where it stands. A level has a word beside its colour."""

import datetime
from dataclasses import dataclass

from django.db.models import Q
from django.utils import timezone

from content.models import Question
from content.models.handling import Status


@dataclass(frozen=True)
class Term:
    """Days in a state after which a question is due, and late."""

    due: int
    late: int


TERMS = {
    Status.NEW: Term(due=2, late=4),
    Status.ASSIGNED: Term(due=5, late=10),
    Status.EXPERT: Term(due=10, late=14),
    Status.DRAFTED: Term(due=5, late=10),
}


@dataclass(frozen=True)
class Level:
    """How urgent a question is by its term: ``key`` for the style sheet, ``word`` for the reader."""

    key: str
    word: str


ON_TIME, DUE, LATE = Level("ontime", "op tijd"), Level("due", "bijna te laat"), Level("late", "te laat")
LEVELS = {level.key: level for level in (LATE, DUE, ON_TIME)}


def level(question: Question) -> Level | None:
    """The level of a question; none where nobody has anything to do."""
    term = TERMS.get(Status(question.status))
    if term is None:
        return None
    days = (timezone.now() - question.status_since).days
    return LATE if days >= term.late else DUE if days >= term.due else ON_TIME


def at_level(key: str) -> Q:
    """The questions at a level, as a condition on questions.

    Args:
        key: of ``LEVELS``.
    """
    now, found = timezone.now(), Q(pk__in=[])
    for status, term in TERMS.items():
        due, late = (now - datetime.timedelta(days=days) for days in (term.due, term.late))
        since = {
            LATE.key: Q(status_since__lte=late),
            DUE.key: Q(status_since__lte=due, status_since__gt=late),
            ON_TIME.key: Q(status_since__gt=due),
        }[key]
        found |= Q(status=status) & since
    return found
