"""Forms on public pages without a token: a token needs a cookie, and readers get none for reading."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt

View = Callable[..., HttpResponse]


def from_this_site(view: View) -> View:
    """A view whose POST requests must come from a page of this site, as the browser itself says.

    What such a form does is the same for everybody and tied to no session, so that this is all that another site must be
    kept from. A browser that says neither where the request comes from is refused.
    """

    @csrf_exempt
    @wraps(view)
    def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method == "POST" and not _same_origin(request):
            return render(request, "content/not_from_here.html", status=403)
        return view(request, *args, **kwargs)

    return checked


def _same_origin(request: HttpRequest) -> bool:
    site = request.headers.get("Sec-Fetch-Site")
    if site:
        return site == "same-origin"
    origin = urlsplit(request.headers.get("Origin", ""))
    return (origin.scheme, origin.netloc) == (request.scheme, request.get_host())
