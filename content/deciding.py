"""Deciding on tags outside the page editor: the same decision, in the same revisions, with who and when in the history.

Who may publish a page decides at once; a draft that somebody is working on gets the decision too, and is not published by
it. Who may only edit makes a draft with the decision and sends it in.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import TaskState

from content import signals
from content.models import Concept, ContentPage, Decision, DecisionBatch, DecisionItem, TagDecision

DECIDED, PROPOSED = "content.tag_decided", "content.tag_proposed"
NONE = ""  # no decision: automatic again
Choice = tuple[int, int]  # (page, concept)


@dataclass(frozen=True)
class Outcome:
    """What became of a decision about many tags: the batch (None where nothing was done), and numbers of tags."""

    batch: DecisionBatch | None
    decided: int
    proposed: int
    refused: int


@transaction.atomic
def decide(choices: Iterable[Choice], decision: str, user: Any) -> Outcome:
    """Accept or reject tags, each on its page, as far as the user may; what is refused stays as it was."""
    wanted = {page: {concept: decision for _, concept in rows} for page, rows in _by_page(choices)}
    batch = DecisionBatch.objects.create(user=user, decision=decision)
    refused = 0
    items = []
    for page in ContentPage.objects.filter(pk__in=wanted).specific():
        before = _put(page, wanted[page.pk], user)
        if before is None:
            refused += len(wanted[page.pk])
            continue
        proposed = not _may_publish(page, user)
        items += [
            DecisionItem(batch=batch, page_id=page.pk, concept_id=pk, before=old, proposed=proposed)
            for pk, old in before.items()
        ]
    if not items:
        batch.delete()
        return Outcome(None, 0, 0, refused)
    DecisionItem.objects.bulk_create(items)
    _announce(item.page_id for item in items if not item.proposed)
    proposed = sum(item.proposed for item in items)
    return Outcome(batch, len(items) - proposed, proposed, refused)


@transaction.atomic
def undo(batch: DecisionBatch, user: Any) -> int:
    """Take a batch back. What an editor decided differently since stays as it is.

    Returns:
        How many decisions were taken back; 0 where the batch was taken back before.
    """
    if not DecisionBatch.objects.filter(pk=batch.pk, undone_at=None).update(undone_at=timezone.now()):
        return 0
    items = {(item.page_id, item.concept_id): item.before for item in batch.items.all()}
    pages = ContentPage.objects.filter(pk__in={page for page, _ in items}).specific()
    done = 0
    for page in pages:
        now = decisions_of(_draft(page))
        wanted = {
            concept: before
            for (pk, concept), before in items.items()
            if pk == page.pk and now.get(concept, NONE) == batch.decision
        }
        if wanted and _put(page, wanted, user) is not None:
            done += len(wanted)
    _announce({page for page, _ in items})
    return done


def decisions_of(page: ContentPage) -> dict[int, str]:
    """Concept → decision, as the page (live, or a draft) has it."""
    return {row.concept_id: row.decision for row in page.tag_decisions.all()}


def _put(page: ContentPage, wanted: dict[int, str], user: Any) -> dict[int, str] | None:
    """Decide on one page. Returns what was decided before, by concept; None where the user may not edit it now."""
    rights = page.permissions_for_user(user)
    if not rights.can_edit() or rights.page_locked():
        return None
    publishes = _may_publish(page, user)
    draft = _draft(page)
    before = decisions_of(page if publishes else draft)
    _set(draft, wanted)
    if publishes:
        _set_live(page, wanted)
    revision = _save(page, draft, user, changed=page.has_unpublished_changes or not publishes)
    names = dict(Concept.objects.filter(pk__in=wanted).values_list("pk", "pref_label"))
    for pk, decision in wanted.items():
        words = Decision(decision).label if decision else "automatisch"
        data = {"concept": names[pk], "decision": words}
        log(page, DECIDED if publishes else PROPOSED, user=user, revision=revision, data=data)
    if not publishes:
        _send_in(draft, user)
    return {pk: before.get(pk, NONE) for pk in wanted}


def _draft(page: ContentPage) -> Any:
    return page.get_latest_revision_as_object() if page.latest_revision_id else page


def _set(draft: Any, wanted: dict[int, str]) -> None:
    kept = [row for row in draft.tag_decisions.all() if row.concept_id not in wanted]
    new = [TagDecision(concept_id=pk, decision=value) for pk, value in wanted.items() if value]
    draft.tag_decisions = [*kept, *new]


def _set_live(page: ContentPage, wanted: dict[int, str]) -> None:
    TagDecision.objects.filter(page=page, concept__in=wanted).delete()
    rows = [
        TagDecision(page_id=page.pk, concept_id=pk, decision=value) for pk, value in wanted.items() if value
    ]
    TagDecision.objects.bulk_create(rows)


def _save(page: ContentPage, draft: Any, user: Any, changed: bool) -> Any:
    """A revision with the decision; it takes the place of the last one wherever that one waits to be published."""
    last = page.latest_revision
    revision = draft.save_revision(user=user, changed=changed, clean=False)
    if not changed:
        ContentPage.objects.filter(pk=page.pk).update(live_revision=revision)
    if last is not None:
        if last.approved_go_live_at:
            revision.approved_go_live_at, last.approved_go_live_at = last.approved_go_live_at, None
            revision.save(update_fields=["approved_go_live_at"])
            last.save(update_fields=["approved_go_live_at"])
        TaskState.objects.filter(revision=last, status=TaskState.STATUS_IN_PROGRESS).update(revision=revision)
    return revision


def _send_in(draft: Any, user: Any) -> None:
    workflow = draft.get_workflow()
    if workflow and not draft.workflow_in_progress:
        workflow.start(draft, user)


def _may_publish(page: ContentPage, user: Any) -> bool:
    return bool(page.permissions_for_user(user).can_publish())


def _by_page(choices: Iterable[Choice]) -> Iterable[tuple[int, Iterable[Choice]]]:
    return groupby(sorted(set(choices)), key=lambda choice: choice[0])


def _announce(page_ids: Iterable[int] | Collection[int]) -> None:
    ids = set(page_ids)
    if ids:
        signals.content_changed.send(sender=None, page_ids=ids)
