"""How long a visitor's request may still wait for the engine, over all the calls it makes together."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_ends_at: ContextVar[float | None] = ContextVar("ends_at", default=None)


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Let the calls in the block take so many seconds together; a block inside another never gets more than is left."""
    end = time.monotonic() + seconds
    outer = _ends_at.get()
    token = _ends_at.set(min(end, outer) if outer is not None else end)
    try:
        yield
    finally:
        _ends_at.reset(token)


def left(most: float) -> float:
    """Seconds that one call may take: what is left, at most ``most``; 0 or less when time is up."""
    end = _ends_at.get()
    return most if end is None else min(most, end - time.monotonic())
