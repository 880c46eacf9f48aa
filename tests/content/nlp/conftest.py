"""Fixtures of the tests of Dutch."""

import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
STAND_IN = ROOT.parent / "shared" / "models" / "nl_ud_sm-0.1.0-py3-none-any.whl"


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The name of a small trained pipeline with the parts of nl_core_news_sm, for as long as a test lasts."""
    if not STAND_IN.exists():
        pytest.skip("the trained stand-in for nl_core_news_sm is not beside the project")
    with zipfile.ZipFile(STAND_IN) as wheel:
        wheel.extractall(tmp_path)
    monkeypatch.syspath_prepend(str(tmp_path))
    yield "nl_ud_sm"
    sys.modules.pop("nl_ud_sm", None)
