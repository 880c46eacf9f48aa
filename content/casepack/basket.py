"""Which pages somebody collected: codes in a signed cookie that exists only after collecting and goes to no other page.

The same list in an address is a pack to share; nothing of either is kept here.
"""

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse

from content.addresses import code_of, page_id_of
from content.cookies import KeptCookie
from content.models import ContentPage

COOKIE = KeptCookie("map", salt="map", path="/map/", max_age=30 * 24 * 60 * 60)
MOST = 20  # pages in a pack: what a meeting can read
SEPARATOR = "."


def read(request: HttpRequest) -> tuple[str, ...]:
    """The codes collected in this browser, in the reader's order; none where the cookie is absent or not ours."""
    return parse(COOKIE.read(request))


def write(response: HttpResponse, codes: tuple[str, ...]) -> None:
    """Keep these codes in the browser; without any, the cookie goes."""
    if codes:
        COOKIE.write(response, SEPARATOR.join(codes[:MOST]))
    else:
        COOKIE.drop(response)


def parse(text: str) -> tuple[str, ...]:
    """The codes in a text, each once and at most ``MOST``; what is no code is passed over."""
    codes = (code.upper() for code in text[: MOST * 20].split(SEPARATOR) if page_id_of(code) is not None)
    return tuple(dict.fromkeys(codes))[:MOST]


def pages_of(codes: Iterable[str]) -> list[ContentPage]:
    """The live, public pages of codes, in their order."""
    ids = [page_id_of(code) for code in codes]
    found = ContentPage.objects.filter(pk__in=ids).live().public().specific().in_bulk()
    return [found[pk] for pk in ids if pk in found]


def added(codes: tuple[str, ...], more: tuple[str, ...], place: int) -> tuple[str, ...]:
    """The codes with others among them from a place on; those that were there already stay where they are."""
    new = tuple(code for code in more if code not in codes)
    return (*codes[:place], *new, *codes[place:])[:MOST]


def moved(codes: tuple[str, ...], code: str, by: int) -> tuple[str, ...]:
    """The codes with one of them some places further on, or back."""
    if code not in codes:
        return codes
    rest = [other for other in codes if other != code]
    rest.insert(max(0, codes.index(code) + by), code)
    return tuple(rest)


def as_text(pages: Iterable[ContentPage]) -> str:
    """The codes of pages as they stand in an address."""
    return SEPARATOR.join(code_of(page.pk) for page in pages)
