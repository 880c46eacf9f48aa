"""Mail that could not be delivered in days: whom it was meant for in general words, why, and another try."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin.menu import MenuItem

from content.handling.steps import HANDLE
from content.mail.delivery import forget, try_again
from content.models import OutgoingMail
from content.privacy.terms import UNDELIVERED

PER_PAGE = 30
AGAIN, FORGET = "again", "forget"
# What the key of a mail begins with: whom it is to.
TO = {"question": "wie een vraag stelde", "invitation": "een deskundige", "follower": "wie iets volgt"}
SOMEBODY = "iemand"
# The failure as the delivery noted it; every other one is about the server.
REASONS = {
    "SMTPRecipientsRefused": "De mailserver weigert dit adres.",
    "SMTPSenderRefused": "De mailserver weigert ons als afzender.",
    "SMTPDataError": "De mailserver weigert deze mail.",
}
SERVER = "De mailserver was niet te bereiken."


class FailedMailMenuItem(MenuItem):
    """Shown to who handles questions."""

    def is_shown(self, request: Any) -> bool:
        """Whether the user may see which mail was not delivered."""
        return bool(request.user.has_perm(HANDLE))


@dataclass(frozen=True, slots=True)
class Undelivered:
    """A mail as its handler sees it: an address is never told in full."""

    pk: int
    to: str
    address: str
    reason: str
    attempts: int
    queued_at: Any
    done_at: Any


def failed_mails() -> Any:
    """The mails that we gave up and that can still be tried again, newest first."""
    return (
        OutgoingMail.objects.filter(state=OutgoingMail.State.FAILED)
        .exclude(to="")
        .order_by("-done_at", "-pk")
    )


@never_cache
@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """The list."""
    _only_handlers(request)
    page = Paginator(failed_mails(), PER_PAGE).get_page(request.GET.get("p"))
    context = {"page": page, "rows": [_shown(mail) for mail in page], "days": UNDELIVERED.days}
    return render(request, "contentadmin/failed_mail.html", context)


@never_cache
@require_POST
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Try one again, or erase it."""
    _only_handlers(request)
    mail = get_object_or_404(failed_mails(), pk=pk)
    if request.POST.get("decision") == AGAIN:
        try_again(mail)
        messages.success(
            request, "De mail staat weer klaar. Lukt het weer niet, dan staat zij over drie dagen weer hier."
        )
    elif request.POST.get("decision") == FORGET:
        forget(mail)
        messages.success(request, "De mail is gewist.")
    return redirect("failed-mail")


def masked(address: str) -> str:
    """An address of which only the first letter and the host are told: *j…@example.org*."""
    name, _, host = address.rpartition("@")
    return f"{name[:1]}…@{host}"


def _shown(mail: OutgoingMail) -> Undelivered:
    return Undelivered(
        pk=mail.pk,
        to=TO.get(mail.key.partition("-")[0], SOMEBODY),
        address=masked(mail.to),
        reason=REASONS.get(mail.error, SERVER),
        attempts=mail.attempts,
        queued_at=mail.queued_at,
        done_at=mail.done_at,
    )


def _only_handlers(request: HttpRequest) -> None:
    if not request.user.has_perm(HANDLE):
        raise PermissionDenied
