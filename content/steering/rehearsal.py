"""A change of the vocabulary, made and taken back at once, to see what it would be like."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db import transaction

from content import thresholds, vocabulary
from content.models import Concept
from content.nlp.thresholds import NO_LIMITS, Thresholds
from content.nlp.vocabulary import Vocabulary

Key = tuple[str, str]  # (scheme, slug)


@dataclass(frozen=True)
class Rehearsal:
    """Vocabulary and thresholds before and after a change, and which concept each merged concept went up in."""

    before: Vocabulary
    after: Vocabulary
    merged: dict[Key, Key]
    limits_before: Thresholds = NO_LIMITS
    limits_after: Thresholds = NO_LIMITS


def rehearse(change: Callable[[], object]) -> Rehearsal:
    """Make a change in a transaction that is rolled back: the very change, so that nothing has to be imitated.

    Raises:
        ValidationError: the change cannot be made.
    """
    before, limits_before = vocabulary.current(), thresholds.read()
    with transaction.atomic():
        change()
        # Not ``vocabulary.current()``: that is remembered by the number of this state, which another change will get.
        after, limits_after = vocabulary.read(), thresholds.read()
        merged = merged_concepts()
        transaction.set_rollback(True)
    return Rehearsal(before, after, merged, limits_before, limits_after)


def merged_concepts() -> dict[Key, Key]:
    """Each merged concept → the one that it went up in."""
    rows = Concept.objects.filter(merged=True, replaced_by__isnull=False).values_list(
        "scheme__slug", "slug", "replaced_by__scheme__slug", "replaced_by__slug"
    )
    return {(scheme, slug): (to_scheme, to_slug) for scheme, slug, to_scheme, to_slug in rows}
