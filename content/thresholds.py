"""The thresholds of tags that editors set, as the tagger reads them, and what holds where they set none."""

from content.models import TagThreshold
from content.nlp.learned import LearnedModel
from content.nlp.tagging import STRONG, SUGGESTED
from content.nlp.thresholds import Threshold, Thresholds

NAMES = {"domein": "domeinen", "thema": "thema's"}
WHOLE = 100  # editors speak of points out of this many


def read() -> Thresholds:
    """As the database has them now: one small query."""
    rows = TagThreshold.objects.exclude(strong=None, shown=None).order_by("scheme__slug")
    return Thresholds(
        tuple(
            Threshold(scheme, _share(strong), _share(shown))
            for scheme, strong, shown in rows.values_list("scheme__slug", "strong", "shown")
        )
    )


def by_itself(scheme: str, learned: LearnedModel | None) -> tuple[int, int]:
    """From how many points a tag counts and is shown where no editor set it."""
    rule = learned.rules.get(scheme) if learned else None
    return points(rule.strong if rule else STRONG), points(SUGGESTED)


def points(score: float) -> int:
    """A score from 0 to 1 as an editor reads it."""
    return round(score * WHOLE)


def _share(value: int | None) -> float | None:
    return None if value is None else value / WHOLE
