"""Does the index hold what the database says? Both ways: what is missing, what is stale, what should not be there."""

from collections.abc import Iterable
from dataclasses import dataclass

from content.models import ContentPage
from search.backends.base import Document, SearchBackend
from search.documents import documents, public_pages

BATCH = 200


@dataclass(frozen=True)
class Comparison:
    """Ids of pages: not in the index, in it in an older form, and in it without being public."""

    missing: tuple[int, ...]
    stale: tuple[int, ...]
    extra: tuple[int, ...]

    @property
    def good(self) -> bool:
        """Whether there is nothing to mend."""
        return not (self.missing or self.stale or self.extra)

    @property
    def to_write(self) -> tuple[int, ...]:
        """The pages that must be put in the index again."""
        return (*self.missing, *self.stale)


def compare(backend: SearchBackend) -> Comparison:
    """Compare every public page with what the index holds of it.

    Raises:
        EngineUnavailable, IndexMissing: see ``backends.base``.
    """
    held = backend.digests()
    wanted = {document.id: document.digest for document in documents(public_pages())}
    return Comparison(
        missing=tuple(sorted(wanted.keys() - held.keys())),
        stale=tuple(sorted(pk for pk in wanted.keys() & held.keys() if wanted[pk] != held[pk])),
        extra=tuple(sorted(held.keys() - wanted.keys())),
    )


def repair(backend: SearchBackend, found: Comparison) -> None:
    """Bring the pages of a comparison up to date.

    Raises:
        EngineUnavailable, IndexMissing: see ``backends.base``; what was written by then stays.
    """
    for batch in _batches(documents(found.to_write)):
        backend.write(batch, [])
    if found.extra:
        backend.write([], found.extra)


def titles(page_ids: Iterable[int]) -> dict[int, str]:
    """The titles of pages that still exist."""
    return dict(ContentPage.objects.filter(pk__in=list(page_ids)).values_list("pk", "title"))


def _batches(found: Iterable[Document]) -> Iterable[list[Document]]:
    batch: list[Document] = []
    for document in found:
        batch.append(document)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch
