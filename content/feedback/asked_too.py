"""Which questions this browser said it has too: a cookie that exists only after saying so, and goes nowhere else."""

from django.http import HttpRequest, HttpResponse

from content.cookies import KeptCookie

COOKIE = KeptCookie("ook_deze_vraag", salt="ook-deze-vraag", path="/reactie/", max_age=365 * 24 * 60 * 60)
SEPARATOR = "."
MOST = 100  # codes kept; older ones are forgotten


def said(request: HttpRequest) -> list[str]:
    """The codes of the pages, oldest first; none where the cookie is absent or not ours."""
    return [code for code in COOKIE.read(request).split(SEPARATOR) if code]


def remember(request: HttpRequest, response: HttpResponse, code: str) -> None:
    """Set the cookie with one more page in it."""
    COOKIE.write(response, SEPARATOR.join([*said(request), code][-MOST:]))
