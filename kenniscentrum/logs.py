"""Log lines that cannot carry personal data."""

import copy
import logging
import traceback
from types import TracebackType

from content.screening import identifying, without_findings

# Their messages quote an address, a Host or a Referer as it was sent.
ABOUT_REQUESTS = ("django.request", "django.security", "django.server")
SysExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class PrivateFormatter(logging.Formatter):
    """Time, level, logger and message; of an exception its type and the lines of code, never its text.

    The text of an exception may quote what somebody typed (a database names the value it refuses). Of a request the
    status, method and route are told, never its address, body or headers. Other messages are screened for identifiers.
    """

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        """The line, from a copy: other handlers may have written the exception's text into the record."""
        said = copy.copy(record)
        said.exc_text = None
        said.msg, said.args = _message(record), None
        return super().format(said)

    def formatException(self, ei: SysExcInfo) -> str:
        """The frames and the exception's type, without its message."""
        kind, _, tb = ei
        frames = "".join(
            f'  File "{frame.filename}", line {frame.lineno}, in {frame.name}\n'
            for frame in traceback.extract_tb(tb)
        )
        return f"{frames}{kind.__name__ if kind else 'Exception'}"


def _message(record: logging.LogRecord) -> str:
    if record.name.startswith(ABOUT_REQUESTS):
        request = getattr(record, "request", None)
        match = getattr(request, "resolver_match", None)
        told = (
            getattr(record, "status_code", ""),
            getattr(request, "method", ""),
            getattr(match, "route", ""),
        )
        return " ".join(str(part) for part in told if part) or "request"
    message = record.getMessage()
    if not any(char.isdigit() or char == "@" for char in message):
        return message
    return without_findings(message, identifying(message))
