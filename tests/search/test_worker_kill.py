"""kill -9 of the worker while 200 pages are being published loses nothing. Really starts it, and really kills it."""

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.ready import DATABASE, ROOT

PAGES = 200
AT_ONCE = 40  # pages that the publisher is told to publish beside a worker that will be killed
BEFORE_THE_KILL = 5  # of these, so that it is in the midst of the others
PATIENCE = 120  # seconds
# Publishes a page at each line that it reads, and says which.
PUBLISH = """
import sys
from content.models import ArticlePage
for number, _ in enumerate(sys.stdin):
    page = ArticlePage.objects.get(slug=f"proef-{number}")
    page.summary = f"Nieuwproef{number}"
    page.save_revision().publish()
    print(page.slug, flush=True)
"""
# What the worker has done: it keeps a page's text once it tagged it, and drops rows once the index has the pages.
TAGGED = "SELECT count(*) FROM content_pagetext"
INDEXED = "SELECT -count(*) FROM search_indexchange"

Start = Callable[..., subprocess.Popen[str]]

pytestmark = pytest.mark.slow


def manage(env: dict[str, str], *arguments: str, lines: str = "") -> str:
    command = [sys.executable, "manage.py", *arguments]
    done = subprocess.run(
        command, cwd=ROOT, env=env, input=lines, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def wait_for(reached: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not reached():
        assert time.monotonic() < deadline, f"not reached within {PATIENCE} s"
        time.sleep(0.02)


@pytest.fixture
def env(demo_folder: Path, tmp_path: Path) -> dict[str, str]:
    data = shutil.copytree(demo_folder, tmp_path / "data")
    names = {k: v for k, v in os.environ.items() if k not in ("DATABASE_URL", "ELASTICSEARCH_URL")}
    return {**names, "DATA_DIR": str(data), "DJANGO_SETTINGS_MODULE": "kenniscentrum.settings.base"}


@pytest.fixture
def start(env: dict[str, str]) -> Iterator[Start]:
    """Starts ``manage.py``, of which nothing is left running when the test ends, however it does."""
    started: list[subprocess.Popen[str]] = []

    def start(*arguments: str, **streams: Any) -> subprocess.Popen[str]:
        command = [sys.executable, "manage.py", *arguments]
        process = subprocess.Popen(
            command, cwd=ROOT, env=env, stderr=subprocess.DEVNULL, text=True, **streams
        )
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.communicate()


def write_pages(folder: Path) -> Path:
    articles = folder / "content" / "articles"
    articles.mkdir(parents=True)
    for number in range(PAGES):
        text = f"---\ntitle: Proefpagina {number}\n---\nWoord{number} over schulden. " + "tekst " * 150
        (articles / f"proef-{number}.md").write_text(text)
    return folder / "content"


def test_a_killed_worker_loses_nothing(env: dict[str, str], start: Start, tmp_path: Path) -> None:
    publisher = start("shell", "-v0", "-c", PUBLISH, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert publisher.stdin and publisher.stdout
    manage(env, "load_content", str(write_pages(tmp_path)))
    with closing(sqlite3.connect(Path(env["DATA_DIR"]) / DATABASE)) as database:

        def count(query: str) -> int:
            return int(database.execute(query).fetchone()[0])

        assert -count(INDEXED) >= PAGES
        for progress in (TAGGED, INDEXED):  # killed inside a batch, and behind one
            done = count(progress)
            worker = start("worker")
            wait_for(lambda query=progress, low=done: count(query) > low)
            publisher.stdin.write("\n" * AT_ONCE)
            publisher.stdin.flush()
            for _ in range(BEFORE_THE_KILL):
                assert publisher.stdout.readline()
            worker.kill()
            assert worker.wait() == -signal.SIGKILL
            assert publisher.poll() is None
            for _ in range(AT_ONCE - BEFORE_THE_KILL):
                assert publisher.stdout.readline()
            assert count(INDEXED) < 0
        said, _ = publisher.communicate("\n" * (PAGES - 2 * AT_ONCE), timeout=PATIENCE)
        assert publisher.returncode == 0 and len(said.splitlines()) == PAGES - 2 * AT_ONCE

        worker = start("worker")
        wait_for(lambda: count(INDEXED) == 0)
        worker.terminate()
        assert worker.wait(timeout=PATIENCE) == 0
    words = "\n".join(f"nieuwproef{number}" for number in range(PAGES))
    answers = [json.loads(line) for line in manage(env, "search", "--lines", lines=words).splitlines()]
    found = [[hit["slug"] for hit in answer["hits"]] for answer in answers]
    assert found == [[f"proef-{number}"] for number in range(PAGES)], "each in the index, and once"
