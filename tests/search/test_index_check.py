"""``index check``: what is missing, stale and extra is named, and mended where asked."""

import json
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from content.models import ContentPage
from search.backends.base import Document
from search.engine import backend

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_index")]


def check(**options: Any) -> dict[str, Any]:
    out = StringIO()
    call_command("index", "check", json=True, stdout=out, **options)
    return dict(json.loads(out.getvalue()))


def spoil() -> tuple[ContentPage, ContentPage]:
    """Take a page out, leave one behind in an older form, and put one in that does not exist."""
    missing, stale = ContentPage.objects.live().order_by("pk")[:2]
    backend().write([], [missing.pk])
    ContentPage.objects.filter(pk=stale.pk).update(summary="Dit staat nog niet in de index.")
    backend().write([Document(987654, "article", "weg", "Weg", "/weg/", "", {}, {})], [])
    return missing, stale


def test_a_good_index_is_good() -> None:
    assert check() == {"good": True, "repaired": False, "missing": [], "stale": [], "extra": []}


def test_what_is_wrong_is_named_and_the_command_fails() -> None:
    missing, stale = spoil()
    out = StringIO()
    with pytest.raises(CommandError, match="--repair"):
        call_command("index", "check", json=True, stdout=out)
    found = json.loads(out.getvalue())
    assert found["missing"] == [{"id": missing.pk, "title": missing.title}]
    assert found["stale"] == [{"id": stale.pk, "title": stale.title}]
    assert found["extra"] == [{"id": 987654, "title": "(verwijderd)"}]


def test_repair_mends_it() -> None:
    spoil()
    assert check(repair=True)["repaired"] is True
    assert check()["good"] is True


def test_people_can_read_it() -> None:
    missing, _ = spoil()
    out = StringIO()
    with pytest.raises(CommandError):
        call_command("index", "check", stdout=out)
    assert f"missing: 1\n  {missing.pk} {missing.title}" in out.getvalue()


def test_repair_belongs_to_check() -> None:
    with pytest.raises(CommandError, match="hoort bij check"):
        call_command("index", "status", repair=True)
