"""The worker: told to stop when no queue runs that the signal could reach, and with an index that cannot be made."""

import os
import signal
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from content.models import ArticlePage
from kenniscentrum import heartbeat
from kenniscentrum.management.commands import worker
from search.backends.base import Document, EngineUnavailable
from search.backends.tantivy import TantivyBackend
from search.changes import pending, writing
from search.engine import backend

NOTHING_LISTENS = "http://127.0.0.1:9"


@pytest.fixture
def work(settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[int], list[str]]:
    """Lets a worker with a data folder of its own do some rounds; returns what it ran beside the index, in order."""
    settings.DATA_DIR = tmp_path
    done: list[str] = []
    command = worker.Command()
    command.running, command.queue = True, None
    monkeypatch.setattr(worker, "HOUSEKEEPING_EVERY", 0.0)
    monkeypatch.setattr(worker, "LOOK_EVERY", 0.0)
    monkeypatch.setattr(worker, "PAUSE", 0.0)
    monkeypatch.setattr(worker.Worker, "run", lambda queue: done.append("queue"))

    def work(rounds: int) -> list[str]:
        def housekeeping(name: str, *arguments: Any, **options: Any) -> Any:
            if name != "housekeeping":
                return call_command(name, *arguments, **options)
            done.append(name)
            if done.count(name) == rounds:
                command._stop(signal.SIGTERM, None)

        monkeypatch.setattr(worker, "call_command", housekeeping)
        command._work()
        return done

    return work


@pytest.mark.django_db
def test_told_to_stop_while_it_indexes_it_does_not_begin_the_queue(
    settings: Any, tmp_path: Path, monkeypatch: Any
) -> None:
    settings.DATA_DIR = tmp_path
    begun: list[worker.Worker] = []
    command = worker.Command()
    command.running, command.queue = True, None
    monkeypatch.setattr(worker, "drain", lambda **options: command._stop(signal.SIGTERM, None))
    monkeypatch.setattr(worker.Worker, "run", begun.append)
    command._work()
    assert not begun


@pytest.mark.django_db
class TestWithoutAnIndex:
    ROUND = ["queue", "housekeeping"]

    def test_an_engine_that_is_away_keeps_no_mail_and_no_planned_page_waiting(
        self, work: Callable[[int], list[str]], settings: Any
    ) -> None:
        settings.ELASTICSEARCH_URL = NOTHING_LISTENS
        assert work(2) == self.ROUND * 2

    def test_neither_does_another_process_that_writes_the_index(
        self, work: Callable[[int], list[str]]
    ) -> None:
        with writing():
            assert work(2) == self.ROUND * 2
        assert not backend().status().usable

    def test_neither_does_a_disk_on_which_it_cannot_be_made(
        self, work: Callable[[int], list[str]], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def full(*given: Any) -> int:
            raise EngineUnavailable("no space left on device")

        monkeypatch.setattr(TantivyBackend, "rebuild", full)
        assert work(2) == self.ROUND * 2

    def test_it_makes_the_index_as_soon_as_it_can(self, work: Callable[[int], list[str]]) -> None:
        assert work(1) == self.ROUND
        assert backend().status().usable

    @pytest.mark.usefixtures("demo")
    def test_a_page_that_cannot_be_tagged_keeps_no_other_from_the_index(
        self, work: Callable[[int], list[str]], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        first, second = ArticlePage.objects.live().order_by("pk")[:2]
        for page in (first, second):
            page.save_revision().publish()

        def fails(page: ArticlePage) -> None:
            if page.pk == first.pk:
                raise ValueError

        monkeypatch.setattr("search.changes.tag_page", fails)
        assert work(1) == self.ROUND
        assert backend().status().usable and pending() == 1

    @pytest.mark.usefixtures("demo")
    def test_it_gives_signs_of_life_while_it_makes_a_large_index(
        self, work: Callable[[int], list[str]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        silences: list[float | None] = []

        def slow(engine: TantivyBackend, documents: Iterable[Document]) -> int:
            for _ in documents:
                silences.append(heartbeat.silent())
                os.utime(tmp_path / heartbeat.FILE, (0, 0))
            raise EngineUnavailable("not this time")

        monkeypatch.setattr(TantivyBackend, "rebuild", slow)
        work(1)
        assert len(silences) > 10
        assert all(silent is not None and silent < heartbeat.LONGEST for silent in silences)
