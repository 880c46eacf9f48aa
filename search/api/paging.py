"""Addresses to page on with."""

from urllib.parse import urlencode

from django.http import HttpRequest

from content.addresses import absolute
from search.api.schemas import PagingLinks


def page_count(total: int, per_page: int) -> int:
    """How many pages there are; at least one."""
    return max(1, -(-total // per_page))


def links(request: HttpRequest, page: int, count: int) -> PagingLinks:
    """The addresses around page ``page`` of ``count``, with everything else that was asked kept."""
    asked = [(key, value) for key, values in request.GET.lists() if key != "page" for value in values]

    def at(number: int) -> str:
        return absolute(f"{request.path}?{urlencode([*asked, ('page', str(number))], errors='replace')}")

    return PagingLinks(
        self=at(page),
        first=at(1),
        prev=at(min(page - 1, count)) if page > 1 else None,
        next=at(page + 1) if page < count else None,
        last=at(count),
    )
