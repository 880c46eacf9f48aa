"""kill -9 of the worker while 200 pages are being published loses nothing. Really starts it, and really kills it."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
PAGES = 200
PATIENCE = 120  # seconds
PUBLISH = """
from content.models import ArticlePage
for page in ArticlePage.objects.order_by("pk"):
    page.summary = "Nieuw" + page.slug.replace("-", "")
    page.save_revision().publish()
"""

pytestmark = pytest.mark.slow


def manage(env: dict[str, str], *arguments: Any, wait: bool = True) -> Any:
    command = [sys.executable, "manage.py", *map(str, arguments)]
    if not wait:
        return subprocess.Popen(command, cwd=ROOT, env=env, stderr=subprocess.DEVNULL)
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def status(env: dict[str, str]) -> dict[str, Any]:
    return json.loads(manage(env, "index", "status", "--json"))


def wait_for(env: dict[str, str], reached: Any) -> dict[str, Any]:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        state = status(env)
        if reached(state):
            return state
        time.sleep(0.3)
    pytest.fail(f"not reached within {PATIENCE} s: {status(env)}")


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    names = {k: v for k, v in os.environ.items() if k not in ("DATABASE_URL", "ELASTICSEARCH_URL")}
    return {
        **names,
        "DATA_DIR": str(tmp_path / "data"),
        "DJANGO_SETTINGS_MODULE": "kenniscentrum.settings.base",
    }


def test_a_killed_worker_loses_nothing(env: dict[str, str], tmp_path: Path) -> None:
    articles = tmp_path / "content" / "articles"
    articles.mkdir(parents=True)
    for number in range(PAGES):
        text = (
            f"---\ntitle: Proefpagina {number}\n---\nWoord{number} over schulden en huisuitzetting. "
            + "tekst " * 150
        )
        (articles / f"proef-{number}.md").write_text(text)
    manage(env, "migrate", "-v0")
    manage(env, "load_vocabulary", ROOT / "fixtures" / "vocabulary")
    manage(env, "index", "rebuild")
    manage(env, "load_content", tmp_path / "content")
    assert status(env)["pending"] == PAGES

    publisher = manage(env, "shell", "-c", PUBLISH, wait=False)
    killed_while_publishing = 0
    for moment in (0.2, 0.8):
        worker = manage(env, "worker", wait=False)
        before = status(env)["documents"]
        wait_for(env, lambda state, low=before: state["documents"] > low or not state["pending"])
        time.sleep(moment)
        worker.send_signal(signal.SIGKILL)
        worker.wait()
        killed_while_publishing += publisher.poll() is None
    assert killed_while_publishing
    assert publisher.wait(timeout=PATIENCE) == 0

    worker = manage(env, "worker", wait=False)
    try:
        state = wait_for(env, lambda state: not state["pending"])
    finally:
        worker.send_signal(signal.SIGTERM)
        assert worker.wait(timeout=30) == 0
    assert state["documents"] == PAGES
    found = {
        json.loads(line)["hits"][0]["slug"]
        for line in subprocess.run(
            [sys.executable, "manage.py", "search", "--lines", "--limit", "1"],
            cwd=ROOT,
            env=env,
            input="\n".join(f"nieuwproef{number}" for number in range(PAGES)),
            capture_output=True,
            text=True,
            check=True,
        ).stdout.splitlines()
    }
    assert found == {f"proef-{number}" for number in range(PAGES)}
