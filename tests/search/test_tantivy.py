"""Tantivy keeps the contract, and what only it has: a folder on this machine."""

from pathlib import Path

import pytest

from search.backends.base import EngineQuery, IndexMissing
from search.backends.tantivy import VERSION_FILE, TantivyBackend
from tests.search.backend_contract import PAGES, BackendContract


class TestTantivy(BackendContract):
    @pytest.fixture
    def empty(self, tmp_path: Path) -> TantivyBackend:
        return TantivyBackend(tmp_path / "index")


def test_another_reader_sees_a_write_at_once(tmp_path: Path) -> None:
    writer, reader = TantivyBackend(tmp_path), TantivyBackend(tmp_path)
    writer.rebuild(PAGES)
    assert reader.search(EngineQuery()).total == 5
    writer.write([], [1])
    assert reader.search(EngineQuery()).total == 4
    writer.rebuild(PAGES[:2])
    assert reader.search(EngineQuery()).total == 2


def test_an_index_of_another_version_is_not_used(tmp_path: Path) -> None:
    backend = TantivyBackend(tmp_path)
    backend.rebuild(PAGES)
    (tmp_path / backend.status().generation / VERSION_FILE).write_text("0/other")
    with pytest.raises(IndexMissing):
        TantivyBackend(tmp_path).search(EngineQuery())
    with pytest.raises(IndexMissing):
        TantivyBackend(tmp_path).write([PAGES[0]], [])
    TantivyBackend(tmp_path).rebuild(PAGES)
    assert TantivyBackend(tmp_path).status().documents == len(PAGES)


def test_a_deleted_folder_is_a_missing_index(tmp_path: Path) -> None:
    backend = TantivyBackend(tmp_path / "index")
    assert not backend.status().usable
    with pytest.raises(IndexMissing):
        backend.search(EngineQuery())
