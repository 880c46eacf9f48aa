"""How much came from a network lately, without knowing whose it is.

Counted in the memory of this process alone, under a hash with a salt that is made anew each hour and never leaves
the memory. So no address is kept, and after an hour nobody can tell any more that two visits were from one place.
Each web process counts for itself: the limit of the site is that of a process times their number.
"""

import hashlib
import ipaddress
import secrets
import threading
import time

from django.conf import settings
from django.http import HttpRequest

HOUR = 3600.0  # seconds that is counted over
PREFIX = {4: 24, 6: 48}  # bits of an address that make a network: a street or an office, not a person
MOST_NETWORKS = 50_000  # remembered at once


class SaltedMemory:
    """What is remembered for a while under hashes whose salt is made anew each time and never leaves the memory. Safe to
    share between threads by its lock."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._begin(0.0)

    def forget(self) -> None:
        """Begin anew."""
        with self._lock:
            self._begin(0.0)

    def _begin(self, until: float) -> None:
        self._until, self._salt = until, secrets.token_bytes(16)
        self._empty()

    def _empty(self) -> None:
        """Forget all that is remembered."""
        raise NotImplementedError

    def _key(self, what: str) -> bytes:
        return hashlib.blake2b(what.encode(), key=self._salt, digest_size=16).digest()


class NetworkLimit(SaltedMemory):
    """At most so many of something from one network an hour.

    Args:
        times: how many, as a multiple of ``ASK_PER_HOUR``, the questions that one network may send; 0 there is no limit.
    """

    def __init__(self, times: int) -> None:
        self.times = times
        super().__init__()

    def allows(self, network: str | None) -> bool:
        """Count one more; false once there were too many. A network that is not known is never held up."""
        if network is None or not self._most:
            return True
        with self._lock:
            now = time.monotonic()
            if now >= self._until or len(self._counts) >= MOST_NETWORKS:
                self._begin(now + HOUR)
            key = self._key(network)
            self._counts[key] = self._counts.get(key, 0) + 1
            return self._counts[key] <= self._most

    def reached(self, network: str | None) -> bool:
        """Whether one more would be too many. Counts nothing."""
        if network is None or not self._most:
            return False
        with self._lock:
            return time.monotonic() < self._until and self._counts.get(self._key(network), 0) >= self._most

    @property
    def _most(self) -> int:
        return self.times * int(settings.ASK_PER_HOUR)

    def _empty(self) -> None:
        self._counts: dict[bytes, int] = {}


def network_of(request: HttpRequest) -> str | None:
    """The network that a request comes from, behind as many proxies of ours as ``PROXIES`` says; none if it is unknown."""
    address = request.META.get("REMOTE_ADDR", "")
    if settings.PROXIES:
        hops = [hop.strip() for hop in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")]
        address = hops[-settings.PROXIES] if len(hops) >= settings.PROXIES else ""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return None
    mapped = getattr(parsed, "ipv4_mapped", None)
    parsed = mapped or parsed
    return str(ipaddress.ip_network((parsed, PREFIX[parsed.version]), strict=False))
