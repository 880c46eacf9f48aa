"""What every answer of the API has in common: its version, open reading, ETag, HEAD, and errors as problems."""

from collections.abc import Callable
from typing import cast

from django.http import HttpRequest, HttpResponse
from django.middleware.http import ConditionalGetMiddleware

from search.api.problems import CONTENT_TYPE, problem

PREFIX = "/api/v1"
VERSION = "1.0.0"
CACHE_CONTENT = "public, max-age=60"
# Anybody may read from any website, without cookies; a browser asks first when If-None-Match is sent along.
OPEN = {
    "API-Version": VERSION,
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "API-Version, ETag, Retry-After",
}
METHODS = "GET, HEAD, OPTIONS"
PREFLIGHT = {
    "Allow": METHODS,
    "Access-Control-Allow-Methods": METHODS,
    "Access-Control-Allow-Headers": "If-None-Match",
    "Access-Control-Max-Age": "86400",
}


class ApiMiddleware:
    """Makes whatever answers under ``/api/v1`` an answer of the API, errors of Django itself included."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.answer = ConditionalGetMiddleware(get_response)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not f"{request.path_info}/".startswith(f"{PREFIX}/"):
            return self.get_response(request)
        if request.method == "OPTIONS":
            return HttpResponse(status=204, headers={**OPEN, **PREFLIGHT})
        response = self._answered(request)
        if response.status_code >= 400:
            if response.headers.get("Content-Type") != CONTENT_TYPE:
                response = problem(response.status_code)
            if response.status_code == 405:
                response.headers["Allow"] = METHODS
            response.headers["Cache-Control"] = "no-store"
        response.headers.setdefault("Cache-Control", CACHE_CONTENT)
        for name, value in OPEN.items():
            response.headers[name] = value
        return response

    def _answered(self, request: HttpRequest) -> HttpResponse:
        """The answer; HEAD is answered as GET, and the server leaves the content out."""
        asked = request.method
        if asked == "HEAD":
            request.method = "GET"
        try:
            return cast(HttpResponse, self.answer(request))
        finally:
            request.method = asked
