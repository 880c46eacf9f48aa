"""What a form must be before anything of it is read: small enough, without files, and not the hundredth in a row."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Any

from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from content.questions.networks import HOUR, NetworkLimit, network_of

MOST_BYTES = 64 * 1024  # of a request: ten times the longest form
PAGES = NetworkLimit(times=15)  # a question costs some three pages, and some people try many words

MOST_PATHS = 1000  # at which something was refused, remembered at once

View = Callable[..., HttpResponse]

_refused: dict[str, tuple[NetworkLimit, str]] = {}


class NoFiles(FileUploadHandler):
    """Reads past every file: nothing of it is kept, in memory or on disk."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Refuse the file, and remember that there was one.

        Raises:
            SkipFile: always.
        """
        super().new_file(*args, **kwargs)
        self.request.META["FILES_REFUSED"] = True
        raise SkipFile

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Nothing comes here."""

    def file_complete(self, file_size: int) -> None:
        """Nothing comes here."""


def guarded(limit: NetworkLimit = PAGES) -> Callable[[View], View]:
    """A view that is ``bounded``, and then checks the CSRF token."""

    def decorate(view: View) -> View:
        # Exempt until the body may be read: the inner view is protected.
        return csrf_exempt(bounded(limit)(csrf_protect(view)))

    return decorate


def bounded(limit: NetworkLimit, too_many: str = "questions/too_many.html") -> Callable[[View], View]:
    """A view that refuses what is too large or too much, kindly, before its body is read.

    Args:
        limit: of what comes from one network.
        too_many: the template that says to wait.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def guard(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if request.method == "POST":
                if _size(request) > MOST_BYTES:
                    return _refusal("questions/too_large.html", 413)
                if not limit.allows(network_of(request)):
                    _refuse_from_now_on(request.path, limit, too_many)
                    return _refusal(too_many, 429)
                request.upload_handlers = [NoFiles(request)]
            return view(request, *args, **kwargs)

        return guard

    return decorate


class RefusedBeforeMiddleware:
    """Refuses, before anything else is done for it, what a network sends to where it was over the limit already: a flood
    must cost the visitors of other pages next to nothing."""

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method == "POST" and (refused := _refused.get(request.path)):
            limit, too_many = refused
            if limit.reached(network_of(request)):
                return _refusal(too_many, 429)
        return self.get_response(request)


def files_refused(request: HttpRequest) -> bool:
    """Whether somebody tried to send a file along."""
    return bool(request.META.get("FILES_REFUSED"))


def _refuse_from_now_on(path: str, limit: NetworkLimit, too_many: str) -> None:
    if len(_refused) >= MOST_PATHS:
        _refused.clear()  # it only costs time
    _refused[path] = (limit, too_many)


@lru_cache
def _written(template: str) -> str:
    """The page, the same for everybody, made once: refusing must cost next to nothing."""
    return render_to_string(template)


def _size(request: HttpRequest) -> int:
    given = request.META.get("CONTENT_LENGTH") or ""
    return int(given) if given.isdecimal() else 0


def _refusal(template: str, status: int) -> HttpResponse:
    response = HttpResponse(_written(template), status=status)
    if status == 429:
        response["Retry-After"] = str(int(HOUR))
        response._has_been_logged = True  # Django's own mark: a flood fills no log
    return response
