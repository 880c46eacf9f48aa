"""Which questions this browser said it has too: a cookie that exists only after saying so, and goes nowhere else."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse

COOKIE = "ook_deze_vraag"
PATH = "/reactie/"
SALT = "ook-deze-vraag"
MAX_AGE = 365 * 24 * 60 * 60  # seconds
MOST = 100  # codes kept; older ones are forgotten


def said(request: HttpRequest) -> list[str]:
    """The codes of the pages, oldest first; none where the cookie is absent or not ours."""
    value = request.get_signed_cookie(COOKIE, default="", salt=SALT, max_age=MAX_AGE)
    return [code for code in (value or "").split(".") if code]


def remember(request: HttpRequest, response: HttpResponse, code: str) -> None:
    """Set the cookie with one more page in it."""
    response.set_signed_cookie(
        COOKIE,
        ".".join([*said(request), code][-MOST:]),
        salt=SALT,
        max_age=MAX_AGE,
        path=PATH,
        httponly=True,
        secure=settings.SESSION_COOKIE_SECURE,
        samesite="Strict",
    )
