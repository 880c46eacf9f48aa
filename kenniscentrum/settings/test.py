"""Settings of the test run: the real thing, in a folder of its own, with a fast password hash."""

import os
import tempfile

os.environ.setdefault("DATA_DIR", tempfile.mkdtemp(prefix="kenniscentrum-test-"))

from kenniscentrum.settings.base import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
COUNT_QUERIES = False  # a test that counts says so: counts are written from a thread of their own
ASK_MIN_SECONDS = ASK_PER_HOUR = 0  # a test of what is too fast or too much sets them
