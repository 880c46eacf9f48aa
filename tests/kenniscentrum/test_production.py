"""What a production site has after the steps of the README, and under which address it is listed."""

import re
import shlex
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.management import CommandError, call_command
from django.test import Client
from wagtail.models import Page, Site

from content.models import HomePage, PlainPage
from content.structure import after_migrate
from tests.kenniscentrum.test_promises import README
from tests.ready import ROOT

SITE_TEXTS = ROOT / "fixtures" / "site"
STEPS = re.findall(r"^docker compose exec web python manage\.py (load_\w+ \S+)", README, re.MULTILINE)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def unwritten(db: None) -> None:
    """The site's own pages as a new site has them, whatever the demo content made of them."""
    for page in (*HomePage.objects.all(), *PlainPage.objects.all()):
        page.revisions.all().delete()
        fresh: dict[str, Any] = {"latest_revision": None, "live_revision": None}
        fresh |= {"intro": ""} if isinstance(page, HomePage) else {"body": "[]", "summary": ""}
        type(page).objects.filter(pk=page.pk).update(**fresh)


def plain(slug: str) -> PlainPage:
    return PlainPage.objects.get(slug=slug)


def load(folder: Path = SITE_TEXTS) -> str:
    out = StringIO()
    call_command("load_site", folder, stdout=out)
    return out.getvalue()


def test_the_steps_of_the_readme_give_the_pages_that_a_site_must_have(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    assert len(STEPS) == 3
    for step in STEPS:
        call_command(*shlex.split(step), stdout=StringIO())
    for slug, heading in (("privacy", "Als u leest"), ("over", "Voor wie"), ("toegankelijkheid", "Wat wij")):
        said = BeautifulSoup(client.get(f"/{slug}/").content, "html.parser").find("main").get_text()
        assert heading in said, slug
    assert HomePage.objects.get().intro in client.get("/").content.decode()


def test_what_an_editor_saved_stays_even_where_it_is_a_draft() -> None:
    page = plain("privacy")
    page.summary = "Zo gaan wij met uw gegevens om."
    page.save_revision()
    home = HomePage.objects.get()
    home.popular_searches = "schulden"
    home.save_revision().publish()
    said = load()
    assert "Gevuld: over, toegankelijkheid." in said and "home, privacy" in said
    assert plain("privacy").get_latest_revision_as_object().summary == page.summary
    assert not plain("privacy").body
    assert HomePage.objects.get().popular_searches == "schulden"
    assert "Gevuld: geen." in load(), "and so does what was loaded"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("geen velden", "begint niet met '---'"),
        ("---\nsummary: Kort.\n---\nTekst", "'title' ontbreekt"),
        ("---\ntitle: Privacy\n---\nBel 06-12345678.", "Niets geladen"),
        (None, "staat geen tekst voor de site"),
    ],
)
def test_a_folder_that_is_not_good_is_refused_whole(tmp_path: Path, text: str | None, reason: str) -> None:
    if text is not None:
        (tmp_path / "privacy.md").write_text(text)
        (tmp_path / "home.md").write_text("---\ntitle: Welkom\nsummary: Kort.\n---\n")
    with pytest.raises(CommandError, match=re.escape(reason)):
        load(tmp_path)
    assert not HomePage.objects.get().intro and not plain("privacy").body


@pytest.mark.usefixtures("vocabulary")
class TestAddress:
    @pytest.mark.parametrize(
        "base_url", ["https://kenniscentrum.example.org", "http://intern:8080", "http://intern"]
    )
    def test_the_sitemap_lists_pages_under_the_address_that_is_set(
        self, client: Client, settings: Any, base_url: str
    ) -> None:
        settings.BASE_URL = base_url
        after_migrate()
        soup = BeautifulSoup(client.get("/sitemap.xml").content, "xml")
        listed = [found.get_text() for found in soup.find_all("loc")]
        assert f"{base_url}/privacy/" in listed
        assert all(address.startswith(f"{base_url}/") for address in listed)

    def test_an_address_that_another_site_has_is_left_to_it(self, settings: Any) -> None:
        settings.BASE_URL = "https://elders.example.org"
        root = Page.objects.get(depth=1)
        Site.objects.create(hostname="elders.example.org", port=443, root_page=root)
        after_migrate()
        assert Site.objects.filter(hostname="elders.example.org").count() == 1
