"""The mail server of a development machine: a folder with a file for each mail."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

from django.conf import settings
from django.core.mail import EmailMessage as OutgoingMessage
from django.core.mail.backends.base import BaseEmailBackend

BACKEND = "content.mail.folder.FolderBackend"
SUFFIX = ".eml"


class FolderBackend(BaseEmailBackend):
    """Writes each mail to a file in ``DATA_DIR/mail`` named after its Message-ID: sent again, it is the same file."""

    def send_messages(self, email_messages: Sequence[OutgoingMessage]) -> int:
        """Write the mails; only the owner of this machine may read them.

        Raises:
            OSError: the folder cannot be written.
        """
        _folder().mkdir(parents=True, exist_ok=True)
        for message in email_messages:
            content = message.message()
            file = _folder() / f"{re.sub(r'[^A-Za-z0-9]+', '-', content['Message-ID']).strip('-')}{SUFFIX}"
            file.touch(mode=0o600)
            file.write_bytes(content.as_bytes())
        return len(email_messages)


@dataclass(frozen=True, slots=True)
class FolderMail:
    """A mail in the folder, read for the page that shows it."""

    name: str
    written: float
    to: str
    subject: str
    text: str
    html: str


def mails() -> list[FolderMail]:
    """The mails in the folder, newest first."""
    files = _folder().glob(f"*{SUFFIX}") if _folder().is_dir() else ()
    return sorted((_read(file) for file in files), key=lambda mail: -mail.written)


def mail(name: str) -> FolderMail | None:
    """One mail by the name of its file."""
    return next((found for found in mails() if found.name == name), None)


def forget_before(moment: float) -> None:
    """Delete the mails that were written before a moment (seconds since 1970)."""
    for found in mails():
        if found.written < moment:
            (_folder() / f"{found.name}{SUFFIX}").unlink(missing_ok=True)


def _folder() -> Path:
    return Path(settings.DATA_DIR) / "mail"


def _read(file: Path) -> FolderMail:
    message = message_from_bytes(file.read_bytes(), policy=policy.default)
    text, html = (_part(message, kind) for kind in ("plain", "html"))
    return FolderMail(
        file.stem, file.stat().st_mtime, str(message["To"]), str(message["Subject"]), text, html
    )


def _part(message: EmailMessage, kind: str) -> str:
    part = message.get_body(preferencelist=(kind,))
    return part.get_content() if part else ""
