"""Searches that can be followed. The room that can search says how (see ``follow_searches_with``)."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from django.http import QueryDict


class SearchAway(Exception):
    """Finding does not work now; what is asked then is asked again later."""


@dataclass(frozen=True, slots=True)
class Search:
    """A search that somebody follows.

    Attributes:
        querystring: the search as part of an address; equal searches have equal ones.
        label: what it is called in a mail.
        text: the words that were typed, to screen them.
    """

    querystring: str
    label: str
    text: str


Describe = Callable[[QueryDict], Search]
Find = Callable[[str, datetime.datetime], frozenset[int]]


class _Ways:
    """The one way of following searches of this process; before any is given, no search can be followed."""

    def __init__(self) -> None:
        self.describe: Describe | None = None
        self.find: Find | None = None


_ways = _Ways()


def follow_searches_with(describe: Describe, find: Find) -> None:
    """Give this room a way to follow searches.

    Args:
        describe: from the parameters of the search page to the search; an empty ``querystring`` is no search.
        find: from a querystring and a moment to the ids of pages that it finds and that changed since; raises
            ``SearchAway`` where it cannot find now.
    """
    _ways.describe, _ways.find = describe, find


def described(params: QueryDict) -> Search | None:
    """The search in an address; None where there is none to follow."""
    if _ways.describe is None:
        return None
    search = _ways.describe(params)
    return search if search.querystring else None


def found(querystring: str, since: datetime.datetime) -> frozenset[int]:
    """Ids of the pages that a search finds and that changed since a moment.

    Raises:
        SearchAway: it cannot be said now.
    """
    if _ways.find is None:
        raise SearchAway
    return _ways.find(querystring, since)
