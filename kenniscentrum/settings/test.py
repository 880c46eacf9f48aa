"""Settings of the test run: the real thing, in a folder of its own, with a fast password hash."""

import os
import tempfile
from pathlib import Path

os.environ.pop("DATABASE_URL", None)  # a test of another database starts processes of its own on it
os.environ.setdefault("DATA_DIR", tempfile.mkdtemp(prefix="kenniscentrum-test-"))
worker = os.environ.get("PYTEST_XDIST_WORKER", "")
if worker and Path(os.environ["DATA_DIR"]).name != worker:  # tests that run side by side share no folder
    os.environ["DATA_DIR"] = str(Path(os.environ["DATA_DIR"]) / worker)
    Path(os.environ["DATA_DIR"]).mkdir(exist_ok=True)

from kenniscentrum.settings.base import *  # noqa: E402, F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
COUNT_QUERIES = False  # a test that counts says so: counts are written from a thread of their own
ASK_MIN_SECONDS = ASK_PER_HOUR = 0  # a test of what is too fast or too much sets them
