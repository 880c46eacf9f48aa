"""Changes of the vocabulary that touch more than one concept: merge, split, deprecate, restore and delete.

Each is one transaction, stands in the history of the concepts it touches, and announces the pages that have to be
tagged again. No permanent address is lost but that of a concept that was deleted as a mistake.
"""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Model, ProtectedError, Q
from django.utils.text import slugify
from wagtail.log_actions import log

from content import signals, usage, vocabulary
from content.models import Concept, Label, Tag, TagDecision
from content.models.links import MAX_LINKS
from content.vocabulary_rules import check_delete, check_deprecate, check_merge, check_restore, check_split

MERGED, TOOK_IN = "content.concept_merged", "content.concept_took_in"
SPLIT, SPLIT_OFF = "content.concept_split", "content.concept_split_off"
DEPRECATED, RESTORED = "content.concept_deprecated", "content.concept_restored"
SLUG_LENGTH = 90
REFERRING_SHOWN = 5


def merge(concept: Concept, target: Concept, user: Any = None) -> set[int]:
    """Let a concept go up in another one of its scheme.

    Its labels, tags, decisions, relations, links and narrower concepts go to the target. Where a page has a decision
    about both, the one about the target stands. The concept itself stays, empty, so that its address leads on.

    Returns:
        The ids of the pages that are tagged again.

    Raises:
        ValidationError: the two cannot be merged; nothing was changed.
    """
    check_merge(concept, target)
    with transaction.atomic():
        pages = usage.touched_pages(concept) | usage.touched_pages(target)
        _move_labels(concept, target)
        _move_narrower(concept, target)
        _move_references(concept, target)
        _move_related(concept, target)
        for name in ("exact_match", "close_match"):
            links = [*getattr(target, name), *getattr(concept, name)]
            setattr(target, name, list(dict.fromkeys(links))[:MAX_LINKS])
        target.save()
        Concept.objects.filter(replaced_by=concept).update(replaced_by=target)
        _end(concept, target, merged=True)
        log(concept, MERGED, user=user, data={"other": str(target)})
        log(target, TOOK_IN, user=user, data={"other": str(concept)})
        _announce(pages)
    return pages


def split(
    concept: Concept, pref_label: str, labels: Iterable[str], below: bool = False, user: Any = None
) -> Concept:
    """Set a part of a concept's labels apart as a concept of their own.

    Tags and decisions stay with the concept until its pages are tagged again; decisions stay for good.

    Args:
        pref_label: the preferred term of the new concept; it may be one of the labels that go along.
        labels: the texts of the labels that go along.
        below: put the new concept under this one, rather than beside it.

    Returns:
        The new concept, related to the old one where it stands beside it.

    Raises:
        ValidationError: there is nothing to set apart, or the name is taken; nothing was changed.
    """
    texts, pref_label = set(labels), " ".join(pref_label.split())
    check_split(concept, pref_label, texts)
    rows = list(Label.objects.filter(concept=concept, text__in=texts))
    with transaction.atomic():
        contexts = {row.text: row.context for row in rows}
        new = Concept.objects.create(
            scheme=concept.scheme,
            slug=_free_slug(concept, pref_label),
            pref_label=pref_label,
            pref_context=contexts.get(pref_label, ""),
            broader=concept if below else concept.broader,
            order=concept.order,
        )
        Label.objects.filter(pk__in=[row.pk for row in rows if row.text == pref_label]).delete()
        Label.objects.filter(pk__in=[row.pk for row in rows]).update(concept=new)
        if not below:
            Concept.related.through.objects.create(from_concept=concept, to_concept=new)
        log(concept, SPLIT, user=user, data={"other": str(new)})
        log(new, SPLIT_OFF, user=user, data={"other": str(concept)})
        _refresh(concept, new)
        _announce(usage.touched_pages(concept) | usage.pages_with_label(concept, texts))
    return new


def deprecate(concept: Concept, successor: Concept | None, user: Any = None) -> set[int]:
    """Take a concept out of use: it tags and searches no more, its address stays and names the successor.

    Its narrower concepts go to the successor, or one step up. Its labels stay where they are; decisions stay too.

    Returns:
        The ids of the pages that are tagged again.

    Raises:
        ValidationError: it is out of use already, or the successor will not do; nothing was changed.
    """
    check_deprecate(concept, successor)
    with transaction.atomic():
        pages = usage.touched_pages(concept)
        same_scheme = successor is not None and successor.scheme_id == concept.scheme_id
        _move_narrower(concept, successor if same_scheme else None)
        _end(concept, successor, merged=False)
        log(concept, DEPRECATED, user=user, data={"other": str(successor) if successor else ""})
        _announce(pages)
    return pages


def restore(concept: Concept, user: Any = None) -> set[int]:
    """Take a deprecated concept in use again.

    Returns:
        The ids of the pages that are tagged again.

    Raises:
        ValidationError: it is in use, or was merged, or its preferred term is now that of another concept.
    """
    check_restore(concept)
    with transaction.atomic():
        concept.deprecated, concept.replaced_by = False, None
        concept.save()
        pages = usage.touched_pages(concept)
        log(concept, RESTORED, user=user)
        _announce(pages)
    return pages


def delete(concept: Concept, user: Any = None) -> set[int]:
    """Take a concept away with its address, labels, tags and decisions: for one that was made by mistake.

    Returns:
        The ids of the pages that are tagged again.

    Raises:
        ValidationError: something refers to it, and what; nothing was changed.
    """
    check_delete(concept)
    with transaction.atomic():
        pages = usage.touched_pages(concept)
        log(concept, "wagtail.delete", user=user, deleted=True)
        try:
            concept.delete()
        except ProtectedError as error:
            names = ", ".join(sorted(map(str, error.protected_objects))[:REFERRING_SHOWN])
            raise ValidationError(
                f"{concept} kan niet weg, want er verwijst nog iets naar: {names}. "
                "Laat het begrip vervallen, of voeg het samen met een ander."
            ) from error
        _announce(pages)
    return pages


def _free_slug(concept: Concept, pref_label: str) -> str:
    base = slugify(pref_label)[:SLUG_LENGTH] or "begrip"
    taken = set(Concept.objects.filter(scheme=concept.scheme_id).values_list("slug", flat=True))
    slug, number = base, 2
    while slug in taken:
        slug, number = f"{base}-{number}", number + 1
    return slug


def _move_labels(concept: Concept, target: Concept) -> None:
    """All labels go along, the preferred term as an alternative one; what the target has stays as it has it."""
    known = {target.pref_label.casefold(), *(row.text.casefold() for row in target.label_set.all())}
    rows = [
        Label(text=concept.pref_label, context=concept.pref_context),
        *Label.objects.filter(concept=concept),
    ]
    for row in rows:
        if row.text.casefold() not in known:
            known.add(row.text.casefold())
            Label.objects.create(concept=target, text=row.text, kind=row.kind, context=row.context)
    Label.objects.filter(concept=concept).delete()


def _move_narrower(concept: Concept, target: Concept | None) -> None:
    """Put what is under the concept under the target, or one step up; a target from under it takes its place."""
    if target is not None and concept in _above(target):
        target.broader = concept.broader
        target.save()
    new_parent = target if target is not None else concept.broader
    for row in Concept.objects.filter(broader=concept).exclude(pk=target.pk if target else None):
        row.broader = new_parent
        row.save()


def _above(concept: Concept) -> list[Concept]:
    found, step = [], concept.broader
    while step and step not in found:
        found.append(step)
        step = step.broader
    return found


def _move_references(concept: Concept, target: Concept) -> None:
    """Tags, decisions, and every field of a page that names the concept."""
    for model in (TagDecision, Tag):
        _move(model, "concept_id", "page_id", concept.pk, target.pk)
    for field in usage.page_fields():
        if field.many_to_many:
            through = field.remote_field.through
            source, owner = f"{field.m2m_reverse_field_name()}_id", f"{field.m2m_field_name()}_id"
            _move(through, source, owner, concept.pk, target.pk)
        else:
            field.model._default_manager.filter(**{field.name: concept}).update(**{field.name: target})


def _move(model: type[Model], name: str, owner: str, old: int, new: int) -> None:
    """Let rows name another concept; a row whose owner names that one already goes."""
    rows = model._default_manager.filter(**{name: old})
    has_both = model._default_manager.filter(**{name: new}).values(owner)
    rows.filter(**{f"{owner}__in": list(has_both.values_list(owner, flat=True))}).delete()
    rows.update(**{name: new})


def _move_related(concept: Concept, target: Concept) -> None:
    """Related concepts of both, but never the target itself or what stands above or under it (SKOS, S27)."""
    through = Concept.related.through
    target.refresh_from_db()
    kept = set(Concept.objects.filter(Q(pk=target.pk) | Q(broader=target)).values_list("pk", flat=True))
    kept |= {row.pk for row in _above(target)} | {concept.pk}
    for near, far in (("from_concept", "to_concept"), ("to_concept", "from_concept")):
        for pk in through.objects.filter(**{near: concept}).values_list(f"{far}_id", flat=True):
            if pk not in kept:
                through.objects.get_or_create(**{f"{near}_id": target.pk, f"{far}_id": pk})
    through.objects.filter(Q(from_concept=concept) | Q(to_concept=concept)).delete()


def _end(concept: Concept, successor: Concept | None, merged: bool) -> None:
    fields: dict[str, Any] = {"deprecated": True, "replaced_by": successor, "merged": merged}
    if merged:
        fields |= {"broader": None, "pref_context": ""}
    Concept.objects.filter(pk=concept.pk).update(**fields)
    _refresh(concept)


def _refresh(*concepts: Concept) -> None:
    """Read the rows again and save them, so that the admin's search and every process see them as they are."""
    for concept in concepts:
        fresh = Concept.objects.get(pk=concept.pk)
        fresh.save()
        concept.refresh_from_db()


def _announce(pages: set[int]) -> None:
    vocabulary.vocabulary_changed()
    if pages:
        signals.content_changed.send(sender=None, page_ids=pages)
