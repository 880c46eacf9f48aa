"""Read the environment: every setting has a default that works, and production refuses an unsafe one."""

import secrets
from pathlib import Path

import environ
from django.core.exceptions import ImproperlyConfigured

MIN_SECRET_KEY_LENGTH = 50

env = environ.Env()


def local_secret_key(data_dir: Path) -> str:
    """The secret key of this machine, made once and kept in ``data_dir``, readable by the owner only."""
    file = data_dir / "secret_key"
    if not file.exists():
        data_dir.mkdir(parents=True, exist_ok=True)
        file.touch(mode=0o600)
        file.write_text(secrets.token_urlsafe(64), encoding="ascii")
    return file.read_text(encoding="ascii").strip()


def refuse_unsafe_production(*, secret_key: str, debug: bool, base_url: str, email_url: str) -> None:
    """Stop at start when a production value is unsafe.

    Raises:
        ImproperlyConfigured: names every unsafe variable and what it must be.
    """
    faults = []
    if len(secret_key) < MIN_SECRET_KEY_LENGTH or len(set(secret_key)) < 10:
        faults.append(f"SECRET_KEY must be set, random and at least {MIN_SECRET_KEY_LENGTH} characters long")
    if debug:
        faults.append("DEBUG must be off")
    if not base_url.startswith("https://"):
        faults.append("BASE_URL must be the public address and start with https://")
    if not email_url:
        faults.append("EMAIL_URL must name the mail server, for example smtp+tls://user:password@host:587")
    if faults:
        raise ImproperlyConfigured("Unsafe for production: " + "; ".join(faults) + ".")
