"""The whole index made anew beside the live one, with the tags that it needs first."""

from collections.abc import Callable, Iterable, Iterator

from django.db.models import Q

from content.models import ContentPage
from search.backends.base import Document
from search.changes import drain, enqueue, forget, try_to_tag, writing
from search.documents import documents, public_pages
from search.engine import backend
from search.models import IndexChange

TAGS, INDEX = "labels", "index"

Progress = Callable[[str, int, int], object]


def rebuild(progress: Progress = lambda what, done, total: None) -> int:
    """Tag the pages that are due, make a new index of all public pages, and switch to it.

    A page that cannot be tagged is indexed with the tags it had, and waits in the outbox to be tried again.

    Args:
        progress: is told after each page what was done (``TAGS`` or ``INDEX``), for how many pages, and of how many.

    Returns:
        The number of pages in the new index.

    Raises:
        WriterBusy: another process is writing the index.
        EngineUnavailable: the engine does not answer or cannot write; the live index is as it was.
    """
    with writing():
        waiting = dict(IndexChange.objects.values_list("pk", "page_id"))
        ids = list(public_pages())
        failed = _tag_due(waiting.values(), progress)
        count = backend().rebuild(_told(documents(ids), len(ids), progress))
        forget([pk for pk, page_id in waiting.items() if page_id not in failed])
        enqueue(failed - set(waiting.values()))
    drain()
    return count


def _tag_due(changed: Iterable[int], progress: Progress) -> set[int]:
    """Pages that were never tagged, or have changed, get their tags before the index is made: its facets are whole.

    Returns:
        The pages that could not be tagged.
    """
    due = ContentPage.objects.live().filter(Q(tag_run=None) | Q(pk__in=set(changed)))
    total = due.count()
    failed: set[int] = set()
    for done, page in enumerate(due.specific().iterator(chunk_size=200), 1):
        if try_to_tag(page):
            failed.add(page.pk)
        progress(TAGS, done, total)
    return failed


def _told(found: Iterable[Document], total: int, progress: Progress) -> Iterator[Document]:
    for done, document in enumerate(found, 1):
        progress(INDEX, done, total)
        yield document
