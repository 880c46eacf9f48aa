"""How far a change of the vocabulary reaches: which pages can get other tags by it.

A label can only be met in a text that holds its words, so the stems that are kept of every page (``PageText``) tell which
pages to look at again. More pages than needed may come out, never fewer.
"""

from collections.abc import Callable
from dataclasses import dataclass

from content.models import ContentPage, PageText, Tag, TagDecision
from content.nlp.learned import LearnedModel
from content.nlp.vocabulary import Vocabulary
from content.steering.rehearsal import Key, Rehearsal
from content.steering.stems import needed_stems

BATCH = 2000  # texts read at once
FEW = 20  # needs


@dataclass(frozen=True)
class Reach:
    """Pages that hold all stems of one of ``needs``, or have a tag or decision of one of ``concepts``; or every page."""

    needs: frozenset[frozenset[str]]
    concepts: frozenset[Key]
    everywhere: bool = False


def reach(rehearsed: Rehearsal, learned: LearnedModel | None) -> Reach:
    """Where the tags may differ before and after a change."""
    changed = _effects(rehearsed.before) ^ _effects(rehearsed.after)
    came_or_went = rehearsed.before.by_key.keys() ^ rehearsed.after.by_key.keys()
    came = rehearsed.after.by_key.keys() - rehearsed.before.by_key.keys()
    return Reach(
        needs=frozenset(filter(None, (needed_stems(label) for _, _, _, label, _ in changed))),
        concepts=frozenset(came_or_went | _newly_merged(rehearsed)),
        everywhere=bool(learned and came & set(learned.concepts))
        or rehearsed.limits_before != rehearsed.limits_after,
    )


def pages_within(area: Reach) -> set[int]:
    """The ids of the live pages within reach; a page whose text was never kept is among them."""
    live = set(ContentPage.objects.live().values_list("pk", flat=True))
    if area.everywhere:
        return live
    known = set()
    found = set()
    holds = _any_of(area.needs)
    for pk, stems in PageText.objects.values_list("page_id", "stems").iterator(chunk_size=BATCH):
        known.add(pk)
        if holds(stems):
            found.add(pk)
    return live & (found | (live - known) | _pages_about(area.concepts))


def _any_of(needs: frozenset[frozenset[str]]) -> Callable[[str], bool]:
    """Whether stems hold all of one of the needs: looked up in the string where the needs are few, else in a set."""
    if len(needs) > FEW:
        return lambda stems: any(map(set(stems.split()).issuperset, needs))
    spaced = [[f" {stem} " for stem in need] for need in needs]
    return lambda stems: any(all(stem in stems for stem in need) for need in spaced)


def _effects(vocabulary: Vocabulary) -> set[tuple[str, str, str, str, tuple[str, ...]]]:
    """What each label does: the concept that it stands for, the top it counts for, and its context."""
    return {
        (
            concept.scheme,
            vocabulary.top_of(concept.scheme, concept.slug),
            concept.slug,
            label.text,
            label.context,
        )
        for concept in vocabulary.concepts
        for label in concept.labels
    }


def _newly_merged(rehearsed: Rehearsal) -> set[Key]:
    return {key for pair in rehearsed.merged.items() for key in pair if pair[0] in rehearsed.before.by_key}


def _pages_about(concepts: frozenset[Key]) -> set[int]:
    found: set[int] = set()
    for scheme, slug in concepts:
        for model in (Tag, TagDecision):
            rows = model._default_manager.filter(concept__scheme__slug=scheme, concept__slug=slug)
            found |= set(rows.values_list("page_id", flat=True))
    return found
