"""What somebody asks of search: from an address or a command line to a clean, frozen query."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import quote_plus

from django.http import QueryDict

from content.numerals import whole_number
from search.fields import DEFAULT_SORT, FACETS_BY_KEY, SORTS

MAX_TEXT = 300
MAX_PAGE = 500
MAX_FILTER_VALUES = 50
PER_PAGE = 10


@dataclass(frozen=True)
class SearchQuery:
    """Text, filters (facet key → values in the order they were chosen), sort and page (from 1)."""

    text: str = ""
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sort: str = DEFAULT_SORT
    page: int = 1
    per_page: int = PER_PAGE

    def toggled(self, facet: str, value: str) -> "SearchQuery":
        """The query with a filter value added, or taken away where it is chosen; on its first page."""
        chosen = self.filters.get(facet, ())
        values = tuple(v for v in chosen if v != value) if value in chosen else (*chosen, value)
        filters = {**self.filters, facet: values}
        return replace(self, filters={key: found for key, found in filters.items() if found}, page=1)

    def without_filters(self) -> "SearchQuery":
        """The query with its words and sort only."""
        return replace(self, filters={}, page=1)

    def with_text(self, text: str) -> "SearchQuery":
        """The query for other words, with the same filters; on its first page."""
        return replace(self, text=text, page=1)

    def at(self, page: int) -> "SearchQuery":
        """The query on another page."""
        return replace(self, page=page)

    def sorted_by(self, sort: str) -> "SearchQuery":
        """The query in another order; on its first page."""
        return replace(self, sort=sort, page=1)

    @property
    def offset(self) -> int:
        """How many hits come before those of the page."""
        return (self.page - 1) * self.per_page

    @property
    def querystring(self) -> str:
        """The query as the part of an address after the question mark; equal queries give equal strings."""
        pairs = [f"q={quote_plus(self.text)}"] if self.text else []
        pairs += [
            f"{key}={quote_plus(value)}" for key in FACETS_BY_KEY for value in self.filters.get(key, ())
        ]
        if self.sort != DEFAULT_SORT:
            pairs.append(f"sort={self.sort}")
        if self.page > 1:
            pairs.append(f"page={self.page}")
        return "&".join(pairs)


def from_address(params: QueryDict) -> SearchQuery:
    """The query in an address. What cannot be meant is dropped: no input gives an error."""
    filters = {
        key: found
        for key in FACETS_BY_KEY
        if (found := _values(value for item in params.getlist(key) for value in item.split(",")))
    }
    sort = params.get("sort", DEFAULT_SORT)
    return SearchQuery(
        text=clean(params.get("q", "")),
        filters=filters,
        sort=sort if sort in SORTS else DEFAULT_SORT,
        page=_page(params.get("page", "1")),
    )


def clean(text: str) -> str:
    """Text without control characters or needless white space, of at most ``MAX_TEXT`` characters."""
    shown = "".join(" " if unicodedata.category(char)[0] in "CZ" else char for char in text[: MAX_TEXT * 2])
    return " ".join(shown.split())[:MAX_TEXT].strip()


def _values(values: Iterable[str]) -> tuple[str, ...]:
    cleaned = (clean(value)[:100] for value in values)
    return tuple(dict.fromkeys(value for value in cleaned if value))[:MAX_FILTER_VALUES]


def _page(text: str) -> int:
    return min(max(1, whole_number(text, 5) or 1), MAX_PAGE)
