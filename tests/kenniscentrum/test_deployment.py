"""What the image and the compose file run, run for real under production settings."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kenniscentrum import heartbeat
from tests.kenniscentrum.test_promises import COMPOSE
from tests.kenniscentrum.test_settings import KEPT, SAFE
from tests.ports import free_port
from tests.ready import ROOT

DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8").replace("\\\n", "")
PATIENCE = 60  # seconds

Process = subprocess.Popen[bytes]

pytestmark = pytest.mark.slow


def commands(instruction: str) -> list[list[str]]:
    """The commands that the image gives in JSON after an instruction."""
    return [json.loads(found) for found in re.findall(rf"^{instruction} (\[.*\])$", DOCKERFILE, re.MULTILINE)]


@pytest.fixture
def env(demo_folder: Path, tmp_path: Path) -> dict[str, str]:
    """The environment of a production site on this machine, with nothing else in it."""
    kept = {name: value for name, value in os.environ.items() if name in KEPT}
    return {
        **kept,
        **SAFE,
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        "DATA_DIR": str(shutil.copytree(demo_folder, tmp_path / "data")),
        "DJANGO_SETTINGS_MODULE": "kenniscentrum.settings.base",
        "PORT": str(free_port()),
    }


@pytest.fixture
def start(env: dict[str, str]) -> Iterator[Callable[[list[str]], Process]]:
    """Starts a command, of which nothing is left running when the test ends, however it does."""
    started: list[Process] = []

    def start(command: list[str]) -> Process:
        started.append(
            subprocess.Popen(command, cwd=ROOT, env=env, stderr=subprocess.DEVNULL, process_group=0)
        )
        return started[-1]

    yield start
    for process in started:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def run(command: list[str], env: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)


def passes_in_time(command: list[str], env: dict[str, str]) -> str:
    """Run a check until it passes; returns what it said last where it never did."""
    deadline = time.monotonic() + PATIENCE
    while (done := run(command, env)).returncode:
        if time.monotonic() > deadline:
            return done.stderr
        time.sleep(0.5)
    return ""


def test_the_image_finds_its_own_website_healthy(
    env: dict[str, str], start: Callable[[list[str]], Process]
) -> None:
    [serve] = commands("CMD")
    [check] = commands("HEALTHCHECK .*CMD")
    assert run(check, env).returncode, "nothing runs yet"
    start(serve)
    assert not passes_in_time(check, env)


def test_compose_finds_a_worker_healthy_as_long_as_it_gets_on(
    env: dict[str, str], start: Callable[[list[str]], Process]
) -> None:
    service = COMPOSE["services"]["worker"]
    check = service["healthcheck"]["test"][1:]
    assert "Er draait geen worker" in run(check, env).stderr
    worker = start(service["command"])
    assert not passes_in_time(check, env)

    worker.send_signal(signal.SIGSTOP)
    sign = Path(env["DATA_DIR"]) / heartbeat.FILE
    past = time.time() - heartbeat.LONGEST - 60
    os.utime(sign, (past, past))
    hung = run(check, env)
    assert hung.returncode and "11 minuten geen teken" in hung.stderr

    worker.send_signal(signal.SIGCONT)
    assert not passes_in_time(check, env)
    worker.terminate()
    assert worker.wait(PATIENCE) == 0
    assert not sign.exists()
