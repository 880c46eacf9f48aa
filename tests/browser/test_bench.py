"""The relevance bench as an editor uses it: a grade at a click, and a change tried in the background."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.conftest import Site

pytestmark = pytest.mark.browser


def test_judge_and_try(page: Any, site: Site) -> None:
    page.goto("/beheer/login/")
    page.fill("[name=username]", "eindredacteur")
    page.fill("[name=password]", site.password)
    page.press("[name=password]", "Enter")
    page.goto("/beheer/zoekkwaliteit/")
    page.get_by_role("searchbox", name="Zoekvraag").fill("huurschuld thuis")
    page.get_by_role("button", name="Zoek en beoordeel").click()
    good = page.get_by_role("button", name="2: goede bron").first
    good.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Bewaard.", exact=True)).to_be_visible()
    expect(good).to_have_attribute("aria-pressed", "true")
    expect(good).to_be_focused()
    assert not Axe().run(page, context=".judging").response["violations"]
    page.reload()
    expect(page.get_by_role("button", name="2: goede bron").first).to_have_attribute("aria-pressed", "true")

    page.goto("/beheer/zoekkwaliteit/proef/")
    page.get_by_label("Invloed van hoe vaak een pagina het over het onderwerp heeft").fill("4")
    page.get_by_role("button", name="Probeer").click()
    expect(page.get_by_text("zoekvragen gemeten.").first).to_be_visible()
    expect(page.get_by_text("Klaar:")).to_be_visible(timeout=90_000)
    expect(page.get_by_role("button", name="Zet dit live")).to_be_visible()
    expect(page.get_by_role("heading", name="Deze zoekvragen verliezen")).to_be_visible()
