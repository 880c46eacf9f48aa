"""Readers' reactions. What is typed reaches no address and no log; counting leaves no trace of who."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from content.addresses import page_id_of
from content.feedback import asked_too
from content.feedback.forms import RemarkForm
from content.models import AnswerPage, ContentPage, HelpfulDay, Remark, SameQuestionDay
from content.questions.guard import bounded
from content.questions.networks import NetworkLimit
from content.same_site import from_this_site

REACTIONS = NetworkLimit(times=15)  # as many as pages of asking
TOO_MANY = "feedback/too_many.html"
REPLACE = "replace"  # the button that takes names out of a text


@dataclass(frozen=True, slots=True)
class Said:
    """What a reader can say about a page, and what we ask then."""

    kind: str
    title: str
    intro: str
    label: str
    field: str = ""


SAID = {
    "ja": Said(Remark.Kind.HELPED, "Fijn dat het u hielp", "Uw antwoord is geteld.", "Wat hielp u?", "yes"),
    "nee": Said(
        Remark.Kind.DID_NOT_HELP,
        "Dat is jammer",
        "Uw antwoord is geteld. Zoekt u nog verder? Stel dan uw vraag, dan zoeken wij het uit.",
        "Wat miste u?",
        "no",
    ),
}
FAULT = Said(
    Remark.Kind.FAULT,
    "Meld een fout",
    "Klopt er iets niet, of is er iets verouderd? De redactie kijkt het na. Wij weten niet wie u bent en "
    "kunnen u dus niet antwoorden.",
    "Wat klopt er niet?",
)


@never_cache
@from_this_site
@bounded(REACTIONS, TOO_MANY)
@require_POST
def helped(request: HttpRequest, code: str) -> HttpResponse:
    """Count a yes or a no."""
    page = page_of(code)
    said = request.POST.get("helped", "")
    if said not in SAID:
        return redirect(page.get_url())
    HelpfulDay.add(page.pk, SAID[said].field)
    return redirect("feedback-helped", code, said)


@never_cache
@from_this_site
@bounded(REACTIONS, TOO_MANY)
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def reason(request: HttpRequest, code: str, said: str) -> HttpResponse:
    """Thanks for a yes or a no, and room for a reason; reading it again counts nothing."""
    if said not in SAID:
        raise Http404
    return _remark(request, page_of(code), SAID[said], "feedback/helped.html")


@never_cache
@from_this_site
@bounded(REACTIONS, TOO_MANY)
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def fault(request: HttpRequest, code: str) -> HttpResponse:
    """Report what is wrong in a page."""
    return _remark(request, page_of(code), FAULT, "feedback/fault.html")


@never_cache
@from_this_site
@bounded(REACTIONS, TOO_MANY)
@require_POST
def same_question(request: HttpRequest, code: str) -> HttpResponse:
    """Count that a reader has the question of an answer too, once for each browser."""
    page = page_of(code)
    if not AnswerPage.objects.filter(pk=page.pk).exists():
        raise Http404
    response = redirect("feedback-same-thanks", code)
    if code not in asked_too.said(request):
        SameQuestionDay.add(page.pk, "count")
        asked_too.remember(request, response, code)
    return response


@never_cache
@require_safe
def same_thanks(request: HttpRequest, code: str) -> HttpResponse:
    """What happens with a question that more people have."""
    return render(request, "feedback/same.html", {"page": page_of(code)})


@never_cache
@require_safe
def thanks(request: HttpRequest, code: str) -> HttpResponse:
    """A remark was received."""
    return render(request, "feedback/thanks.html", {"page": page_of(code)})


def page_of(code: str) -> ContentPage:
    """The live, public page of a short code.

    Raises:
        Http404: there is none.
    """
    page = ContentPage.objects.live().public().filter(pk=page_id_of(code)).first()
    if page is None:
        raise Http404
    return page.specific


def _remark(request: HttpRequest, page: ContentPage, said: Said, template: str) -> HttpResponse:
    """The form for a remark and its handling. Names hold it up until they are replaced or said to be nobody's."""
    form = RemarkForm(request.POST or None, label=said.label)
    status, replaced, held = 200, False, False
    if request.method == "POST":
        if not form.is_valid():
            status = 422
        elif request.POST.get("action") == REPLACE:
            form, replaced = form.replaced(), True
        elif form.needs_confirmation:
            held = True
        else:
            if not form.is_robot:  # a robot is thanked too, so that it learns nothing
                form.save(page.pk, said.kind)
            return redirect("feedback-thanks", request.resolver_match.kwargs["code"])
    context = {"page": page, "form": form, "said": said, "replaced": replaced, "held": held}
    return render(request, template, context, status=status)
