"""The proxy that the README prescribes, a real nginx: robots stay outside, and nothing of a visitor is written down."""

import http.client
import shutil
import ssl
import subprocess
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import require
from tests.proxy import NGINX, proxy

BURST = 120  # that one network may send at once
PLANTED = "zwabberkwasten"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


class Behind(ThreadingHTTPServer):
    """Stands for the site: keeps what arrives, and the files that hold it at that moment."""

    daemon_threads = True
    folder: Path

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Recorder)
        self.posts: list[bytes] = []
        self.headers: list[dict[str, str]] = []
        self.written: list[str] = []

    def files_with(self, word: str) -> list[str]:
        files = [file for file in self.folder.rglob("*") if file.is_file()]
        return [file.name for file in files if word.encode() in file.read_bytes()]


class Recorder(BaseHTTPRequestHandler):
    server: Behind

    def do_GET(self) -> None:
        self._answer(b"<p>" + PLANTED.encode() * 200_000)

    def do_POST(self) -> None:
        self.server.posts.append(self.rfile.read(int(self.headers["Content-Length"])))
        self._answer(b"<p>ontvangen")

    def _answer(self, body: bytes) -> None:
        self.server.headers.append({key.lower(): value for key, value in self.headers.items()})
        self.server.written += self.server.files_with(PLANTED)
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: Any) -> None:
        """Say nothing."""


@pytest.fixture
def behind(tmp_path: Path) -> Iterator[Behind]:
    with Behind() as server:
        server.folder = tmp_path
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    require(bool(NGINX), "there is no nginx")
    openssl = shutil.which("openssl")
    require(bool(openssl), "there is no openssl")
    folder = tmp_path_factory.mktemp("certificate")
    made, key = folder / "fullchain.pem", folder / "privkey.pem"
    command = [str(openssl), "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"]
    command += ["-subj", "/CN=localhost", "-out", str(made), "-keyout", str(key)]
    subprocess.run(command, check=True, capture_output=True)
    return made, key


@pytest.fixture
def port(behind: Behind, certificate: tuple[Path, Path], tmp_path: Path) -> Iterator[int]:
    with proxy(behind.server_address[1], tmp_path, certificate) as found:
        yield found


class Visitor:
    """Somebody at an address of this machine, with one connection."""

    def __init__(self, port: int, address: str) -> None:
        trusting = ssl.create_default_context()
        trusting.check_hostname, trusting.verify_mode = False, ssl.CERT_NONE
        self._connection = http.client.HTTPSConnection(
            "127.0.0.1", port, timeout=30, context=trusting, source_address=(address, 0)
        )

    def says(self, method: str, path: str, body: str = "", **headers: str) -> tuple[int, str]:
        self._connection.request(method, path, body.encode() or None, {**FORM, **headers})
        answer = self._connection.getresponse()
        self.last = answer
        return answer.status, answer.read().decode()


def test_a_flood_from_one_network_stays_outside_and_others_get_through(port: int, behind: Behind) -> None:
    robots = [Visitor(port, f"127.66.1.{number}") for number in (1, 2)]  # two machines, one network
    answers = [
        robots[number % 2].says("POST", "/vraag-stellen/", "question=x") for number in range(3 * BURST)
    ]
    refused = [page for status, page in answers if status == 429]
    assert len(behind.posts) == len(answers) - len(refused)
    assert len(refused) > BURST and "Wacht een minuut" in refused[0]
    assert robots[1].last.getheader("Retry-After") == "60"
    assert Visitor(port, "127.77.1.1").says("POST", "/vraag-stellen/", "question=hoe")[0] == 200
    assert behind.posts[-1] == b"question=hoe"


def test_who_reads_or_edits_is_never_held_up(port: int) -> None:
    visitor = Visitor(port, "127.66.2.1")
    assert {visitor.says("HEAD", "/zoeken/?q=regie")[0] for _ in range(3 * BURST)} == {
        501
    }  # of the site itself
    assert {visitor.says("POST", "/beheer/pages/1/edit/", "title=x")[0] for _ in range(3 * BURST)} == {200}


def test_the_site_hears_from_the_proxy_alone_where_somebody_is(port: int, behind: Behind) -> None:
    lies = {"X-Forwarded-For": "192.0.2.9", "X_Forwarded_For": "192.0.2.9", "X-Forwarded-Proto": "http"}
    Visitor(port, "127.66.3.7").says("POST", "/vraag-stellen/", "question=x", **lies)
    heard = behind.headers[-1]
    assert heard["x-forwarded-for"] == "127.66.3.7" and heard["x-forwarded-proto"] == "https"
    assert heard["host"] == f"127.0.0.1:{port}" and "x_forwarded_for" not in heard


def test_no_question_answer_or_address_is_written_down(port: int, behind: Behind) -> None:
    visitor = Visitor(port, "127.66.4.4")
    question = "question=" + PLANTED + "x" * 120_000
    assert visitor.says("POST", f"/vraag-stellen/?{PLANTED}", question)[0] == 200
    assert behind.posts == [question.encode()]
    assert len(visitor.says("GET", "/status/")[1]) > 1_000_000
    behind.server_close()  # the site is gone
    status, page = visitor.says("POST", f"/vraag-stellen/?{PLANTED}", question)
    assert status == 503 and "0800-2000" in page
    assert behind.written == []
    assert behind.files_with(PLANTED) == behind.files_with("127.66.4.4") == []


def test_what_is_too_large_is_refused_with_what_to_do(port: int, behind: Behind) -> None:
    status, page = Visitor(port, "127.66.5.5").says("POST", "/vraag-stellen/", PLANTED * 20_000)
    assert status == 413 and "korter" in page
    assert not behind.posts and behind.files_with(PLANTED) == []
