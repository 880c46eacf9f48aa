"""The worker's sign of life: a file in the data folder that it touches wherever it gets on with its work."""

import time
from pathlib import Path
from typing import Any

from django.conf import settings

FILE = "worker.beat"
LONGEST = 600.0  # seconds between two signs: more than the largest single task takes


def beat(*args: Any, **kwargs: Any) -> None:
    """Give a sign. Takes anything, so that it can be called for progress and by signals."""
    _file().touch()


def stop() -> None:
    """Leave no sign behind: this worker ends."""
    _file().unlink(missing_ok=True)


def silent() -> float | None:
    """Seconds since the last sign; ``None`` where no worker runs that ever gave one."""
    try:
        return max(0.0, time.time() - _file().stat().st_mtime)
    except FileNotFoundError:
        return None


def _file() -> Path:
    return Path(settings.DATA_DIR) / FILE
