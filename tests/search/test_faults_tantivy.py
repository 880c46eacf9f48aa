"""What happens to Tantivy's folder, on a real one: deleted, truncated, unwritable, killed while it was written."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.test import Client

from content.models import ArticlePage
from kenniscentrum.management.commands.worker import Command as Worker
from search.backends.base import EngineQuery, SearchError
from search.backends.tantivy import VERSION_FILE, TantivyBackend
from search.changes import drain, pending
from search.engine import backend
from search.models import IndexChange
from tests.search.backend_contract import PAGES, page

WRITER = """
import sys
from pathlib import Path
from typing import Any
sys.path.insert(0, {root!r})
import os
os.environ["DJANGO_SETTINGS_MODULE"] = "kenniscentrum.settings.base"
import django
django.setup()
from search.backends.tantivy import TantivyBackend
from tests.search.backend_contract import page
backend = TantivyBackend(Path({folder!r}))
print("writing", flush=True)
n = 100
while True:
    backend.write([page(n + i, "Bladzijde", "Tekst " * 200) for i in range(50)], [])
    n += 50
"""


def largest_file(folder: Path) -> Path:
    return max((file for file in folder.rglob("*") if file.is_file()), key=lambda file: file.stat().st_size)


def test_killed_while_it_commits_it_opens_again_whole(tmp_path: Path) -> None:
    folder = tmp_path / "index"
    TantivyBackend(folder).rebuild(PAGES)
    root = str(Path(__file__).resolve().parents[2])
    code = WRITER.format(root=root, folder=str(folder))
    for wait in (0.05, 0.2, 0.45):
        process = subprocess.Popen(
            [sys.executable, "-c", code],
            stdout=subprocess.PIPE,
            env={**os.environ, "DATA_DIR": str(tmp_path)},
        )
        assert process.stdout is not None and process.stdout.readline() == b"writing\n"
        time.sleep(wait)
        process.send_signal(signal.SIGKILL)
        process.wait()
        again = TantivyBackend(folder)
        held = again.digests()
        assert {p.id for p in PAGES} <= held.keys()
        assert again.search(EngineQuery(limit=0)).total == len(held)
        again.write([page(7, "Nog een")], [])
        assert 7 in again.digests()
        again.write([], [7])


FULL = """
import resource, sys
from pathlib import Path
sys.path.insert(0, {root!r})
import os
os.environ["DJANGO_SETTINGS_MODULE"] = "kenniscentrum.settings.base"
import django
django.setup()
from search.backends.base import EngineUnavailable
from search.backends.tantivy import TantivyBackend
from tests.search.backend_contract import page
backend = TantivyBackend(Path({folder!r}))
many = [page(100 + i, f"Bladzijde {{i}}", "Woord{{i}} tekst " * 300) for i in range(300)]
backend.status()
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
for attempt in (lambda: backend.write(many, []), lambda: backend.rebuild(many)):
    try:
        attempt()
    except EngineUnavailable:
        print("refused", flush=True)
"""


def test_with_no_room_left_it_refuses_and_the_live_index_stays_whole(tmp_path: Path) -> None:
    folder = tmp_path / "index"
    TantivyBackend(folder).rebuild(PAGES)
    root = str(Path(__file__).resolve().parents[2])
    done = subprocess.run(
        [sys.executable, "-c", FULL.format(root=root, folder=str(folder))],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        env={**os.environ, "DATA_DIR": str(tmp_path)},
    )
    assert done.stdout.split() == ["refused", "refused"], done.stderr
    assert len(list(folder.glob("g*"))) == 1, "what was half made takes no room, on a disk that has none"
    again = TantivyBackend(folder)
    assert again.digests() == {p.id: p.digest for p in PAGES}
    again.write([page(7, "Weer ruimte")], [])
    assert 7 in again.digests()


def test_half_made_indexes_are_dropped_though_there_is_no_live_one(tmp_path: Path) -> None:
    folder = tmp_path / "index"
    for name in ("g1", "g2"):
        (folder / name).mkdir(parents=True)
    TantivyBackend(folder).tidy()
    assert not list(folder.glob("g*"))


def test_what_another_version_made_stays_until_it_has_a_successor(tmp_path: Path) -> None:
    folder = tmp_path / "index"
    backend = TantivyBackend(folder)
    backend.rebuild(PAGES)
    generation = backend.status().generation
    (folder / generation / VERSION_FILE).write_text("0/oud")
    (folder / "g1").mkdir()
    backend.tidy()
    assert [found.name for found in folder.glob("g*")] == [generation]
    backend.rebuild(PAGES)
    assert [found.name for found in folder.glob("g*")] == [backend.status().generation] != [generation]


@pytest.mark.parametrize("size", [0, 7])
def test_a_truncated_file_never_crashes_and_a_rebuild_mends_it(tmp_path: Path, size: int) -> None:
    folder = tmp_path / "index"
    TantivyBackend(folder).rebuild(PAGES)
    for file in [
        f for f in folder.rglob("*") if f.is_file() and f.suffix in (".store", ".term", ".idx", ".fast")
    ]:
        file.write_bytes(file.read_bytes()[:size])
    hurt = TantivyBackend(folder)
    with pytest.raises(SearchError):
        hurt.search(EngineQuery())
    assert not hurt.status().usable
    hurt.rebuild(PAGES)
    assert hurt.search(EngineQuery()).total == len(PAGES)


@pytest.mark.django_db
@pytest.mark.usefixtures("own_index")
class TestTheSite:
    def test_a_deleted_folder_is_said_with_what_still_works_and_then_made_again(self, client: Client) -> None:
        assert client.get("/zoeken/?q=schulden").status_code == 200
        for file in sorted((backend().folder).rglob("*"), reverse=True):  # type: ignore[attr-defined]
            file.unlink() if file.is_file() else file.rmdir()
        away = client.get("/zoeken/?q=schulden")
        assert away.status_code == 503
        assert "/domeinen/schulden/" in away.content.decode()
        assert client.get("/elementen/huisuitzetting-voorkomen/").status_code == 200
        Worker._make_missing_index()
        assert client.get("/zoeken/?q=schulden").status_code == 200

    def test_an_unwritable_folder_never_fails_a_save_and_nothing_is_lost(self, client: Client) -> None:
        if os.geteuid() == 0:
            folder = backend().folder  # type: ignore[attr-defined]
            blocked = folder.with_name("weg")
            folder.rename(blocked)
            folder.write_text("geen map")
            article = ArticlePage.objects.live().first()
            assert article is not None
            article.title = "Nieuwe titel over zeldzaamwoord"
            article.save_revision().publish()
            drain()
            assert pending() >= 1
            folder.unlink()
            blocked.rename(folder)
            IndexChange.objects.update(due_at="2020-01-01T00:00Z")
            drain()
            assert pending() == 0
            assert "zeldzaamwoord" in client.get("/zoeken/?q=zeldzaamwoord").content.decode()
