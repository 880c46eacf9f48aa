"""What happens to a real Elasticsearch of our own: frozen, killed, emptied, read-only, slow, with another password."""

import os
import socket
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from elasticsearch import Elasticsearch

from content.models import ArticlePage
from kenniscentrum.management.commands.worker import Command as Worker
from search import engine
from search.backends import elasticsearch
from search.backends.base import EngineUnavailable
from search.backends.elasticsearch import ElasticsearchBackend
from search.changes import drain, pending
from search.documents import documents, public_pages
from search.models import IndexChange
from tests.conftest import require

pytestmark = [pytest.mark.elasticsearch, pytest.mark.django_db, pytest.mark.usefixtures("demo")]
ROOT = Path(__file__).resolve().parents[2]
SCRIPT = Path(os.environ.get("ELASTICSEARCH_SCRIPT", ROOT.parent / "shared" / "elasticsearch" / "es"))
PORT, PASSWORD = "9301", "geheim-voor-tests"
SEARCH, CONTENT = "/zoeken/?q=schulden", "/elementen/huisuitzetting-voorkomen/"
BROWSE = "/domeinen/schulden/"
PROMISED = 2.0  # seconds within which a search page answers whatever the engine does


class Node:
    """A node that only these tests use, so that they may hurt it."""

    url = f"http://elastic:{PASSWORD}@127.0.0.1:{PORT}"

    def do(self, action: str) -> None:
        env = {**os.environ, "ES_PORT": PORT, "ES_PASSWORD": PASSWORD, "ES_HEAP": "256m"}
        subprocess.run([SCRIPT, action], env=env, check=True, capture_output=True, timeout=180)
        if action == "start":
            self.look_at_its_disk_often()

    def look_at_its_disk_often(self) -> None:
        """As often as a node can; it counts from the next time that it would have looked anyway."""
        with Elasticsearch(self.url) as client:
            client.cluster.put_settings(persistent={"cluster.info.update.interval": "10s"})


@pytest.fixture(scope="module")
def node() -> Iterator[Node]:
    require(bool(os.environ.get("ELASTICSEARCH_TEST_URL")), "ELASTICSEARCH_TEST_URL names no Elasticsearch")
    require(SCRIPT.exists(), "there is no script that starts an Elasticsearch to hurt")
    node = Node()
    node.do("start")
    yield node
    node.do("stop")


@pytest.fixture(autouse=True)
def site(node: Node, settings: Any, tmp_path: Path) -> Iterator[None]:
    """The site on that node, with a fresh index and a closed breaker."""
    settings.DATA_DIR = tmp_path
    settings.ELASTICSEARCH_URL = node.url
    settings.ELASTICSEARCH_INDEX = "faults"
    engine._elasticsearch.cache_clear()
    Worker._make_missing_index()
    drain()
    yield
    engine._elasticsearch.cache_clear()


def own_backend() -> ElasticsearchBackend:
    found = engine.backend()
    assert isinstance(found, ElasticsearchBackend)
    return found


def seconds(client: Client, address: str, status: int) -> float:
    started = time.monotonic()
    response = client.get(address)
    taken = time.monotonic() - started
    assert response.status_code == status
    if status == 503:
        assert "/domeinen/schulden/" in response.content.decode()
    return taken


def publish(word: str) -> None:
    article = ArticlePage.objects.live().order_by("pk").first()
    assert article is not None
    article.title = f"Over {word}"
    article.save_revision().publish()


def is_found(client: Client, word: str) -> bool:
    return f"Over {word}" in client.get(f"/zoeken/?q={word}").content.decode().replace("<mark>", "").replace(
        "</mark>", ""
    )


def catch_up() -> None:
    """What the worker does in its next rounds; the rows that wait for the engine are due by then."""
    own_backend().breaker.succeeded()
    Worker._make_missing_index()
    IndexChange.objects.update(due_at="2020-01-01T00:00Z")
    drain()


def test_frozen_it_costs_a_visitor_two_seconds_at_most_and_nothing_is_lost(
    node: Node, client: Client
) -> None:
    wait_until(lambda: client.get(SEARCH).status_code == 200)
    node.do("freeze")
    try:
        assert seconds(client, SEARCH, 503) < PROMISED
        assert seconds(client, SEARCH, 503) < PROMISED / 4, "the breaker is not open"
        assert seconds(client, CONTENT, 200) < PROMISED
        assert seconds(client, BROWSE, 200) < PROMISED
        started = time.monotonic()
        publish("ijskoudwoord")
        assert time.monotonic() - started < PROMISED
        assert pending() == 1
    finally:
        node.do("thaw")
    catch_up()
    assert pending() == 0
    wait_until(lambda: is_found(client, "ijskoudwoord"))


def test_killed_it_is_right_again_after_its_return(node: Node, client: Client) -> None:
    node.do("kill")
    try:
        assert seconds(client, SEARCH, 503) < PROMISED
        publish("gesneuveldwoord")
        drain()
        assert pending() == 1
    finally:
        node.do("start")
    catch_up()
    assert pending() == 0
    wait_until(lambda: is_found(client, "gesneuveldwoord"))


def test_come_back_empty_it_is_filled_whole_and_never_in_part(node: Node, client: Client) -> None:
    before = len(own_backend().digests())
    node.do("stop")
    node.do("start")
    own_backend().breaker.succeeded()
    assert seconds(client, SEARCH, 503) < PROMISED
    publish("leegwoord")
    drain()
    assert not own_backend().status().usable, "a single page was put in an index of its own"
    catch_up()
    assert len(own_backend().digests()) == before
    wait_until(lambda: is_found(client, "leegwoord"))


def test_read_only_it_still_finds_and_takes_the_changes_later(client: Client) -> None:
    blocked = {"index.blocks.read_only": True}
    own_backend()._client.indices.put_settings(index=own_backend().alias, settings=blocked)
    publish("leeswoord")
    drain()
    assert pending() == 1
    assert seconds(client, SEARCH, 200) < PROMISED
    free = {"index.blocks.read_only": None}
    own_backend()._client.indices.put_settings(index=own_backend().alias, settings=free)
    catch_up()
    assert pending() == 0
    wait_until(lambda: is_found(client, "leeswoord"))


def test_with_a_full_disk_it_still_finds_and_takes_the_changes_when_there_is_room(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The flood stage of a real node, which it enters and leaves by itself."""
    set_watermarks("1%")
    try:
        wait_until(is_flooded)
        be_impatient(monkeypatch)
        publish("volwoord")
        drain()
        assert pending() == 1
        assert seconds(client, SEARCH, 200) < PROMISED
        with pytest.raises(EngineUnavailable):
            own_backend().rebuild(documents(public_pages()))
        assert seconds(client, SEARCH, 200) < PROMISED, "a rebuild that failed took the live index along"
    finally:
        monkeypatch.undo()
        engine._elasticsearch.cache_clear()
        set_watermarks(None)
    wait_until(lambda: not is_flooded())
    catch_up()
    assert pending() == 0
    wait_until(lambda: is_found(client, "volwoord"))


def be_impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """The site gives up on what an engine refuses or leaves undone after seconds in place of minutes."""
    monkeypatch.setattr(elasticsearch, "WRITE_TIMEOUT", 4.0)
    monkeypatch.setattr(elasticsearch, "BULK_RETRIES", 1)
    engine._elasticsearch.cache_clear()


def set_watermarks(used: str | None) -> None:
    names = ("low", "high", "flood_stage")
    settings: dict[str, str | None] = {
        f"cluster.routing.allocation.disk.watermark.{name}": used for name in names
    }
    settings["cluster.routing.allocation.disk.threshold_enabled"] = "true" if used else None
    own_backend()._client.cluster.put_settings(persistent=settings)


def is_flooded() -> bool:
    found = own_backend()._client.indices.get_settings(index=own_backend().alias)
    return any("read_only_allow_delete" in i["settings"]["index"].get("blocks", {}) for i in found.values())


def wait_until(reached: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 120
    while not reached():
        assert time.monotonic() < deadline, "not reached"
        time.sleep(0.5)


def test_a_wrong_password_is_an_engine_that_is_away(settings: Any, client: Client) -> None:
    settings.ELASTICSEARCH_URL = f"http://elastic:verkeerd@127.0.0.1:{PORT}"
    assert seconds(client, SEARCH, 503) < PROMISED
    assert seconds(client, CONTENT, 200) < PROMISED


def test_a_key_opens_it_in_place_of_a_password_and_a_wrong_one_does_not(
    settings: Any, client: Client
) -> None:
    key = own_backend()._client.security.create_api_key(name="test", expiration="5m")["encoded"]
    settings.ELASTICSEARCH_URL = f"http://127.0.0.1:{PORT}"
    settings.ELASTICSEARCH_API_KEY = key
    seconds(client, SEARCH, 200)
    settings.ELASTICSEARCH_API_KEY = "bm9wZTpub3Bl"
    assert seconds(client, SEARCH, 503) < PROMISED


def test_slow_its_calls_together_stay_within_what_a_visitor_waits(settings: Any, client: Client) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        threading.Thread(target=delay, args=(listener, 0.6), daemon=True).start()
        port = listener.getsockname()[1]
        settings.ELASTICSEARCH_URL = f"http://elastic:{PASSWORD}@127.0.0.1:{port}"
        client.get(CONTENT)
        assert seconds(client, SEARCH, 503) < PROMISED


def delay(listener: socket.socket, wait: float) -> None:
    """Pass every connection on to the node, each answer ``wait`` seconds late."""
    while True:
        try:
            visitor, _ = listener.accept()
        except OSError:
            return
        inner = socket.create_connection(("127.0.0.1", int(PORT)))
        threading.Thread(target=pump, args=(visitor, inner, 0.0), daemon=True).start()
        threading.Thread(target=pump, args=(inner, visitor, wait), daemon=True).start()


def pump(source: socket.socket, target: socket.socket, wait: float) -> None:
    try:
        while data := source.recv(65536):
            time.sleep(wait)
            target.sendall(data)
    except OSError:
        return
