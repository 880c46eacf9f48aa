"""The overview of answers: filters on domain and theme as plain links, with counts that are true before choosing."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, QuerySet
from django.http import QueryDict

from content.browse import ACTIVE, paged
from content.models.answers import AnswerPage
from content.models.tags import Tag
from content.models.vocabulary import Concept

MOST_VALUES = 50  # of a filter in an address; more are passed over
FILTERS = (("domain", "Domein", "domein"), ("theme", "Manier van werken", "thema"))  # key, label, scheme

Chosen = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a filter: how many answers it gives, and the address that takes it or leaves it."""

    value: str
    label: str
    url: str
    count: int
    selected: bool


@dataclass(frozen=True, slots=True)
class Filter:
    """A filter with its values; ``chosen`` is how many of them are taken."""

    key: str
    label: str
    values: tuple[Choice, ...]
    chosen: int


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything that the page prints."""

    listing: Any
    filters: tuple[Filter, ...]
    chosen: tuple[Choice, ...]
    query: Mapping[str, Any]
    querystring: str


def overview(params: QueryDict) -> Overview:
    """The answers that an address asks for. What cannot be meant is passed over: no input gives an error."""
    known = {key: _concepts(scheme) for key, _, scheme in FILTERS}
    chosen = {key: _values(params.getlist(key), known[key]) for key in known}
    pages = _matching(chosen).order_by("-checked_on", "-published_on", "title")
    filters = tuple(_filter(key, label, known[key], chosen) for key, label, _ in FILTERS)
    return Overview(
        listing=paged(pages, params.get("page")),
        filters=filters,
        chosen=tuple(choice for item in filters for choice in item.values if choice.selected),
        query={"text": "", "filters": {"type": ("answer",), **chosen}},
        querystring=_address(chosen)[1:],
    )


def _concepts(scheme: str) -> dict[str, Concept]:
    return {concept.slug: concept for concept in Concept.objects.in_scheme(scheme).tops()}


def _values(given: list[str], known: Mapping[str, Concept]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in given[:MOST_VALUES] if value in known))


def _matching(chosen: Chosen) -> QuerySet[AnswerPage]:
    """Answers with any of the values in each filter."""
    pages = AnswerPage.objects.live().public()
    for key, _, scheme in FILTERS:
        if chosen.get(key):
            tags = Tag.objects.filter(ACTIVE, concept__scheme__slug=scheme, concept__slug__in=chosen[key])
            pages = pages.filter(pk__in=tags.values("page"))
    return pages


def _filter(key: str, label: str, known: Mapping[str, Concept], chosen: Chosen) -> Filter:
    """A filter's values count what the other filters leave, as they would be found after choosing."""
    others = _matching({name: values for name, values in chosen.items() if name != key})
    tags = Tag.objects.filter(
        ACTIVE, concept__in=[c.pk for c in known.values()], page__in=others.values("pk")
    )
    counts = dict(tags.values("concept").annotate(n=Count("page", distinct=True)).values_list("concept", "n"))
    values = tuple(
        Choice(
            slug,
            concept.pref_label,
            _address(_toggled(chosen, key, slug)),
            counts.get(concept.pk, 0),
            slug in chosen[key],
        )
        for slug, concept in known.items()
        if counts.get(concept.pk) or slug in chosen[key]
    )
    return Filter(key, label, values, len(chosen[key]))


def _toggled(chosen: Chosen, key: str, slug: str) -> Chosen:
    had = chosen[key]
    return {**chosen, key: tuple(v for v in had if v != slug) if slug in had else (*had, slug)}


def _address(chosen: Chosen) -> str:
    return "?" + urlencode([(key, value) for key, values in chosen.items() for value in values])
