"""Whether a visit was counted today, without knowing whose it was.

As with ``NetworkLimit``: in the memory of this process alone, under a hash with a salt that is made anew each day and never
leaves the memory. No address is kept, and after a day nobody can tell any more that two visits were from one place. Each web
process remembers for itself: a network can be counted once in each of them.
"""

import time

from content.questions.networks import SaltedMemory

DAY = 24 * 3600.0  # seconds after which all is forgotten
MOST_VISITS = 50_000  # remembered at once; what comes after them is not counted until the day is over


class OncePerDay(SaltedMemory):
    """Says of something from a network whether it is the first time today. Safe to share between threads."""

    def first(self, network: str | None, what: str) -> bool:
        """Remember it; false where it was there already, or where no more can be remembered.

        Args:
            network: as ``network_of`` gives it; all that are not known count as one.
        """
        with self._lock:
            now = time.monotonic()
            if now >= self._until:
                self._begin(now + DAY)
            key = self._key(f"{network or ''}\0{what}")
            if key in self._seen or len(self._seen) >= MOST_VISITS:
                return False
            self._seen.add(key)
            return True

    def _empty(self) -> None:
        self._seen: set[bytes] = set()
