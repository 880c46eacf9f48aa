"""From which score a tag counts, and from which it is shown, where editors say so; else matcher and model decide."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from content.nlp.tagging import SUGGESTED, TagScore


@dataclass(frozen=True, slots=True)
class Threshold:
    """Scores of one scheme, from 0 to 1. ``strong``: a tag counts at once; ``shown``: it is possible.

    None leaves it to the matcher and the learned model. Below ``SUGGESTED`` nothing is ever found.
    """

    scheme: str
    strong: float | None = None
    shown: float | None = None


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The thresholds of the schemes that have any, in order of scheme."""

    schemes: tuple[Threshold, ...] = ()

    @property
    def version(self) -> str:
        """A few characters that change with any threshold; empty where there are none."""
        return ",".join(f"{row.scheme[:8]}{row.strong or ''}-{row.shown or ''}" for row in self.schemes)

    def of(self, scheme: str) -> Threshold:
        """Those of a scheme."""
        return next((row for row in self.schemes if row.scheme == scheme), Threshold(scheme))

    def applied_to(self, tags: Iterable[TagScore]) -> list[TagScore]:
        """The tags that are shown, each with whether it counts, in the order given."""
        return [self._judged(tag) for tag in tags if tag.score >= (self.of(tag.scheme).shown or SUGGESTED)]

    def _judged(self, tag: TagScore) -> TagScore:
        least = self.of(tag.scheme).strong
        return tag if least is None else replace(tag, strong=tag.leads and tag.score >= least)


NO_LIMITS = Thresholds()
