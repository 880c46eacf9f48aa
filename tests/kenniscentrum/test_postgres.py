"""The same site on a real PostgreSQL: load, tag, index, search, ask and write, in processes of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ASK = """
from django.test import Client
from content.models import Question
question = {"question": "Hoe help ik een gezin met schulden?", "profession": "wijkteam", "action": "send"}
answer = Client().post("/vraag-stellen/", question)
print(answer.status_code, Question.objects.count())
"""
PUBLISH = """
from content.models import ArticlePage
from search.changes import drain
page = ArticlePage.objects.live().first()
page.title = "Zwerfjongeren weer onder dak"
page.save_revision().publish()
print(drain())
"""

pytestmark = [pytest.mark.postgres, pytest.mark.slow]


@pytest.fixture
def env(postgres_url: str, tmp_path: Path) -> dict[str, str]:
    """The environment of a site on a new, empty database."""
    kept = {key: value for key, value in os.environ.items() if key != "ELASTICSEARCH_URL"}
    return {
        **kept,
        "DATA_DIR": str(tmp_path),
        "DATABASE_URL": postgres_url,
        "ASK_MIN_SECONDS": "0",
        "DJANGO_SETTINGS_MODULE": "kenniscentrum.settings.base",
    }


def manage(env: dict[str, str], *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_site_works_on_postgresql(env: dict[str, str]) -> None:
    manage(env, "migrate", "-v0")
    manage(env, "demo")
    found = json.loads(manage(env, "search", "hulp bij schulden", "--json"))
    assert found["total"] > 5 and found["facets"]["domain"]
    assert manage(env, "shell", "-v0", "-c", ASK).split() == ["302", "1"]
    assert int(manage(env, "shell", "-v0", "-c", PUBLISH)) >= 1
    again = json.loads(manage(env, "search", "zwerfjongeren", "--json"))
    assert again["hits"][0]["title"] == "Zwerfjongeren weer onder dak"
    manage(env, "housekeeping")
