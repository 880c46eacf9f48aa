"""The searches that editors judged: as the measures want them, and from and to a file."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import yaml
from django.db import transaction

from content.models import ContentPage
from search.fields import TYPE_LABELS
from search.models import Grade, JudgedSearch
from search.relevance import JudgedQuery, page_key


@dataclass(frozen=True)
class Loaded:
    """What came of loading: how many searches were ``added``, how many stayed as they ``were``, and page names that no
    page has."""

    added: int
    were: int
    unknown: tuple[str, ...]


def rows() -> list[dict[str, Any]]:
    """The judged searches that have a public page, as rows of a file: ``query``, ``kind`` and ``pages``."""
    names = {pk: name for name, pk in _pages().items()}
    grades: dict[int, dict[str, int]] = defaultdict(dict)
    for search_id, page_id, grade in Grade.objects.values_list("search_id", "page_id", "grade"):
        if page_id in names:
            grades[search_id][names[page_id]] = grade
    return [
        {"query": judged.text, "kind": judged.kind, "pages": grades[judged.pk]}
        for judged in JudgedSearch.objects.order_by("pk")
        if grades[judged.pk]
    ]


def as_yaml() -> str:
    """The judged searches as a file that ``load`` and ``relevance.load`` read."""
    return yaml.safe_dump({"queries": rows()}, allow_unicode=True, sort_keys=False, width=200)


@transaction.atomic
def load(queries: Iterable[JudgedQuery], *, replace: bool = False) -> Loaded:
    """Keep judged queries; those that are here already stay as editors left them, unless ``replace``."""
    pages = _pages()
    unknown: dict[str, None] = {}
    added = were = 0
    for query in queries:
        judged, new = JudgedSearch.objects.get_or_create(text=query.text, defaults={"kind": query.kind})
        if not new and not replace:
            were += 1
            continue
        added += 1
        JudgedSearch.objects.filter(pk=judged.pk).update(kind=query.kind)
        Grade.objects.filter(search=judged).delete()
        unknown |= dict.fromkeys(name for name in query.grades if name not in pages)
        known = [(pages[name], grade) for name, grade in query.grades.items() if name in pages]
        Grade.objects.bulk_create(Grade(search=judged, page_id=pk, grade=grade) for pk, grade in known)
    return Loaded(added, were, tuple(unknown))


def titles(names: Iterable[str]) -> dict[str, str]:
    """Name of a page (see ``relevance.page_key``) → its title, of those that are public."""
    wanted = set(names)
    slugs = {name.partition("/")[2] for name in wanted}
    pages = ContentPage.objects.live().public().filter(slug__in=slugs)
    return {name: page.title for page in pages if (name := _name(page)) in wanted}


def _pages() -> dict[str, int]:
    pages = ContentPage.objects.live().public().defer_streamfields()
    return {name: page.pk for page in pages if (name := _name(page))}


def _name(page: ContentPage) -> str:
    kind = getattr(page.specific_class, "type_slug", "")
    return page_key(kind, page.slug) if kind in TYPE_LABELS else ""
