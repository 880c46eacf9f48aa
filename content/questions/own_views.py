"""The asker's own pages, each behind a signed link: confirm the address, follow, take along, erase."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from content.models import Question
from content.questions.asker import CONFIRM, STATUS, confirm, status_path
from content.questions.own import Own, own_question
from content.signed import BadLink, private_link


@private_link
@require_safe
def my_question(request: HttpRequest, token: str) -> HttpResponse:
    """Where a question stands."""
    own = _found(token)
    if own is None:
        return _gone(request)
    return render(request, "questions/mine.html", {"own": own, "state": own.state, "token": token})


@private_link
@require_safe
def my_data(request: HttpRequest, token: str) -> HttpResponse:
    """All that we keep of what the asker gave, as a file."""
    own = _found(token)
    if own is None:
        return _gone(request)
    response = JsonResponse(own.as_data(), json_dumps_params={"ensure_ascii": False, "indent": 2})
    response["Content-Disposition"] = 'attachment; filename="mijn-vraag.json"'
    return response


@private_link
@require_http_methods(["GET", "HEAD", "POST"])
def erase_mine(request: HttpRequest, token: str) -> HttpResponse:
    """Ask whether it is sure, and erase everything at once. A second time it is said that there is nothing any more."""
    own = _found(token)
    if own is None:
        return _gone(request)
    if request.method == "POST":
        own.erase()
        return render(request, "questions/erased.html")
    return render(request, "questions/erase.html", {"token": token, "state": own.state})


@private_link
@require_http_methods(["GET", "HEAD", "POST"])
def confirm_address(request: HttpRequest, token: str) -> HttpResponse:
    """Confirm the address by pressing a button: programs that open every link of a mail confirm nothing."""
    try:
        reference = CONFIRM.about(token)
    except BadLink:
        return _gone(request)
    question = Question.objects.filter(reference=reference).first()
    if question is None:
        return _gone(request)
    if request.method == "POST" and confirm(question):
        return redirect(status_path(reference))
    context = {"reference": reference, "erased": Own(question, None).contact is None}
    return render(request, "questions/confirm.html", context)


def _found(token: str) -> Own | None:
    try:
        return own_question(STATUS.about(token))
    except BadLink:
        return None


def _gone(request: HttpRequest) -> HttpResponse:
    return render(request, "questions/gone.html", status=404)
