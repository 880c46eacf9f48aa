"""From a row of the queue to a message of Django's."""

from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives

from content.models import OutgoingMail

# An absence note must not answer us, and no other program either (RFC 3834).
AUTOMATIC = {"Auto-Submitted": "auto-generated"}


def build(mail: OutgoingMail) -> EmailMultiAlternatives:
    """The message, the same at each attempt: by its Message-ID a mailbox can tell that it had this one already.

    Raises:
        ValueError: at its ``message()``, for a line end in a header.
    """
    headers = {**AUTOMATIC, **mail.headers, "Message-ID": _message_id(mail)}
    message = EmailMultiAlternatives(mail.subject, mail.text, to=[mail.to], headers=headers)
    message.attach_alternative(mail.html, "text/html")
    return message


def _message_id(mail: OutgoingMail) -> str:
    host = urlsplit(settings.BASE_URL).hostname or "localhost"
    return f"<{mail.message_id.hex}@{host}>"
