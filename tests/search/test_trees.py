"""Regression trees: their values, and what they may be read from."""

from pathlib import Path

import numpy as np
import pytest

from search import trees
from search.trees import Trees

# Two trees over two signals: the first asks for a high first signal, the second is a leaf alone.
#        0: first > 0.5?      1: leaf 10
#   2: leaf -1   3: second > 2?
#              4: leaf 1   5: leaf 5
SMALL = Trees(
    signals=("first", "second"),
    roots=np.array([0, 1], np.int32),
    signal=np.array([0, 0, 0, 1, 0, 0], np.int32),
    threshold=np.array([0.5, np.inf, np.inf, 2, np.inf, np.inf]),
    below=np.array([2, 1, 2, 4, 4, 5], np.int32),
    value=np.array([0, 10, -1, 0, 1, 5], np.float32),
    depth=2,
)


def test_values_of_all_trees_are_added_up() -> None:
    pages = np.array([[0.5, 9], [0.6, 2], [0.6, 2.1]], np.float32)
    assert SMALL.values(pages).tolist() == [9, 11, 15]


def test_no_pages_have_no_values() -> None:
    assert SMALL.values(np.zeros((0, 2), np.float32)).tolist() == []


def test_what_is_saved_is_read_back(tmp_path: Path) -> None:
    SMALL.save(tmp_path / "trees.npz")
    found = trees.load(tmp_path / "trees.npz")
    assert found.signals == SMALL.signals and found.depth == SMALL.depth
    pages = np.random.default_rng(1).random((50, 2), np.float32) * 3
    assert found.values(pages).tolist() == SMALL.values(pages).tolist()


@pytest.mark.parametrize("content", [b"", b"no arrays at all"])
def test_a_file_without_trees_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "trees.npz").write_bytes(content)
    with pytest.raises((ValueError, OSError, EOFError)):
        trees.load(tmp_path / "trees.npz")


def test_arrays_that_are_no_trees_are_refused(tmp_path: Path) -> None:
    np.savez(tmp_path / "trees.npz", signals=np.array(["first"]))
    with pytest.raises(KeyError):
        trees.load(tmp_path / "trees.npz")
