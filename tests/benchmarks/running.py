"""Times on the running site: web server and worker as ``make run`` starts them."""

import http.client
import os
import secrets
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path
from string import ascii_lowercase
from urllib.parse import urlencode

from content.models import ArticlePage, Concept, Label
from content.tagging import announce_due_pages
from kenniscentrum import heartbeat
from search.changes import pending
from search.query import SearchQuery
from tests.benchmarks.measures import percentiles, times
from tests.ports import free_port

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60.0  # seconds
RETAG_PATIENCE = 3600.0
READERS = 4
PUBLICATIONS = 20


@contextmanager
def site(changes: Mapping[str, str] | None = None) -> Iterator[int]:
    """Web server and worker on the present database, with ``changes`` to the environment; gives the port."""
    port = free_port()
    web = [sys.executable, "-m", "gunicorn", "kenniscentrum.wsgi", "--bind", f"127.0.0.1:{port}"]
    web += ["--workers", "2", "--threads", "4", "--worker-class", "gthread", "--log-level", "error"]
    commands = [web, [sys.executable, "manage.py", "worker"]]
    env = {**os.environ, **(changes or {})}
    heartbeat.stop()  # of an earlier worker
    processes = [subprocess.Popen(command, cwd=ROOT, env=env) for command in commands]
    try:
        _wait(port)
        _wait_for_worker()
        yield port
    finally:
        for process in processes:
            process.send_signal(signal.SIGTERM)
        for process in processes:
            process.wait(timeout=PATIENCE)


def over_http(port: int, queries: Sequence[SearchQuery]) -> dict[str, float]:
    """The search page, and what it weighs with its styles and script, compressed."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    took = times(lambda query: _get(connection, f"/zoeken/?{query.querystring}"), queries)
    page = max(len(_get(connection, f"/zoeken/?{query.querystring}")) for query in queries)
    parts = ("kenniscentrum/base.css", "kenniscentrum/parts.css", "kenniscentrum/site.js")
    whole = page + sum(len(_get(connection, f"/static/{part}")) for part in parts)
    return {**percentiles(took, "http"), "wire_kb": whole / 1000}


def until_found(port: int) -> dict[str, float]:
    """Seconds from publishing a page until the search page lists it."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    waits = []
    # The first finds a worker that is still starting; it is not counted.
    for page in ArticlePage.objects.live().order_by("-pk")[: PUBLICATIONS + 1]:
        word = "vindbaarproef" + "".join(secrets.choice(ascii_lowercase) for _ in range(8))
        page.title = f"Nieuw {word}"
        page.save_revision().publish()
        started = time.perf_counter()
        query = urlencode({"q": f'"{word}"'})
        while page.slug.encode() not in _get(connection, f"/zoeken/?{query}", packed=False):
            if time.perf_counter() - started > PATIENCE:
                raise TimeoutError("published, but not found")
            time.sleep(0.02)
        waits.append(time.perf_counter() - started)
    return percentiles(waits[1:], "findable")


def beside_a_writer(port: int, queries: Sequence[SearchQuery]) -> dict[str, float]:
    """The search page for several readers at once while pages are being published."""
    found: list[float] = []
    done = threading.Event()

    def read() -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        found.extend(
            times(lambda query: _get(connection, f"/zoeken/?{query.querystring}"), queries, rounds=1)
        )

    def write() -> None:
        pages = iter(ArticlePage.objects.live().order_by("pk")[:2000])
        while not done.is_set():
            next(pages).save_revision().publish()

    writer = threading.Thread(target=write)
    readers = [threading.Thread(target=read) for _ in range(READERS)]
    for thread in (writer, *readers):
        thread.start()
    for thread in readers:
        thread.join()
    done.set()
    writer.join()
    return percentiles(found, "beside_writer")


def beside_retagging(port: int, queries: Sequence[SearchQuery]) -> dict[str, float]:
    """The search page (ms) while the worker tags and indexes every page again, and how long that takes (s)."""
    target = Concept.objects.tops().in_scheme("thema").order_by("pk")[0]
    Label.objects.create(concept=target, text="herlabelproef")  # another vocabulary: every page is due
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    found: list[float] = []
    started = time.perf_counter()
    announced = announce_due_pages()
    for query in cycle(queries):
        began = time.perf_counter()
        _get(connection, f"/zoeken/?{query.querystring}")
        found.append((time.perf_counter() - began) * 1000)
        if len(found) % len(queries) == 0 and not pending():
            break
        if began - started > RETAG_PATIENCE:
            raise TimeoutError(f"{pending()} of {announced} pages still wait for their tags")
    return {**percentiles(found, "retagging"), "retag_all_s": time.perf_counter() - started}


def _get(connection: http.client.HTTPConnection, address: str, *, packed: bool = True) -> bytes:
    connection.request("GET", address, headers={"Accept-Encoding": "gzip"} if packed else {})
    answer = connection.getresponse()
    body = answer.read()
    if answer.status != 200:
        raise ConnectionError(f"{address}: {answer.status}")
    return body


def _wait_for_worker() -> None:
    """Until it has started, which takes a processor for some seconds that a site that runs does not spend."""
    deadline = time.monotonic() + PATIENCE
    while heartbeat.silent() is None:
        if time.monotonic() > deadline:
            raise TimeoutError("the worker did not start")
        time.sleep(0.1)


def _wait(port: int) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        try:
            _get(http.client.HTTPConnection("127.0.0.1", port, timeout=2), "/gezondheid/")
        except OSError:
            time.sleep(0.3)
        else:
            return
    raise TimeoutError("the site did not start")
