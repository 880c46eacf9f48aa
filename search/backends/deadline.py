"""How long a visitor's request may still wait for the engine, over all the calls it makes together.

Only waiting counts. What the site does itself, such as reading a vocabulary that was just changed, is no reason to say that
the engine is away.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar


class _Patience:
    """Seconds that are left, in a block and in those around it."""

    def __init__(self, seconds: float, outer: "_Patience | None") -> None:
        self.left: float = min(seconds, outer.left) if outer else seconds
        self._outer = outer

    def spend(self, seconds: float) -> None:
        self.left -= seconds
        if self._outer:
            self._outer.spend(seconds)


_patience: ContextVar[_Patience | None] = ContextVar("patience", default=None)


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Let the calls in the block wait so many seconds together; a block inside another never gets more than is left."""
    token = _patience.set(_Patience(seconds, _patience.get()))
    try:
        yield
    finally:
        _patience.reset(token)


@contextmanager
def waiting() -> Iterator[None]:
    """The block is a call that waits for the engine."""
    started = time.monotonic()
    try:
        yield
    finally:
        if patience := _patience.get():
            patience.spend(time.monotonic() - started)


def left(most: float) -> float:
    """Seconds that one call may take: what is left, at most ``most``; 0 or less when time is up."""
    patience = _patience.get()
    return min(most, patience.left) if patience else most
