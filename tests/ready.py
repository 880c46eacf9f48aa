"""A site with the demo content, made once in a run of the tests; whoever needs one begins with a copy."""

import fcntl
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATABASE = "kenniscentrum.sqlite3"
OF_THE_TESTS = ("DATABASE_URL", "ELASTICSEARCH_URL", "EMAIL_URL")
STEPS = (("migrate", "-v0"), ("demo",))


def ready_demo(folder: Path) -> Path:
    """The data folder of a site with the demo content, below ``folder``. Whoever comes first makes it, others wait.

    Raises:
        RuntimeError: it cannot be made; the message is what the command that failed said.
    """
    made = folder / "demo"
    with (folder / "demo.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not made.exists():
            _make(folder / "demo.half").rename(made)
    return made


def _make(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    kept = {name: value for name, value in os.environ.items() if name not in OF_THE_TESTS}
    env = {**kept, "DATA_DIR": str(folder), "DJANGO_SETTINGS_MODULE": "kenniscentrum.settings.base"}
    for step in STEPS:
        command = [sys.executable, "manage.py", *step]
        done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
        if done.returncode:
            raise RuntimeError(f"manage.py {step[0]}: {done.stderr}")
    return folder
