"""The way into the queue: a mail is a row in the transaction of what it is about."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string

from content.mail.message import build
from content.models import OutgoingMail

TEMPLATES = "mail/{name}.{form}"


def queue_mail(
    *,
    key: str,
    to: str,
    template: str,
    context: Mapping[str, Any] | None = None,
    headers: Mapping[str, str] | None = None,
) -> OutgoingMail:
    """Queue one mail and wake the worker. Call it in the transaction that changes what the mail is about.

    Args:
        key: what the mail is about and which one it is, for example ``question-12/received``; the same key queues one
            mail for as long as that there was one is remembered (``KEEP_MAIL_DAYS`` after it is gone). What may come
            up again later than that, the caller remembers itself. It outlives the mail, so nothing personal in it.
        to: one address.
        template: name in ``templates/mail/``: ``<name>.txt`` extends ``mail/base.txt`` (blocks ``subject`` and
            ``body``) and ``<name>.html`` extends ``mail/base.html`` (block ``body``).
        context: for both templates, which also get ``base_url``, without a slash at its end.
        headers: besides the usual ones, for example ``List-Unsubscribe``.

    Returns:
        The row, new or as it was queued before.

    Raises:
        ValueError: a line end in a header or the subject.
        TemplateDoesNotExist: one of the two templates is missing.
    """
    from content.mail.tasks import deliver_mail

    filled = {**(context or {}), "base_url": settings.BASE_URL}
    subject, _, text = render_to_string(TEMPLATES.format(name=template, form="txt"), filled).partition("\n")
    fields = {
        "to": to,
        "subject": subject.strip(),
        "text": text.strip() + "\n",
        "html": render_to_string(TEMPLATES.format(name=template, form="html"), filled),
        "headers": dict(headers or {}),
    }
    build(OutgoingMail(key=key, **fields)).message()  # what cannot be sent is told to the caller
    mail, made = OutgoingMail.objects.get_or_create(key=key, defaults=fields)
    if made:
        deliver_mail.enqueue()
    return mail


def forget_mails(prefix: str) -> None:
    """Delete every mail whose key begins so, sent or not: what it was about is erased."""
    OutgoingMail.objects.filter(key__startswith=prefix).delete()
