"""Fixtures that every room's tests share."""

import os
import shutil
import sqlite3
import uuid
from collections.abc import Iterator
from contextlib import closing
from io import StringIO
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection
from psycopg import sql
from xdist.scheduler import LoadFileScheduling

from search.backends import elasticsearch
from tests.ready import DATABASE, ready_demo

# They share one site with one worker, or hurt an engine.
ONE_BY_ONE = ("tests/browser/", "tests/search/test_faults_elasticsearch.py")
FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
pytest.register_assert_rewrite("tests.search.backend_contract")
PATIENCE = 60.0  # seconds for one call of an engine on a machine that is busy with other tests


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


@pytest.fixture(scope="module")
def elasticsearch_url() -> Iterator[str]:
    """The address of a real Elasticsearch. Calls wait as long as it takes: how long a visitor waits is tested apart."""
    url = os.environ.get("ELASTICSEARCH_TEST_URL", "")
    require(bool(url), "ELASTICSEARCH_TEST_URL names no Elasticsearch")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(elasticsearch, "left", lambda most: PATIENCE)
        yield url


@pytest.fixture(scope="session")
def fixtures_dir() -> Path:
    """The folder with the vocabulary and the demo content."""
    return FIXTURES


@pytest.fixture(scope="session")
def vocabulary_database(django_db_setup: Any, django_db_blocker: Any) -> None:
    """The real vocabulary, loaded once for the whole session; tests change it in a transaction only."""
    with django_db_blocker.unblock():
        call_command("load_vocabulary", FIXTURES / "vocabulary", verbosity=0, json=True, stdout=StringIO())


@pytest.fixture
def vocabulary(vocabulary_database: None, db: Any) -> None:
    """The real vocabulary in the test's database."""


@pytest.fixture(scope="session")
def demo_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of a site with the demo content, which all processes of this run copy from."""
    own = tmp_path_factory.getbasetemp()
    return ready_demo(own.parent if "PYTEST_XDIST_WORKER" in os.environ else own)


@pytest.fixture(scope="session")
def demo_database(demo_folder: Path, django_db_setup: Any, django_db_blocker: Any) -> None:
    """The demo content, put in once for the whole session; tests change it in a transaction only."""
    index = Path(settings.DATA_DIR) / "index"
    shutil.rmtree(index, ignore_errors=True)
    shutil.copytree(demo_folder / "index", index)
    with django_db_blocker.unblock(), closing(sqlite3.connect(demo_folder / DATABASE)) as made:
        connection.ensure_connection()
        made.backup(connection.connection)
    ContentType.objects.clear_cache()


@pytest.fixture
def demo(demo_database: None, db: Any) -> None:
    """The site with its demo content."""


@pytest.fixture
def own_index(demo: None, demo_folder: Path, settings: Any, tmp_path: Path) -> None:
    """An index of the demo content that no other test uses."""
    settings.DATA_DIR = tmp_path
    shutil.copytree(demo_folder / "index", tmp_path / "index")


class Scheduling(LoadFileScheduling):
    """A file's tests run in one process, and so do all that may not run side by side."""

    def _split_scope(self, nodeid: str) -> str:
        return "one by one" if nodeid.startswith(ONE_BY_ONE) else super()._split_scope(nodeid)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what runs one by one: it takes longest."""
    items.sort(key=lambda item: not item.nodeid.startswith(ONE_BY_ONE))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Scheduling | None:
    """Divide the tests over the processes of ``--dist loadfile``."""
    return Scheduling(config, log) if config.getvalue("dist") == "loadfile" else None


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--screenshots=DIR``: where the pictures of the README go."""
    parser.addoption("--screenshots", default="", help="folder for screenshots of the main pages")
