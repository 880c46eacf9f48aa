"""From a search to the ask form, with the words that were searched for. They travel in a body, never in an address."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from content.questions.forms import AskForm

MOST_CARRIED = 300  # characters; no search is longer


@csrf_exempt  # it fills in a form and keeps nothing, and a page of results carries no token: it would set a cookie
@never_cache
@sensitive_post_parameters()
@require_POST
def ask_with(request: HttpRequest) -> HttpResponse:
    """The ask form with the words of ``q`` as its question."""
    form = AskForm(initial={"question": request.POST.get("q", "")[:MOST_CARRIED]})
    return render(request, "questions/ask.html", {"form": form, "danger": form.suggests_danger})
