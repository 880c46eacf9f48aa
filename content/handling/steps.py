"""Which step leads a question from where to where, and who may take it: the one table that everything goes by."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType
from typing import Any

from django.db import transaction
from django.utils import timezone

from content.models import Question, QuestionEvent
from content.models.handling import Status

HANDLE = "content.handle_question"
Actor = QuestionEvent.Actor
NEW, DUPLICATE, ASSIGNED, EXPERT, DRAFTED, PUBLISHED, DECLINED = (
    Status.NEW,
    Status.DUPLICATE,
    Status.ASSIGNED,
    Status.EXPERT,
    Status.DRAFTED,
    Status.PUBLISHED,
    Status.DECLINED,
)
WAITING = (NEW, ASSIGNED, EXPERT, DRAFTED)
"""The states in which somebody of ours, or an expert, has something to do."""


class Who(Enum):
    """In which part somebody takes a step."""

    HANDLER = "handler"
    ASSIGNEE = "assignee"
    EXPERT = "expert"
    SITE = "site"


EDITORS = frozenset({Who.HANDLER, Who.ASSIGNEE})
HANDLERS = frozenset({Who.HANDLER})
SITE = frozenset({Who.SITE})


@dataclass(frozen=True)
class Step:
    """A step: what the history says of it, from which state it leads to which, and who may take it."""

    done: str
    leads: Mapping[Status, Status]
    who: frozenset[Who]


def _staying(*states: Status) -> dict[Status, Status]:
    return {state: state for state in states}


STEPS: Mapping[str, Step] = MappingProxyType(
    {
        "assign": Step("toegewezen", {**_staying(*WAITING), NEW: ASSIGNED}, HANDLERS),
        "release": Step("aan niemand meer toegewezen", {**_staying(*WAITING), ASSIGNED: NEW}, HANDLERS),
        "word": Step("in algemene woorden gezet", _staying(*WAITING), EDITORS),
        "invite": Step("deskundige gevraagd", {NEW: EXPERT, ASSIGNED: EXPERT, EXPERT: EXPERT}, EDITORS),
        "write": Step("concept geschreven", {EXPERT: DRAFTED, DRAFTED: DRAFTED}, frozenset({Who.EXPERT})),
        "resend": Step("uitnodiging opnieuw verstuurd", _staying(EXPERT, DRAFTED), EDITORS),
        "revoke": Step("uitnodiging ingetrokken", _staying(*WAITING), EDITORS),
        "call off": Step("geen deskundige meer gevraagd", {EXPERT: ASSIGNED}, EDITORS | SITE),
        "draft": Step("antwoord gemaakt", dict.fromkeys(WAITING, DRAFTED), EDITORS),
        "take over": Step(
            "concept van de deskundige overgenomen", {EXPERT: DRAFTED, DRAFTED: DRAFTED}, EDITORS
        ),
        "publish": Step("antwoord gepubliceerd", dict.fromkeys(WAITING, PUBLISHED), SITE),
        "send back": Step("antwoord teruggestuurd naar de schrijver", _staying(DRAFTED), SITE),
        "unpublish": Step("antwoord van de site gehaald", {PUBLISHED: DRAFTED}, SITE),
        "lose": Step("antwoordpagina verwijderd", {PUBLISHED: ASSIGNED, DRAFTED: ASSIGNED}, SITE),
        "decline": Step("niet in behandeling genomen", dict.fromkeys(WAITING, DECLINED), HANDLERS),
        "reopen": Step("weer in behandeling genomen", {DECLINED: ASSIGNED}, HANDLERS),
        "merge": Step("samengevoegd", {NEW: DUPLICATE, ASSIGNED: DUPLICATE}, HANDLERS),
        "separate": Step("losgemaakt", {DUPLICATE: NEW}, HANDLERS | SITE),
        "note": Step("notitie geschreven", _staying(*Status), EDITORS),
    }
)


class StepRefused(Exception):
    """A step that cannot be taken from where the question stands now."""


def parts_of(user: Any, question: Question) -> frozenset[Who]:
    """In which parts a user may take steps with a question."""
    parts = {Who.HANDLER} if user.has_perm(HANDLE) else set()
    if question.assigned_to_id and question.assigned_to_id == user.pk:
        parts.add(Who.ASSIGNEE)
    return frozenset(parts)


def open_steps(user: Any, question: Question) -> frozenset[str]:
    """The names of the steps that a user may take with a question as it stands."""
    parts = parts_of(user, question)
    return frozenset(
        name for name, step in STEPS.items() if parts & step.who and Status(question.status) in step.leads
    )


@transaction.atomic
def take(
    question: Question,
    name: str,
    *,
    by: Any = None,
    actor: str = Actor.EDITOR,
    detail: str = "",
    **changes: Any,
) -> Question:
    """Take a step with a question as it stands in the database, and note who and when.

    Args:
        name: of the step, as in ``STEPS``.
        detail: a few words of our own about the step; never of the question, nor of an expert: what the history says
            is kept as long as the question.
        changes: fields of the question that change with the step.

    Raises:
        StepRefused: it stands elsewhere by now (somebody else was first), or who takes it may not.
    """
    step = STEPS[name]
    row = Question.objects.select_for_update().get(pk=question.pk)
    if not _parts(by, actor, row) & step.who:
        raise StepRefused("Deze stap is niet aan u.")
    target = step.leads.get(Status(row.status))
    if target is None:
        raise StepRefused(f"Dit kan niet meer: de vraag staat nu op ‘{row.get_status_display()}’.")
    if target != row.status:
        changes |= {"status": target, "status_since": timezone.now()}
    for field, value in changes.items():
        setattr(row, field, value)
        setattr(question, field, value)
    if changes:
        row.save(update_fields=list(changes))
    text = f"{step.done}: {detail}" if detail else step.done
    QuestionEvent.objects.create(question=row, by=by, actor=actor, step=text[:200])
    return row


def _parts(by: Any, actor: str, question: Question) -> frozenset[Who]:
    if by is not None:
        return parts_of(by, question)
    return {Actor.EXPERT: frozenset({Who.EXPERT}), Actor.SITE: SITE}.get(Actor(actor), frozenset())
