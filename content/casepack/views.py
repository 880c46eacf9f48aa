"""Collecting pages, ordering them, and taking them along. Nothing of it is kept on the server."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from content.addresses import absolute, page_id_of
from content.browse import cards
from content.casepack import basket
from content.casepack.pdf import PackTooLarge, pack_pdf
from content.numerals import whole_number
from content.questions.networks import NetworkLimit, network_of
from content.same_site import from_this_site

STEPS = {"up": -1, "down": 1}
PDFS = NetworkLimit(times=10)  # setting one takes a good part of a second
FILE_NAME = "map-voor-het-overleg.pdf"


@never_cache
@require_safe
def pack(request: HttpRequest) -> HttpResponse:
    """The reader's own pack, or one that somebody shared by its address (``p``)."""
    shared = request.GET.get("p", "")
    pages = basket.pages_of(basket.parse(shared) if shared else basket.read(request))
    codes = basket.as_text(pages)
    context = {
        "sheets": cards(pages),
        "codes": codes,
        "shared": bool(shared),
        "address": absolute(f"{reverse('pack')}?{urlencode({'p': codes})}"),
        "kept_days": basket.COOKIE.max_age // (24 * 60 * 60),
        "most": basket.MOST,
        **_just_done(request),
    }
    return render(request, "casepack/pack.html", context)


@never_cache
@from_this_site
@require_POST
def add(request: HttpRequest) -> HttpResponse:
    """Put pages in the reader's pack, by code; at a place, where one is undone that was taken away."""
    codes = basket.read(request)
    new = basket.parse(request.POST.get("p", ""))
    if not basket.pages_of(new):
        raise Http404
    after = basket.added(codes, new, _number(request.POST.get("place", ""), len(codes)))
    full = not set(new) <= set(after)
    response = redirect(_pack_address(**({"vol": "1"} if full else {"erbij": basket.SEPARATOR.join(new)})))
    basket.write(response, after)
    return response


@never_cache
@from_this_site
@require_POST
def change(request: HttpRequest) -> HttpResponse:
    """Move a page of the pack, take it out, or empty the pack; the answer offers to undo what was taken."""
    codes, code = basket.read(request), request.POST.get("code", "")
    action = request.POST.get("action", "")
    after, query, mark = codes, {}, ""
    if action in STEPS:
        after, mark = basket.moved(codes, code, STEPS[action]), f"#blad-{code}"
    elif action == "remove" and code in codes:
        after = tuple(other for other in codes if other != code)
        query = {"weg": code, "plek": str(codes.index(code))}
    elif action == "empty":
        after, query = (), {"weg": basket.SEPARATOR.join(codes), "plek": "0"}
    response = redirect(_pack_address(**query) + (mark if page_id_of(code) else ""))
    basket.write(response, after)
    return response


@require_safe
def as_pdf(request: HttpRequest) -> HttpResponse:
    """The pages in the address as one PDF; a page that is not public (any more) is left out."""
    pages = basket.pages_of(basket.parse(request.GET.get("p", "")))
    if not pages:
        raise Http404
    if not PDFS.allows(network_of(request)):
        return render(request, "feedback/too_many.html", status=429)
    try:
        content = pack_pdf(pages, timezone.localdate())
    except PackTooLarge:
        return render(request, "casepack/too_large.html", status=422)
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{FILE_NAME}"'
    response["Cache-Control"] = "private, no-cache"
    return response


def _just_done(request: HttpRequest) -> dict[str, Any]:
    """What the page says about the step that led to it: the address tells, so that no session is needed."""
    return {
        "added": basket.pages_of(basket.parse(request.GET.get("erbij", ""))),
        "removed": basket.pages_of(basket.parse(request.GET.get("weg", ""))),
        "removed_codes": request.GET.get("weg", ""),
        "place": _number(request.GET.get("plek", ""), 0),
        "full": "vol" in request.GET,
    }


def _pack_address(**query: str) -> str:
    return f"{reverse('pack')}?{urlencode(query)}" if query else reverse("pack")


def _number(text: str, otherwise: int) -> int:
    number = whole_number(text, 3)
    return otherwise if number is None else min(number, basket.MOST)
