"""Log lines that cannot carry personal data."""

import logging
import traceback
from types import TracebackType

SysExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class PrivateFormatter(logging.Formatter):
    """Time, level, logger and message; of an exception its type and the lines of code, never its text.

    The text of an exception may quote what somebody typed (a database names the value it refuses).
    """

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s %(message)s")

    def formatException(self, ei: SysExcInfo) -> str:
        """The frames and the exception's type, without its message."""
        kind, _, tb = ei
        frames = "".join(
            f'  File "{frame.filename}", line {frame.lineno}, in {frame.name}\n'
            for frame in traceback.extract_tb(tb)
        )
        return f"{frames}{kind.__name__ if kind else 'Exception'}"
