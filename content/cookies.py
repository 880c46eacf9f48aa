"""Cookies for what a reader asked us to keep: signed, out of reach of scripts, and sent to one part of the site only."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse


@dataclass(frozen=True)
class KeptCookie:
    """A cookie that exists only after it was asked for.

    ``path``: the part of the site that it goes to; ``max_age``: seconds after it was last set.
    """

    name: str
    salt: str
    path: str
    max_age: int

    def read(self, request: HttpRequest) -> str:
        """The value; empty where the cookie is absent, too old or not ours."""
        return request.get_signed_cookie(self.name, default="", salt=self.salt, max_age=self.max_age) or ""

    def write(self, response: HttpResponse, value: str) -> None:
        """Keep a value in the browser."""
        response.set_signed_cookie(
            self.name,
            value,
            salt=self.salt,
            max_age=self.max_age,
            path=self.path,
            httponly=True,
            secure=settings.SESSION_COOKIE_SECURE,
            samesite="Strict",
        )

    def drop(self, response: HttpResponse) -> None:
        """Take it away."""
        response.delete_cookie(self.name, path=self.path, samesite="Strict")
