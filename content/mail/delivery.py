"""From the queue to the mail server. Whatever happens to the server, a mail waits here until it is gone.

A mail is claimed before it is sent: its next attempt is set to after the claim, so that no other process takes it. A
crash while sending lets the claim run out and the mail goes again, with the same Message-ID; only a crash in the moment
between the server's answer and our note of it sends twice.
"""

import datetime
import logging
import smtplib
import time
from contextlib import suppress
from typing import Any

from django.core.mail import get_connection
from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone

from content.mail.message import build
from content.models import OutgoingMail
from content.models.mail import PERSONAL

logger = logging.getLogger(__name__)

ROUND = 20.0  # seconds that one round sends, so that a slow server does not keep the worker from other work
CLAIM = datetime.timedelta(minutes=3)  # longer than a server may take over one mail
BACK_OFF = datetime.timedelta(minutes=1)  # doubled at each further attempt
MAX_BACK_OFF = datetime.timedelta(hours=1)
REFUSED_BACK_OFF = datetime.timedelta(hours=6)  # after a lasting refusal (5xx), which somebody has to mend
LASTING = (
    500  # the first code of a lasting refusal; those below ask to come back (greylisting, a full mailbox)
)
GIVE_UP = datetime.timedelta(days=3)
REFUSALS = (smtplib.SMTPRecipientsRefused, smtplib.SMTPSenderRefused, smtplib.SMTPDataError)


def mail_is_due() -> bool:
    """Whether there is a mail that may be tried now."""
    return _due().exists()


def deliver_due(seconds: float = ROUND) -> int:
    """Try each mail that is due once, for at most so many seconds.

    A server that cannot be reached, or that falls away, postpones every mail and ends the round; one that refuses a
    single mail postpones that one.

    Returns:
        How many mails are gone.
    """
    waiting = list(_due().values_list("pk", flat=True))
    if not waiting:
        return 0
    until, sent = time.monotonic() + seconds, 0
    connection = get_connection()
    try:
        connection.open()
        for pk in waiting:
            if time.monotonic() >= until:
                break
            sent += _claimed_and_sent(pk, connection)
    except OSError as error:  # smtplib's exceptions are OSErrors too
        _server_is_away(error)
    finally:
        with suppress(OSError):
            connection.close()
    return sent


def _due() -> QuerySet[OutgoingMail]:
    return OutgoingMail.objects.filter(state=OutgoingMail.State.QUEUED, due_at__lte=timezone.now())


def _claimed_and_sent(pk: int, connection: Any) -> bool:
    if not _due().filter(pk=pk).update(due_at=timezone.now() + CLAIM, attempts=F("attempts") + 1):
        return False  # another process has it, or it was erased meanwhile
    mail = OutgoingMail.objects.filter(pk=pk).first()
    if mail is None:
        return False
    try:
        connection.send_messages([build(mail)])
    except REFUSALS as error:
        _postpone(mail, error, REFUSED_BACK_OFF if _code(error) >= LASTING else _growing(mail))
        return False
    except OSError as error:
        _postpone(mail, error, _growing(mail))
        raise
    _finish(mail, OutgoingMail.State.SENT)
    return True


def _growing(mail: OutgoingMail) -> datetime.timedelta:
    return min(MAX_BACK_OFF, BACK_OFF * 2 ** min(mail.attempts - 1, 10))


def _code(error: OSError) -> int:
    """The server's answer to a mail that it refused."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return max(code for code, _ in error.recipients.values())
    return getattr(error, "smtp_code", 0)


def _postpone(mail: OutgoingMail, error: OSError, wait: datetime.timedelta) -> None:
    """Try again later, or give up after ``GIVE_UP``. The kind of failure is noted, never its text: it names addresses."""
    mail.error = type(error).__name__
    if timezone.now() - mail.queued_at >= GIVE_UP:
        logger.error("Mail %s could not be sent for %s (%s).", mail.pk, GIVE_UP, mail.error)
        _finish(mail, OutgoingMail.State.FAILED)
        return
    OutgoingMail.objects.filter(pk=mail.pk).update(due_at=timezone.now() + wait, error=mail.error)


def try_again(mail: OutgoingMail) -> None:
    """Queue a mail that was given up as if it were new, and wake the worker."""
    from content.mail.tasks import deliver_mail

    now = timezone.now()
    fresh = {"queued_at": now, "due_at": now, "done_at": None, "attempts": 0, "error": ""}
    with transaction.atomic():
        given_up = OutgoingMail.objects.filter(pk=mail.pk, state=OutgoingMail.State.FAILED).exclude(to="")
        if given_up.update(state=OutgoingMail.State.QUEUED, **fresh):
            deliver_mail.enqueue()


def forget(mail: OutgoingMail) -> None:
    """Erase whom and what of a mail that was given up; that there was one stays for its term."""
    OutgoingMail.objects.filter(pk=mail.pk, state=OutgoingMail.State.FAILED).update(**PERSONAL)


def _finish(mail: OutgoingMail, state: OutgoingMail.State) -> None:
    """Note the end. Of a mail that is gone, whom and what are erased in the same statement; one that failed can be
    tried again for its term.
    """
    gone = PERSONAL if state == OutgoingMail.State.SENT else {}
    OutgoingMail.objects.filter(pk=mail.pk).update(
        state=state, done_at=timezone.now(), error=mail.error, **gone
    )


def _server_is_away(error: OSError) -> None:
    """Let every mail wait a little, so that the worker does not try the same server a thousand times."""
    logger.warning("The mail server cannot be used now (%s); mail will be tried again.", type(error).__name__)
    _give_up_old(error)
    _due().update(due_at=timezone.now() + BACK_OFF)


def _give_up_old(error: OSError) -> None:
    for mail in _due().filter(queued_at__lte=timezone.now() - GIVE_UP):
        _postpone(mail, error, MAX_BACK_OFF)
