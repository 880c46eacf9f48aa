"""A rebuild of the site's index: killed halfway, of another version, and while pages are published."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterable, Iterator
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from content.models import ArticlePage, PageText
from kenniscentrum.management.commands.worker import Command as Worker
from search import documents as made
from search.backends.base import Document, EngineQuery
from search.backends.tantivy import VERSION_FILE, TantivyBackend
from search.changes import pending
from search.engine import backend
from tests.search.backend_contract import PAGES

REBUILD = """
import sys, time
from pathlib import Path
sys.path.insert(0, {root!r})
import os
os.environ["DJANGO_SETTINGS_MODULE"] = "kenniscentrum.settings.base"
import django
django.setup()
from search.backends.tantivy import TantivyBackend
from tests.search.backend_contract import PAGES
def slowly():
    yield PAGES[0]
    print("halfway", flush=True)
    time.sleep(60)
TantivyBackend(Path({folder!r})).rebuild(slowly())
"""


def test_killed_halfway_the_live_index_stays_and_the_half_one_is_dropped(tmp_path: Path) -> None:
    folder = tmp_path / "index"
    live = TantivyBackend(folder)
    live.rebuild(PAGES)
    before = live.status()
    root = str(Path(__file__).resolve().parents[2])
    process = subprocess.Popen(
        [sys.executable, "-c", REBUILD.format(root=root, folder=str(folder))],
        stdout=subprocess.PIPE,
        env={**os.environ, "DATA_DIR": str(tmp_path)},
    )
    assert process.stdout is not None and process.stdout.readline() == b"halfway\n"
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert len(list(folder.glob("g*"))) == 2
    again = TantivyBackend(folder)
    assert again.status() == before
    assert again.search(EngineQuery()).total == len(PAGES)
    again.tidy()
    assert [found.name for found in folder.glob("g*")] == [before.generation]
    assert again.rebuild(PAGES) == len(PAGES)


@pytest.mark.django_db
@pytest.mark.usefixtures("own_index")
class TestTheSite:
    def test_an_index_of_another_version_is_noticed_and_made_again(self) -> None:
        engine = backend()
        assert isinstance(engine, TantivyBackend)
        count, generation = engine.status().documents, engine.status().generation
        (engine.folder / generation / VERSION_FILE).write_text("0/oud")
        assert not engine.status().usable
        Worker._make_missing_index()
        assert engine.status().documents == count
        assert engine.status().generation != generation

    def test_what_waited_is_tagged_anew_and_waits_no_more(self) -> None:
        page = ArticlePage.objects.live().order_by("pk").first()
        assert page
        page.title = "Een huisuitzetting voorkomen"
        page.save_revision().publish()
        assert pending() == 1
        call_command("index", "rebuild", json=True, stdout=StringIO())
        assert pending() == 0
        assert ["title", page.title] in PageText.objects.get(page=page).pieces, "tagged by an older text"
        assert backend().digests()[page.pk] == next(iter(made.documents([page.pk]))).digest

    def test_what_is_published_while_it_is_rebuilt_is_in_it_after(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        first = ArticlePage.objects.live().order_by("pk").first()
        assert first

        def publish_halfway(ids: Iterable[int]) -> Iterator[Document]:
            for document in made.documents(ids):
                yield document
                if document.id == first.pk:  # already taken, in its old form
                    first.title = "Tussendoor verschenen"
                    first.save_revision().publish()

        monkeypatch.setattr("search.rebuilding.documents", publish_halfway)
        out = StringIO()
        call_command("index", "rebuild", stdout=out)
        assert "index: " in out.getvalue() and " van " in out.getvalue()
        assert pending() == 0
        document = next(iter(made.documents([first.pk])))
        assert document.title == "Tussendoor verschenen"
        assert backend().digests()[first.pk] == document.digest

    def test_the_worker_drops_what_a_killed_rebuild_left(self) -> None:
        engine = backend()
        assert isinstance(engine, TantivyBackend)
        (engine.folder / "g1").mkdir()
        Worker._tidy()
        assert [found.name for found in engine.folder.glob("g*")] == [engine.status().generation]
