"""What an editor sees when a page may not be published as it is, on roads that have no form of their own."""

from collections.abc import Callable, Iterable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail.models import Page

from content.page_screen import PersonalDataFound, check_person

PUBLISH = "publish"


class PageGuardMiddleware:
    """Turns a refusal to publish into a message, beside the page that it is about."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Back to the page with the reason; every other exception is not ours."""
        return _back(request, exception) if isinstance(exception, PersonalDataFound) else None


def before_bulk_action(
    request: HttpRequest, action_type: str, objects: Iterable[Page], action: Any
) -> HttpResponse | None:
    """Publishing many pages at once: none of them when one of them must be looked at first."""
    if action_type != PUBLISH:
        return None
    try:
        for page in objects:
            check_person(page.get_latest_revision_as_object())
    except PersonalDataFound as found:
        return _back(request, found)
    return None


def _back(request: HttpRequest, found: PersonalDataFound) -> HttpResponse:
    messages.error(request, " ".join(found.messages))
    if found.page_id:
        return redirect("wagtailadmin_pages:edit", found.page_id)
    return redirect("wagtailadmin_explore_root")
