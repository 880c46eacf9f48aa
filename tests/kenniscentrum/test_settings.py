"""Settings from the environment: defaults that work, and a production that refuses what is unsafe."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SAFE = {
    "ENVIRONMENT": "production",
    "SECRET_KEY": "qT7-vZ0pKx3mWcR8_yLhN2sJdF6uBgA1eXiO9tVkYwMzHrPbCnEaUq5",
    "BASE_URL": "https://kenniscentrum.example.org",
    "EMAIL_URL": "smtp+tls://naam:wachtwoord@mail.example.org:587",
}
KEPT = ("PATH", "HOME", "LANG")


def setting(expression: str, folder: Path, **env: str) -> subprocess.CompletedProcess[str]:
    """Evaluate an expression over the settings in a process with nothing else in its environment."""
    code = f"from django.conf import settings; print(repr(({expression})))"
    clean = {key: value for key, value in os.environ.items() if key in KEPT}
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={
            **clean,
            "DATA_DIR": str(folder),
            "DJANGO_SETTINGS_MODULE": "kenniscentrum.settings.base",
            **env,
        },
        capture_output=True,
        text=True,
        check=False,
    )


def test_production_starts_on_safe_values(tmp_path: Path) -> None:
    done = setting("settings.ALLOWED_HOSTS, settings.SESSION_COOKIE_SECURE", tmp_path, **SAFE)
    assert done.stdout.strip() == "(['kenniscentrum.example.org'], True)", done.stderr


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SECRET_KEY", ""),
        ("SECRET_KEY", "kort"),
        ("SECRET_KEY", "a" * 60),
        ("DEBUG", "1"),
        ("BASE_URL", "http://kenniscentrum.example.org"),
        ("BASE_URL", ""),
        ("EMAIL_URL", ""),
    ],
)
def test_production_refuses_an_unsafe_value_and_names_it(tmp_path: Path, name: str, value: str) -> None:
    done = setting("settings.DEBUG", tmp_path, **{**SAFE, name: value})
    assert done.returncode != 0
    assert "Unsafe for production" in done.stderr and name in done.stderr
    assert not value or value == "1" or value not in done.stderr.split("Unsafe for production")[1]


@pytest.mark.parametrize(
    ("given", "hosts"),
    [
        ("een.example.org, twee.example.org,", "['een.example.org', 'twee.example.org']"),
        ("", "['kenniscentrum.example.org']"),
    ],
)
def test_host_names_are_read_as_people_write_a_list(tmp_path: Path, given: str, hosts: str) -> None:
    done = setting("settings.ALLOWED_HOSTS", tmp_path, **SAFE, ALLOWED_HOSTS=given)
    assert done.stdout.strip() == hosts, done.stderr


def test_an_empty_environment_works(tmp_path: Path) -> None:
    done = setting(
        "settings.DEBUG, settings.BASE_URL, settings.ELASTICSEARCH_URL, len(settings.SECRET_KEY) > 50",
        tmp_path,
    )
    assert done.stdout.strip() == "(False, 'http://localhost:8000', '', True)", done.stderr


def test_a_made_secret_key_stays_and_is_the_owners_alone(tmp_path: Path) -> None:
    first, second = (setting("settings.SECRET_KEY", tmp_path).stdout for _ in range(2))
    assert first == second
    assert (tmp_path / "secret_key").stat().st_mode & 0o077 == 0


def test_a_database_and_engine_can_be_named(tmp_path: Path) -> None:
    done = setting(
        "settings.DATABASES['default']['ENGINE'], settings.DATABASES['default']['HOST'], settings.ELASTICSEARCH_URL",
        tmp_path,
        DATABASE_URL="postgres://u:p@db.example:5432/kc",
        ELASTICSEARCH_URL="http://es.example:9200",
    )
    expected = "('django.db.backends.postgresql', 'db.example', 'http://es.example:9200')"
    assert done.stdout.strip() == expected, done.stderr
