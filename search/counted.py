"""What people looked for, as it was counted: the queries that were asked often enough to be nobody's own."""

import datetime
from dataclasses import dataclass

from django.db.models import Sum
from django.utils import timezone

from content.demand import UnansweredSearch
from search.asked import KEPT_DAYS
from search.models import CommonQuery, QueryDay


@dataclass(frozen=True)
class CountedQuery:
    """A query with how often it was asked, found nothing, and led to a page that was opened."""

    text: str
    asked: int
    without_hits: int
    clicks: int


def asked_since(day: datetime.date) -> list[CountedQuery]:
    """The common queries since a day, the most asked first."""
    words = dict(CommonQuery.objects.values_list("digest", "text"))
    sums = (
        QueryDay.objects.filter(day__gte=day, digest__in=words)
        .values("digest")
        .annotate(asked=Sum("asked"), without_hits=Sum("without_hits"), clicks=Sum("clicks"))
        .order_by("-asked", "digest")
    )
    return [
        CountedQuery(words[s["digest"]], s["asked"], s["without_hits"], s["clicks"])
        for s in sums
        if s["asked"]
    ]


def unanswered() -> list[UnansweredSearch]:
    """The common queries that found nothing, of all days that are kept; the most frequent first."""
    first = timezone.localdate() - datetime.timedelta(days=KEPT_DAYS)
    found = [query for query in asked_since(first) if query.without_hits]
    return [
        UnansweredSearch(query.text, query.without_hits)
        for query in sorted(found, key=lambda query: -query.without_hits)
    ]
