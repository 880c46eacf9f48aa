"""A circuit breaker: an engine that just failed is not asked again at once, so that no visitor waits for it.

After M. Nygard, *Release It!* (2007): closed while all is well, open for ``rest`` seconds after a failure, then one call
may try.
"""

import threading
import time
from collections.abc import Callable


class CircuitBreaker:
    """Counts failures of one engine in this process. Safe to share between threads."""

    def __init__(self, rest: float, clock: Callable[[], float] = time.monotonic) -> None:
        self.rest = rest
        self._clock = clock
        self._closed_at = 0.0
        self._lock = threading.Lock()

    def allows(self) -> bool:
        """Whether a call may go out now. While the engine rests none may; after that one call, then one a rest."""
        with self._lock:
            if not self._closed_at:
                return True
            if self._clock() < self._closed_at:
                return False
            self._closed_at = self._clock() + self.rest
            return True

    def failed(self) -> None:
        """Note that a call failed: no more calls for ``rest`` seconds."""
        with self._lock:
            self._closed_at = self._clock() + self.rest

    def succeeded(self) -> None:
        """Note that the engine answered: all calls may go."""
        with self._lock:
            self._closed_at = 0.0
