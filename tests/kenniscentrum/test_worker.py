"""The worker that is told to stop, at a moment when no queue runs that the signal could reach."""

import signal
from pathlib import Path
from typing import Any

import pytest

from kenniscentrum.management.commands import worker


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
