"""What is new or changed for somebody: per thing that they follow, each page once."""

import datetime
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from content.addresses import short_path
from content.following import searches
from content.following.subjects import in_use, of_follow
from content.models import ContentPage, Follow
from content.usage import pages_by_concept

MOST_PAGES = 20  # about one thing in one mail; the rest is counted


@dataclass(frozen=True, slots=True)
class Item:
    """A page in a mail."""

    title: str
    type_label: str
    summary: str
    path: str
    is_new: bool


@dataclass(frozen=True, slots=True)
class News:
    """What happened about one thing; ``more`` is how many pages are not named."""

    what: str
    label: str
    path: str
    items: tuple[Item, ...]
    more: int


class Newspaper:
    """Finds news until one moment; what several people follow is looked up once."""

    def __init__(self, until: datetime.datetime) -> None:
        self.until = until
        self._found: dict[tuple[object, ...], frozenset[int]] = {}

    def news_for(self, follows: Iterable[Follow], told_until: datetime.datetime) -> list[News]:
        """What changed for somebody after they were told last.

        Args:
            follows: what they follow; each counts from when it was confirmed.
            told_until: until when they know everything.

        Raises:
            SearchAway: it cannot be said now.
        """
        told: set[int] = set()
        news = []
        for follow in follows:
            since = max(told_until, follow.confirmed_at)
            changed = [pk for pk in self._changed(follow, since) if pk not in told]
            subject = of_follow(follow)
            if subject is None or not changed:
                continue
            told |= set(changed)
            items = tuple(_items(changed[:MOST_PAGES], since))
            more = max(0, len(changed) - MOST_PAGES)
            news.append(News(subject.what, subject.label, subject.path, items, more))
        return news

    def _changed(self, follow: Follow, since: datetime.datetime) -> list[int]:
        """Ids of the live, public pages that were published in the time asked about, newest first."""
        pages = ContentPage.objects.filter(pk__in=self._pages_of(follow, since)).live().public()
        changed = pages.filter(last_published_at__gt=since, last_published_at__lte=self.until)
        return list(changed.order_by("-last_published_at", "pk").values_list("pk", flat=True))

    def _pages_of(self, follow: Follow, since: datetime.datetime) -> frozenset[int]:
        if follow.page_id:
            return frozenset({follow.page_id})
        if follow.concept_id:
            concept = in_use(follow.concept)
            return self._once(
                ("concept", concept.pk), lambda: frozenset(pages_by_concept([concept])[concept.pk])
            )
        return self._once(("search", follow.search, since), lambda: searches.found(follow.search, since))

    def _once(self, key: tuple[object, ...], find: Callable[[], frozenset[int]]) -> frozenset[int]:
        if key not in self._found:
            self._found[key] = find()
        return self._found[key]


def _items(ids: list[int], since: datetime.datetime) -> Iterator[Item]:
    pages = ContentPage.objects.filter(pk__in=ids).defer("body").in_bulk()
    for page in (pages[pk] for pk in ids if pk in pages):
        new = page.first_published_at is not None and page.first_published_at > since
        yield Item(page.title, page.specific_class.type_label, page.summary, short_path(page), new)
