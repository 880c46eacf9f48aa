"""A real site in processes of its own, and a real Chromium to visit it."""

import os
import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import require
from tests.mailserver import MailServer, mail_server
from tests.ports import free_port

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser") or ""
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
LOG = "site.log"
START_SECONDS = 480  # on a machine that is busy with other work


class Site:
    """The running site: its address, the password of its demo accounts, and the mail server it sends to."""

    def __init__(self, folder: Path, port: int, mail: MailServer) -> None:
        names = ("DATABASE_URL", "ELASTICSEARCH_URL", "DJANGO_SETTINGS_MODULE")
        self.env = {key: value for key, value in os.environ.items() if key not in names}
        self.env |= {"DATA_DIR": str(folder), "PORT": str(port), "ASK_MIN_SECONDS": "0", "ASK_PER_HOUR": "0"}
        self.env |= {"EMAIL_URL": mail.url}
        self.mail = mail
        self.url = f"http://127.0.0.1:{port}"
        self.folder = folder
        self.password_file = folder / "demo_password"

    @property
    def password(self) -> str:
        return self.password_file.read_text().strip()

    def files_with(self, words: Sequence[str]) -> list[str]:
        """The files of the site that hold one of the words: database and its log, index, all that was logged."""
        sought = [word.encode() for word in words]
        found = []
        for file in list(self.folder.rglob("*")):
            with suppress(FileNotFoundError):  # the site works on, and takes files away
                if file.is_file() and any(word in file.read_bytes() for word in sought):
                    found.append(file.name)
        return found

    def answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.url}/gezondheid/", timeout=2) as response:
                return bool(response.status == 200)
        except (urllib.error.URLError, OSError):
            return False


@pytest.fixture(scope="session")
def mail() -> Iterator[MailServer]:
    """The mail server of the site, on loopback."""
    with mail_server() as running:
        yield running


@pytest.fixture(scope="session")
def site(demo_folder: Path, tmp_path_factory: Any, mail: MailServer) -> Iterator[Site]:
    """What ``make run`` starts a second time, on a free port and a folder of its own."""
    require(bool(CHROMIUM), "there is no Chromium on this machine")
    folder = shutil.copytree(demo_folder, tmp_path_factory.mktemp("site") / "data")
    running = Site(folder, free_port(), mail)
    log = (running.folder / LOG).open("wb")
    process = subprocess.Popen(
        [sys.executable, "manage.py", "start"], cwd=ROOT, env=running.env, stdout=log, stderr=log
    )
    try:
        deadline = time.monotonic() + START_SECONDS
        while not running.answers():
            assert process.poll() is None, "the site stopped by itself"
            assert time.monotonic() < deadline, "the site did not start"
            time.sleep(0.5)
        yield running
    finally:
        process.terminate()
        process.wait(timeout=30)
        log.close()
        print((running.folder / LOG).read_text(errors="replace")[-5000:])  # shown where a test failed


@pytest.fixture(scope="module")  # its event loop must be gone when other tests use the database
def chromium() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    require(bool(CHROMIUM), "there is no Chromium on this machine")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def page(site: Site, chromium: Any) -> Iterator[Any]:
    """A new visitor at a desk."""
    context = chromium.new_context(base_url=site.url, viewport={"width": 1280, "height": 900}, locale="nl-NL")
    context.set_default_timeout(15_000)
    yield context.new_page()
    context.close()
