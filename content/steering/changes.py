"""The life of a change of the vocabulary: proposed, applied in the background with progress, undone."""

import datetime
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.utils import timezone
from wagtail.log_actions import log

from content import learning, signals, thresholds, usage, vocabulary
from content.models import Concept, ContentPage, TagRun, VocabularyChange
from content.steering import journal, operations
from content.steering.operations import Payload
from content.steering.preview import Preview, preview
from content.steering.reach import Reach, pages_within, reach
from content.steering.rehearsal import Rehearsal, merged_concepts

UNDONE = "content.change_undone"
KEPT_DAYS = 7  # that a proposal nobody applied is kept
IDS_AT_ONCE = 500
REFUSED = "De database kon dit nu niet verwerken. Er is niets veranderd. Probeer het opnieuw."
Kind, State = VocabularyChange.Kind, VocabularyChange.State
WAITING = (State.QUEUED, State.UNDOING)


@dataclass(frozen=True, slots=True)
class Progress:
    """How many of the pages that a change touches have their new tags."""

    done: int
    total: int
    waiting: bool

    @property
    def running(self) -> bool:
        """Whether there is still something to do."""
        return self.waiting or self.done < self.total


def foresee(kind: str, concept: Concept | None, payload: Payload, user: Any) -> Preview:
    """What a change would do; see ``preview``.

    Raises:
        ValidationError: it cannot be made, and why.
    """
    return preview(lambda: operations.perform(kind, concept, payload, user))


def propose(
    kind: str,
    concept: Concept | None,
    title: str,
    payload: Payload,
    user: Any,
    foreseen: Preview | None = None,
) -> VocabularyChange:
    """Keep a change to be decided on, with what it would do.

    Raises:
        ValidationError: it cannot be made, and why.
    """
    shown = foreseen or foresee(kind, concept, payload, user)
    old = timezone.now() - datetime.timedelta(days=KEPT_DAYS)
    VocabularyChange.objects.filter(state=State.PROPOSED, made_at__lt=old).delete()
    return VocabularyChange.objects.create(
        kind=kind, concept=concept, title=title[:250], payload=payload, preview=shown.as_json(), made_by=user
    )


def start(change: VocabularyChange, user: Any) -> bool:
    """Have a proposal applied in the background; False where that was asked before."""
    return _queue(change, (State.PROPOSED, State.FAILED), State.QUEUED, user)


def apply_now(change: VocabularyChange) -> None:
    """Apply a proposal here and now, for a command; ``problem`` says why where it cannot be."""
    VocabularyChange.objects.filter(pk=change.pk).update(state=State.QUEUED)
    settle(change.pk)
    change.refresh_from_db()


def start_undo(change: VocabularyChange, user: Any) -> bool:
    """Have a change taken back in the background; False where that was asked before."""
    return _queue(change, (State.APPLIED,), State.UNDOING, user)


@transaction.atomic
def _queue(change: VocabularyChange, wanted: tuple[str, ...], new: str, user: Any) -> bool:
    from content.tasks import settle_change

    rows = VocabularyChange.objects.filter(pk=change.pk, state__in=wanted)
    asked = bool(rows.update(state=new, problem="", settled_by=user, settled_at=timezone.now()))
    if asked:
        settle_change.enqueue(change.pk)
    return asked


def settle(pk: int) -> None:
    """Apply or undo what was asked. Nothing is half done: it is one transaction, and asking twice does it once."""
    change = VocabularyChange.objects.select_related("concept", "settled_by").filter(pk=pk).first()
    if change is None or change.state not in WAITING:
        return
    undoing = change.state == State.UNDOING
    try:
        with transaction.atomic():
            (_undo if undoing else _apply)(change)
    except (ValidationError, DatabaseError) as error:
        reason = " ".join(error.messages) if isinstance(error, ValidationError) else REFUSED
        VocabularyChange.objects.filter(pk=pk).update(
            state=State.APPLIED if undoing else State.FAILED, problem=reason[:500]
        )


def progress(change: VocabularyChange) -> Progress:
    """How far a change is; a page that is gone or offline by now needs nothing more."""
    since = change.settled_at
    total = done = 0
    for offset in range(0, len(change.pages), IDS_AT_ONCE):
        ids = change.pages[offset : offset + IDS_AT_ONCE]
        total += ContentPage.objects.live().filter(pk__in=ids).count()
        done += TagRun.objects.filter(page__live=True, page__in=ids, at__gte=since).count()
    return Progress(done, total, change.state in WAITING)


def _apply(change: VocabularyChange) -> None:
    about = operations.concerned(change.kind, change.concept, change.payload)
    before, words, limits = journal.snapshot(about), vocabulary.read(), thresholds.read()
    touched = {page for row in Concept.objects.filter(pk__in=about) for page in usage.touched_pages(row)}
    change.concept = operations.perform(change.kind, change.concept, change.payload, change.settled_by)
    vocabulary.vocabulary_changed()
    change.journal = journal.difference(before, journal.snapshot(about))
    change.payload.pop("data", None)  # a file that was imported says nothing more that the journal does not
    change.state = State.APPLIED
    made = Rehearsal(words, vocabulary.read(), merged_concepts(), limits, thresholds.read())
    _tag_again(change, reach(made, learning.present_model()), touched)


def _undo(change: VocabularyChange) -> None:
    words, merged, limits = vocabulary.read(), merged_concepts(), thresholds.read()
    origin = change.concept if change.kind == Kind.SPLIT else None
    for concept in Concept.objects.filter(pk__in=journal.take_back(change.journal, origin)):
        concept.save()  # for the admin's own search
        log(concept, UNDONE, user=change.settled_by, data={"other": change.title})
    vocabulary.vocabulary_changed()
    change.state = State.UNDONE
    # No learned model: where it finds a concept that came back is where the change took it away.
    made = Rehearsal(words, vocabulary.read(), merged, limits, thresholds.read())
    _tag_again(change, reach(made, learned=None))


def _tag_again(change: VocabularyChange, area: Reach, touched: Collection[int] = ()) -> None:
    """Announce the pages within reach; those that had a tag that is gone, or were reached before, are among them."""
    pages = pages_within(area) | set(change.pages) | set(touched)
    change.pages, change.settled_at = sorted(pages), timezone.now()
    change.save()
    if pages:
        signals.content_changed.send(sender=None, page_ids=pages)
