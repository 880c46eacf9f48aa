"""Pages that show the mail of a development machine. Where mail really goes out they are not there."""

import datetime

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from content.mail import folder

# A mail brings its own styles, as mail programs want it, and nothing else may load.
MAIL_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox allow-popups"


@never_cache
@require_safe
def mailbox(request: HttpRequest) -> HttpResponse:
    """All mails, newest first."""
    _only_in_development()
    rows = [
        {
            "mail": mail,
            "at": datetime.datetime.fromtimestamp(mail.written, tz=timezone.get_current_timezone()),
        }
        for mail in folder.mails()
    ]
    return render(request, "mail/folder/mailbox.html", {"rows": rows})


@never_cache
@require_safe
def mail(request: HttpRequest, name: str) -> HttpResponse:
    """One mail as text, with a way to its HTML."""
    return render(request, "mail/folder/mail.html", {"mail": _found(name)})


@never_cache
@require_safe
def mail_html(request: HttpRequest, name: str) -> HttpResponse:
    """One mail as a mail program shows it."""
    response = HttpResponse(_found(name).html)
    response["Content-Security-Policy"] = MAIL_POLICY
    return response


def _found(name: str) -> folder.FolderMail:
    _only_in_development()
    mail = folder.mail(name)
    if mail is None:
        raise Http404
    return mail


def _only_in_development() -> None:
    if settings.PRODUCTION or settings.EMAIL_BACKEND != folder.BACKEND:
        raise Http404
