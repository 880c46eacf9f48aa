"""Fixtures that every room's tests share."""

import os
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.core.management import call_command
from psycopg import sql

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"


def require(available: bool, reason: str) -> None:
    """Skip where a service is absent; fail where ``REQUIRE_SERVICES=1`` says that it must be there."""
    if available:
        return
    if os.environ.get("REQUIRE_SERVICES") == "1":
        pytest.fail(f"REQUIRE_SERVICES=1, but {reason}")
    pytest.skip(reason)


@pytest.fixture
def postgres_url() -> Iterator[str]:
    """The address of a new, empty PostgreSQL database, which is gone after the test."""
    url = os.environ.get("POSTGRES_TEST_URL", "")
    require(bool(url), "POSTGRES_TEST_URL names no PostgreSQL")
    server, _, _ = url.rpartition("/")
    name = f"kenniscentrum_{uuid.uuid4().hex[:8]}"
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    yield f"{server}/{name}"
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


@pytest.fixture(scope="session")
def fixtures_dir() -> Path:
    """The folder with the vocabulary and the demo content."""
    return FIXTURES


@pytest.fixture
def vocabulary(db: Any) -> None:
    """The real vocabulary in the test's database."""
    call_command("load_vocabulary", FIXTURES / "vocabulary", verbosity=0, json=True, stdout=_Silent())


@pytest.fixture(scope="session")
def demo_database(django_db_setup: Any, django_db_blocker: Any) -> Iterator[None]:
    """The demo content, loaded once for the whole session; tests change it in a transaction only."""
    with django_db_blocker.unblock():
        call_command("demo", stdout=_Silent())
    yield


@pytest.fixture
def demo(demo_database: None, db: Any) -> None:
    """The site with its demo content."""


class _Silent:
    def write(self, text: str) -> None:
        """Throw progress lines away."""

    def flush(self) -> None:
        """Nothing to flush."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--screenshots=DIR``: where the pictures of the README go."""
    parser.addoption("--screenshots", default="", help="folder for screenshots of the main pages")
