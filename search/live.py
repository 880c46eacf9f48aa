"""The numbers of ranking that editors put live, read once in a while by each process."""

import time
from collections.abc import Mapping
from functools import lru_cache

from search.models import RankingNumber
from search.weights import editable

READ_SECONDS = 10  # for which a process uses what it read; so long a change may take to be everywhere


def numbers() -> Mapping[str, float]:
    """Name → number, of what differs from ``tunables``."""
    return _read(int(time.monotonic() // READ_SECONDS))


def put(changed: Mapping[str, float]) -> None:
    """Let the whole site rank with these numbers too."""
    for name, value in changed.items():
        RankingNumber.objects.update_or_create(name=name, defaults={"value": value})
    forget()


def reset() -> None:
    """Go back to the numbers that ship."""
    RankingNumber.objects.all().delete()
    forget()


def forget() -> None:
    """Read them again at the next search of this process."""
    _read.cache_clear()


@lru_cache(maxsize=1)
def _read(moment: int) -> Mapping[str, float]:
    """A number that no longer exists since an update of the site does not count."""
    rows = RankingNumber.objects.values_list("name", "value")
    return {name: value for name, value in rows if editable(name)}
