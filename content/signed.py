"""Links that are themselves the key: signed, for one purpose, for so many days. Who has the link may do that, no more."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters

SALT = "kenniscentrum.link."
SECONDS_A_DAY = 24 * 60 * 60


class BadLink(Exception):
    """The link was not made by us for this purpose."""


class OldLink(BadLink):
    """The link was good, but its days are over."""


@dataclass(frozen=True, slots=True)
class Purpose:
    """What a link is for. A link for one purpose is worth nothing for another.

    Attributes:
        name: of its own for each purpose; it is part of the signature.
        days: how long a link works.
    """

    name: str
    days: float

    def token(self, about: str) -> str:
        """A token for the address of a page.

        Args:
            about: what the link is about. It can be read from the token, so it tells nothing by itself (a reference).
        """
        return signing.dumps(about, salt=SALT + self.name)

    def about(self, token: str) -> str:
        """What a token is about.

        Raises:
            OldLink: its days are over.
            BadLink: it is bent, made up, or made for another purpose.
        """
        try:
            about = signing.loads(token, salt=SALT + self.name, max_age=self.days * SECONDS_A_DAY)
        except signing.SignatureExpired as error:
            raise OldLink from error
        except (signing.BadSignature, ValueError) as error:
            raise BadLink from error
        if not isinstance(about, str):
            raise BadLink
        return about


def private_link(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A view behind such a link: kept by no cache, found by no robot, and named to no page by the browser.

    It needs no CSRF token, nor the cookie for it: the link is the only key, and nobody sends it who does not have it.
    (A browser that may not tell where it came from could not pass that check either.)
    """

    @csrf_exempt
    @never_cache
    @sensitive_post_parameters()
    @wraps(view)
    def private(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        response["Referrer-Policy"] = "no-referrer"
        response["X-Robots-Tag"] = "noindex, nofollow"
        return response

    return private
