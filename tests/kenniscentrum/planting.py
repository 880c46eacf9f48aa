"""Planted details and the places where a trace of them could stay."""

import io
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core import mail
from django.core.cache import caches
from django.db import connection
from django.urls import URLPattern, URLResolver, get_resolver
from stdnum.iso7064 import mod_97_10

from kenniscentrum.logs import PrivateFormatter
from search.backends.base import EngineQuery
from search.engine import backend

NOT_OURS = ("beheer/",)  # behind a login
MOST_INDEXED = 10_000  # pages and words, more than the demo has
_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2)


@dataclass(frozen=True)
class Plant:
    """Details of nobody, unlike any other of a test run, that are stopped (all but the name) wherever they are typed."""

    bsn: str
    iban: str
    email: str
    phone: str
    name: str

    @property
    def text(self) -> str:
        """A text that has them all."""
        return f"Mevrouw {self.name} Visserman, BSN {self.bsn}, rekening {self.iban}, bel {self.phone} of mail {self.email}"

    @property
    def values(self) -> tuple[str, ...]:
        """What to look for."""
        return (self.bsn, self.iban, self.email, self.phone, self.name)


def plant(number: int) -> Plant:
    """The ``number``-th plant (under ten thousand), with numbers that pass their check digits."""
    account = f"INGB000{7_000_000 + number}"
    return Plant(
        bsn=_bsn(73_400_000 + 7 * number),
        iban=f"NL{mod_97_10.calc_check_digits(account + 'NL')}{account}",
        email=f"xq{number:04d}zw@plantje.nl",
        phone=f"068173{number:04d}",
        name=f"Qzw{chr(97 + number // 676)}{chr(97 + number // 26 % 26)}{chr(97 + number % 26)}ijx",
    )


def _bsn(first_eight: int) -> str:
    digits = [int(char) for char in str(first_eight)]
    last = sum(weight * digit for weight, digit in zip(_WEIGHTS, digits, strict=True)) % 11
    return f"{first_eight}{last}" if last < 10 else _bsn(first_eight + 1)


def traces(values: tuple[str, ...], log: str = "") -> list[str]:
    """Where any of the values stands: a table, a file of the site, a cache, the mail, the log, the live index."""
    sought = [value.lower() for value in values]
    return sorted({place for place, text in _places(log) if any(value in text.lower() for value in sought)})


def _places(log: str) -> Iterator[tuple[str, str]]:
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            yield f"table {table}", str(cursor.fetchall())
    for path in Path(settings.DATA_DIR).rglob("*"):
        if path.is_file():
            yield f"file {path.name}", path.read_bytes().decode("latin-1")
    for name in settings.CACHES:
        yield f"cache {name}", str(vars(caches[name]))
    yield "mail", str([(message.to, message.subject, message.body) for message in mail.outbox])
    yield "log", log
    if backend().status().usable:
        yield "index", str(backend().words_like("", MOST_INDEXED))
        yield "index", str(backend().search(EngineQuery(limit=MOST_INDEXED)).hits)


@contextmanager
def whole_log() -> Iterator[io.StringIO]:
    """All that is logged, at every level, as the site writes it."""
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(PrivateFormatter())
    root = logging.getLogger()
    levels = {
        name: logging.getLogger(name).level for name in ("", "django", "django.request", "django.security")
    }
    root.addHandler(handler)
    try:
        for name in levels:
            logging.getLogger(name).setLevel(logging.DEBUG)
        yield written
    finally:
        root.removeHandler(handler)
        for name, level in levels.items():
            logging.getLogger(name).setLevel(level)


def addresses() -> list[tuple[str, URLPattern]]:
    """Every address of the site that needs no login: its route and its pattern."""
    return list(_walk(get_resolver(), ""))


def _walk(resolver: Any, before: str) -> Iterator[tuple[str, URLPattern]]:
    for pattern in resolver.url_patterns:
        route = str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            if route not in NOT_OURS:
                yield from _walk(pattern, before + route)
        else:
            yield before + route, pattern
