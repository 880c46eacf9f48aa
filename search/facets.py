"""Facets ready to print. Those of a hierarchy open below a value that is chosen."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from search.addresses import search_path
from search.fields import FACETS, FACETS_BY_KEY, FacetField
from search.names import Names
from search.query import SearchQuery

SHOWN_VALUES = 8  # of a facet, or below one value of it, before "toon meer"


@dataclass(frozen=True)
class FacetValue:
    """A value of a facet, with the address that chooses it or takes it away.

    ``narrower`` and ``more``: what falls under it, where it or something below it is chosen; empty elsewhere.
    """

    value: str
    label: str
    count: int
    selected: bool
    url: str
    narrower: tuple["FacetValue", ...] = ()
    more: tuple["FacetValue", ...] = ()

    def __iter__(self) -> Iterator["FacetValue"]:
        """The value itself and all that is shown below it."""
        yield self
        for item in (*self.narrower, *self.more):
            yield from item


@dataclass(frozen=True)
class Facet:
    """A facet: ``values`` first, ``more`` behind "toon meer"; ``chosen``: how many values are."""

    key: str
    label: str
    values: tuple[FacetValue, ...]
    more: tuple[FacetValue, ...]
    chosen: int

    def __iter__(self) -> Iterator[FacetValue]:
        """Every value with what is shown below it."""
        for item in (*self.values, *self.more):
            yield from item


@dataclass(frozen=True)
class Chosen:
    """A chosen value, with the address without it."""

    label: str
    url: str


def facets(query: SearchQuery, counts: Mapping[str, Mapping[str, int]], names: Names) -> tuple[Facet, ...]:
    """Every facet of a result, from its counts per facet and value."""
    return tuple(_facet(facet, query, counts.get(facet.key, {}), names) for facet in FACETS)


def chosen(query: SearchQuery, names: Names) -> tuple[Chosen, ...]:
    """The chosen values of all facets, in the order of the address."""
    return tuple(
        Chosen(names.label(FACETS_BY_KEY[key], value), search_path(query.toggled(key, value)))
        for key, values in query.filters.items()
        for value in values
    )


def toggled(query: SearchQuery, facet: FacetField, value: str, names: Names) -> SearchQuery:
    """The query with a value chosen, or taken away where it is.

    A value takes the place of what it falls under, and of what falls under it: beside either it would change nothing.
    """
    taken = query.filters.get(facet.key, ())
    if value not in taken:
        above = set(names.above(facet.scheme, value))
        taken = tuple(
            other for other in taken if other not in above and value not in names.above(facet.scheme, other)
        )
        query = replace(query, filters={**query.filters, facet.key: taken})
    return query.toggled(facet.key, value)


def _facet(facet: FacetField, query: SearchQuery, counts: Mapping[str, int], names: Names) -> Facet:
    taken = query.filters.get(facet.key, ())
    # A chosen value never vanishes, with all it falls under; a made-up one is never shown.
    real = [value for value in taken if names.knows(facet, value)]
    opened = {step for value in real for step in (value, *names.above(facet.scheme, value))}
    below: dict[str, list[str]] = defaultdict(list)
    for value in dict.fromkeys((*counts, *opened)):
        below[names.broader.get((facet.scheme, value), "")].append(value)

    def values(parent: str) -> list[FacetValue]:
        found = [shown(item) for item in below[parent]]
        return sorted(found, key=lambda item: _place(facet, item, names))

    def shown(item: str) -> FacetValue:
        first, more = _split(values(item), opened) if item in opened else ((), ())
        url = search_path(toggled(query, facet, item, names))
        return FacetValue(
            item,
            names.label(facet, item),
            counts.get(item, 0),
            item in taken,
            url,
            first,
            more,
        )

    first, more = _split(values(""), opened)
    return Facet(facet.key, facet.label, first, more, len(taken))


def _split(
    values: Sequence[FacetValue], opened: Iterable[str]
) -> tuple[tuple[FacetValue, ...], tuple[FacetValue, ...]]:
    """The values to show first, and the rest; what is chosen, or holds what is chosen, is always among the first."""
    first = [item.value for item in values if item.value in opened]
    first += [item.value for item in values if item.value not in opened][: max(0, SHOWN_VALUES - len(first))]
    return (
        tuple(item for item in values if item.value in first),
        tuple(item for item in values if item.value not in first),
    )


def _place(facet: FacetField, item: FacetValue, names: Names) -> tuple[float, str]:
    if facet.order == "scheme":
        return (-names.order.get((facet.scheme, item.value), 0), item.label)
    if facet.order == "newest":
        return (-int(item.value) if item.value.isdigit() else 0, item.label)
    return (-item.count, item.label)
