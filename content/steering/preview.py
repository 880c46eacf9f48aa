"""What a change of the vocabulary would do to the tags of all pages, with examples, before it is made.

Only pages within reach are tagged again, on their stored text. When they are too many for the time an editor waits, a
random sample of them is, and the numbers are estimates that say so.
"""

import random
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, field, replace

from content import learning, tagging
from content.models import ContentPage, Decision, PageText, Tag, TagDecision, TagRun
from content.nlp.learned import LearnedModel
from content.nlp.pipeline import Pipeline, build_pipeline
from content.nlp.tagging import Evidence, TextField
from content.passages import Passage, passage
from content.steering.reach import pages_within, reach
from content.steering.rehearsal import Key, Rehearsal, rehearse
from content.steering.wording import sentences

SECONDS = 2.0  # for somebody who waits
LEAST = 40  # pages that are looked at however slow the machine is
BATCH = 20  # pages read at once
EXAMPLES = 12  # of each kind
WORDS_SHOWN = 60
SEED = 20260401

STRONG, POSSIBLE, CHOSEN, REFUSED, ABSENT = "strong", "possible", "chosen", "refused", ""
COUNTS = {STRONG, CHOSEN}
GAINED, LOST, OTHER = "gained", "lost", "other"


@dataclass(frozen=True, slots=True)
class Found:
    """A tag as the machine sees it: strong or possible, with its weightiest place in the text."""

    standing: str
    evidence: Evidence | None


@dataclass(frozen=True)
class Shift:
    """A tag of a page that a change makes other: ``kind`` is gained, lost or other."""

    page: int
    title: str
    concept: str
    kind: str
    before: str
    after: str
    passage: Passage | None = None


@dataclass(frozen=True)
class Preview:
    """The effect of a change on the whole collection.

    ``reached``: pages that hold the words concerned; ``looked_at``: of these, tagged anew. ``pages``: kind of shift → number
    of pages, an estimate where fewer were looked at than are reached. ``words``: what changes in the vocabulary itself.
    """

    collection: int
    reached: int
    looked_at: int
    pages: dict[str, int] = field(default_factory=dict)
    shifts: tuple[Shift, ...] = ()
    words: tuple[str, ...] = ()

    @property
    def estimated(self) -> bool:
        """Whether the numbers are of a sample."""
        return self.looked_at < self.reached

    def as_json(self) -> dict[str, object]:
        """As it is stored, and given to a template."""
        shown = {**asdict(self), "shifts": [asdict(shift) for shift in self.shifts]}
        return {**shown, "words": list(self.words), "estimated": self.estimated}


def preview(change: Callable[[], object], seconds: float = SECONDS) -> Preview:
    """What a change would do; nothing is kept of the change itself.

    Args:
        change: makes the change in the database.
        seconds: after which no more pages are looked at; the numbers are then estimated from those that were.

    Raises:
        ValidationError: the change cannot be made.
    """
    deadline = time.monotonic() + seconds
    rehearsed = rehearse(change)
    learned = learning.present_model()
    reached = sorted(pages_within(reach(rehearsed, learned)))
    random.Random(SEED).shuffle(reached)  # noqa: S311 (a sample, not a secret)
    shifts: list[Shift] = []
    looked_at = 0
    for found in _shifts(reached, rehearsed, learned):
        shifts += found
        looked_at += 1
        if looked_at >= LEAST and time.monotonic() > deadline:
            break
    share = looked_at / len(reached) if reached else 1
    pages = Counter(kind for kind, _ in {(shift.kind, shift.page) for shift in shifts})
    return Preview(
        collection=ContentPage.objects.live().count(),
        reached=len(reached),
        looked_at=looked_at,
        pages={kind: round(pages[kind] / share) for kind in (GAINED, LOST, OTHER)},
        shifts=_examples(shifts),
        words=_first(sentences(rehearsed)),
    )


def _first(words: Iterable[str]) -> tuple[str, ...]:
    """So many as somebody reads, with how many more there are."""
    every = tuple(words)
    more = len(every) - WORDS_SHOWN
    return (*every[:WORDS_SHOWN], f"… en nog {more} veranderingen") if more > 0 else every


def _shifts(ids: list[int], rehearsed: Rehearsal, learned: LearnedModel | None) -> Iterator[list[Shift]]:
    """The shifts of each page, in the order of the ids, read in batches."""
    version = tagging.pipeline().version
    tagger = build_pipeline(rehearsed.after, None, learned, rehearsed.limits_after)
    present = build_pipeline(rehearsed.before, None, learned, rehearsed.limits_before)
    names = {key: c.pref_label for v in (rehearsed.before, rehearsed.after) for key, c in v.by_key.items()}
    for offset in range(0, len(ids), BATCH):
        batch = ids[offset : offset + BATCH]
        titles = dict(ContentPage.objects.filter(pk__in=batch).values_list("pk", "title"))
        texts, stored, decisions = _texts(batch), _stored(batch, version), _decisions(batch)
        for pk in batch:
            pieces = texts.get(pk, ())
            before = stored[pk] if pk in stored else _tagged(present, pieces)
            after = _tagged(tagger, pieces)
            decided = decisions.get(pk, {})
            moved = {rehearsed.merged.get(key, key): value for key, value in decided.items()}
            moved |= {key: value for key, value in decided.items() if key not in rehearsed.merged}
            yield [
                _with_words(Shift(pk, titles.get(pk, ""), names.get(key, key[1]), *what), pieces, place)
                for key, what, place in _differences(before, after, decided, moved)
            ]


def _differences(
    before: dict[Key, Found], after: dict[Key, Found], decided: dict[Key, str], moved: dict[Key, str]
) -> Iterator[tuple[Key, tuple[str, str, str], Evidence | None]]:
    """Concept, (kind, standing before, standing after) and the place that shows why, for each tag that differs."""
    for key in sorted({*before, *after, *decided, *moved}):
        old, new = _standing(before.get(key), decided.get(key)), _standing(after.get(key), moved.get(key))
        if old == new or {old, new} <= {ABSENT, REFUSED}:
            continue
        kind = OTHER if (old in COUNTS) == (new in COUNTS) else GAINED if new in COUNTS else LOST
        shown = before.get(key) if kind == LOST else after.get(key) or before.get(key)
        yield key, (kind, old, new), shown.evidence if shown else None


def _standing(found: Found | None, decision: str | None) -> str:
    if decision:
        return CHOSEN if decision == Decision.ACCEPTED else REFUSED
    return found.standing if found else ABSENT


def _with_words(shift: Shift, pieces: Iterable[TextField], place: Evidence | None) -> Shift:
    text = next((piece.text for piece in pieces if place and piece.name == place.field), "")
    if place is None or text[place.start : place.end] != place.text:
        return shift
    return replace(shift, passage=passage(text, place.start, place.end, place.label))


def _examples(shifts: list[Shift]) -> tuple[Shift, ...]:
    """The first of each kind, those with a passage before those without."""
    ranked = sorted(shifts, key=lambda shift: (shift.kind, shift.passage is None))
    seen: Counter[str] = Counter()
    chosen = []
    for shift in ranked:
        seen[shift.kind] += 1
        if seen[shift.kind] <= EXAMPLES:
            chosen.append(shift)
    return tuple(chosen)


def _tagged(tagger: Pipeline, pieces: Iterable[TextField]) -> dict[Key, Found]:
    return {
        (tag.scheme, tag.concept): Found(STRONG if tag.strong else POSSIBLE, next(iter(tag.evidence), None))
        for tag in tagger.tag(tuple(pieces))
    }


def _texts(ids: list[int]) -> dict[int, tuple[TextField, ...]]:
    """The stored text of each page; of a page that was never tagged, its present one."""
    rows = PageText.objects.filter(page__in=ids).values_list("page_id", "pieces")
    texts = {pk: tuple(TextField(*piece) for piece in pieces) for pk, pieces in rows}
    unknown = [pk for pk in ids if pk not in texts]
    return texts | {
        page.pk: page.text_fields() for page in ContentPage.objects.filter(pk__in=unknown).specific()
    }


def _stored(ids: list[int], version: str) -> dict[int, dict[Key, Found]]:
    """What the machine found on each page, where that was by the present pipeline."""
    current = TagRun.objects.filter(page__in=ids, pipeline=version).values_list("page_id", flat=True)
    found: dict[int, dict[Key, Found]] = {pk: {} for pk in current}
    tags = Tag.objects.filter(page__in=list(found), origin=Tag.Origin.MACHINE).select_related(
        "concept__scheme"
    )
    for tag in tags:
        place = Evidence(**tag.evidence[0]) if tag.evidence else None
        key = (tag.concept.scheme.slug, tag.concept.slug)
        found[tag.page_id][key] = Found(STRONG if tag.strong else POSSIBLE, place)
    return found


def _decisions(ids: list[int]) -> dict[int, dict[Key, str]]:
    found: dict[int, dict[Key, str]] = {}
    rows = TagDecision.objects.filter(page__in=ids).values_list(
        "page_id", "concept__scheme__slug", "concept__slug", "decision"
    )
    for pk, scheme, slug, decision in rows:
        found.setdefault(pk, {})[scheme, slug] = decision
    return found
