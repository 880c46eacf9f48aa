"""From a change of content to the index: rows in the outbox, drained by the worker."""

import datetime
import fcntl
import logging
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import repeat
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import DatabaseError, transaction
from django.db.models import Q
from django.db.models.signals import post_delete, pre_delete
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from content.models import ContentPage
from content.signals import content_changed
from content.tagging import tag_page
from search.backends.base import SearchBackend, SearchError
from search.documents import documents
from search.engine import backend
from search.models import IndexChange

logger = logging.getLogger(__name__)

BATCH = 100
ROWS_AT_ONCE = 500
BACK_OFF = datetime.timedelta(seconds=5)  # doubled at each further failure
MAX_BACK_OFF = datetime.timedelta(minutes=5)
ENGINE_BACK_OFF = datetime.timedelta(
    seconds=15
)  # at most, while the engine is away: a page is found soon after it is back
LOCK_FILE = "writer.lock"
AWAY = "no usable index"


class WriterBusy(Exception):
    """Another process is writing the index."""


def enqueue(page_ids: Iterable[int], *, later: bool = False) -> None:
    """Note that pages must be indexed again, and wake the worker. Call it in the transaction that changes them.

    Args:
        later: they may wait for every page that may not.
    """
    from search.tasks import drain_outbox

    rows = [IndexChange(page_id=page_id, later=later) for page_id in set(page_ids)]
    if rows:
        IndexChange.objects.bulk_create(rows, batch_size=ROWS_AT_ONCE)
        drain_outbox.enqueue()


def connect() -> None:
    """Listen for everything that changes what a page is found by, or whether it may be found."""
    # These are sent for each page that goes online or offline with another.
    for signal in (page_published, page_unpublished):
        signal.connect(_page_changed, dispatch_uid=f"search-{id(signal)}")
    for signal in (page_slug_changed, post_page_move):
        signal.connect(_place_changed, dispatch_uid=f"search-{id(signal)}")
    pre_delete.connect(_page_deleted, dispatch_uid="search-delete")
    post_delete.connect(
        _restriction_changed, sender=PageViewRestriction, dispatch_uid="search-restriction-off"
    )
    from django.db.models.signals import post_save

    post_save.connect(_restriction_changed, sender=PageViewRestriction, dispatch_uid="search-restriction-on")
    content_changed.connect(_content_changed, dispatch_uid="search-content")


@contextmanager
def writing() -> Iterator[None]:
    """Hold the one place of the index's writer on this machine.

    Raises:
        WriterBusy: another process holds it.
    """
    folder = Path(settings.DATA_DIR)
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / LOCK_FILE).open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise WriterBusy from error
        yield


def drain(engine: SearchBackend | None = None, batches: int | None = None) -> int:
    """Tag and index what is due, batch by batch, until nothing is; at most ``batches`` of ``BATCH`` rows where given.

    A row goes only after the engine has the page on disk, so that a crash at any moment loses nothing: what was taken
    twice is the same the second time.

    Returns:
        How many pages were brought up to date.

    Raises:
        WriterBusy: another process is draining or rebuilding.
    """
    engine = engine or backend()
    done = 0
    with writing():
        for _ in repeat(None) if batches is None else range(batches):
            rows = list(_due()[:BATCH])
            if not rows:
                break
            done += _drain_batch(rows, engine)
    return done


def try_to_tag(page: ContentPage) -> str:
    """Tag a specific page. One that cannot be tagged stops no other.

    Returns:
        The kind of failure, which is logged too; empty where all went well.
    """
    try:
        tag_page(page)
    except (
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        LookupError,
        OSError,
        DatabaseError,
    ) as error:
        logger.warning("Page %s could not be tagged (%s).", page.pk, type(error).__name__)
        return f"tagging: {type(error).__name__}"
    return ""


def pending() -> int:
    """How many pages wait."""
    return IndexChange.objects.values("page_id").distinct().count()


def forget(rows: Sequence[int]) -> None:
    """Drop rows of the outbox, by their ids: what they ask for is done."""
    for start in range(0, len(rows), ROWS_AT_ONCE):
        IndexChange.objects.filter(pk__in=rows[start : start + ROWS_AT_ONCE]).delete()


def busy() -> bool:
    """Whether pages wait that were not tried yet; those that failed have a time of their own."""
    return IndexChange.objects.filter(attempts=0).exists()


def _due() -> Any:
    return IndexChange.objects.filter(due_at__lte=timezone.now()).order_by("later", "pk")


def _drain_batch(rows: list[IndexChange], engine: SearchBackend) -> int:
    page_ids = list(dict.fromkeys(row.page_id for row in rows))
    if not engine.status().usable:
        _postpone(rows, dict.fromkeys(page_ids, AWAY), most=ENGINE_BACK_OFF)
        return 0
    failed = _tag(page_ids)
    good = [page_id for page_id in page_ids if page_id not in failed]
    try:
        found = list(documents(good))
        gone = set(good) - {document.id for document in found}
        engine.write(found, gone)
    except SearchError as error:
        logger.warning("The index could not be written (%s); it will be tried again.", type(error).__name__)
        _postpone(
            [row for row in rows if row.page_id in good],
            dict.fromkeys(good, type(error).__name__),
            most=ENGINE_BACK_OFF,
        )
        good = []
    _postpone([row for row in rows if row.page_id in failed], failed)
    forget([row.pk for row in rows if row.page_id in good])
    return len(good)


def _tag(page_ids: list[int]) -> dict[int, str]:
    """Tag the pages; returns page id → kind of failure of those that could not be tagged."""
    pages = ContentPage.objects.filter(pk__in=page_ids).live().specific()
    return {page.pk: failure for page in pages if (failure := try_to_tag(page))}


def _postpone(
    rows: list[IndexChange], reasons: dict[int, str], most: datetime.timedelta = MAX_BACK_OFF
) -> None:
    for row in rows:
        row.attempts += 1
        row.error = reasons[row.page_id][:200]
        row.due_at = timezone.now() + min(most, BACK_OFF * 2 ** min(row.attempts - 1, 10))
    IndexChange.objects.bulk_update(rows, ["attempts", "error", "due_at"])


def _page_changed(sender: Any, instance: Page, **kwargs: Any) -> None:
    if isinstance(instance, ContentPage):
        with transaction.atomic():
            enqueue([instance.pk])


def _place_changed(sender: Any, instance: Page, **kwargs: Any) -> None:
    """A page and all below it: an address or a right to see goes with the place in the tree."""
    with transaction.atomic():
        enqueue(_content_below(instance))


def _page_deleted(sender: Any, instance: Any, **kwargs: Any) -> None:
    if isinstance(instance, ContentPage) or type(instance) is Page:
        enqueue([instance.pk] if isinstance(instance, ContentPage) else _content_below(instance))


def _restriction_changed(sender: Any, instance: PageViewRestriction, **kwargs: Any) -> None:
    enqueue(_content_below(instance.page))


def _content_changed(sender: Any, page_ids: Collection[int], **kwargs: Any) -> None:
    enqueue(page_ids, later=len(page_ids) > BATCH)


def _content_below(page: Page) -> list[int]:
    below = Q(path__startswith=page.path)
    return list(ContentPage.objects.filter(below).values_list("pk", flat=True))
