"""Former searches to suggest again: asked often enough to be nobody's own, with results, and with one that was opened.

What is counted was screened for personal data before it was written (see ``asked``). Editors can add a search or forbid one.
"""

import time
from functools import lru_cache

from django.db.models import F, Sum

from content.nlp.tokens import fold
from search.asked import MIN_ASKED
from search.labels import LabelIndex
from search.models import CommonQuery, QueryDay, SuggestedSearch

MOST = 1000  # searches that are kept at hand, the most asked
MIN_CLICKS = 1
READ_SECONDS = 60  # for which the list is used as it is


def former(text: str, limit: int) -> list[str]:
    """At most ``limit`` former searches that fit a text that may not be finished. No query, but once in a while."""
    texts, index = _read(int(time.monotonic() // READ_SECONDS))
    return [texts[place] for place in index.find(text, limit)]


def forget() -> None:
    """Read the list again at the next use in this process."""
    _read.cache_clear()


@lru_cache(maxsize=1)
def _read(moment: int) -> tuple[tuple[str, ...], LabelIndex]:
    decided = {fold(text): shown for text, shown in SuggestedSearch.objects.values_list("text", "shown")}
    texts = dict.fromkeys(text for text, shown in decided.items() if shown)
    texts |= dict.fromkeys(text for text in _successful() if decided.get(text, True))
    return tuple(texts), LabelIndex(tuple(texts))


def _successful() -> list[str]:
    words = dict(CommonQuery.objects.values_list("digest", "text"))
    sums = (
        QueryDay.objects.values("digest")
        .annotate(times=Sum("asked"), empty=Sum("without_hits"), opened=Sum("clicks"))
        .filter(times__gte=MIN_ASKED, opened__gte=MIN_CLICKS, empty__lt=F("times"))
        .order_by("-times", "digest")
    )
    return [words[row["digest"]] for row in sums[:MOST] if row["digest"] in words]
