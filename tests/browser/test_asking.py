"""Asking in a real browser: a draft on the asker's own device, and danger heard while somebody types."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.conftest import Site
from tests.browser.test_accessibility import RULES

pytestmark = pytest.mark.browser
QUESTION = "Hoe voorkom ik dat een gezin met huurschuld uit huis wordt gezet?"


def test_a_draft_survives_on_the_asker_s_own_device_only_if_they_say_so(page: Any) -> None:
    page.goto("/vraag-stellen/")
    page.get_by_label("Wat is uw vraag?").fill(QUESTION)
    page.reload()
    expect(page.get_by_label("Wat is uw vraag?")).to_have_value("")
    page.get_by_label("Wat is uw vraag?").fill(QUESTION)
    page.get_by_label("Op welk e-mailadres").fill("asker@example.org")
    page.get_by_label("Bewaar wat ik typ").check()
    page.get_by_label("Wat is uw beroep of rol?").fill("Wijkteam")
    page.context.set_offline(True)
    page.get_by_label("Wat is de situatie").fill("Een moeder met drie kinderen.")
    page.context.set_offline(False)
    page.goto("/")
    assert "asker@example.org" not in page.evaluate("JSON.stringify(localStorage)")
    page.goto("/vraag-stellen/")
    expect(page.get_by_label("Wat is uw vraag?")).to_have_value(QUESTION)
    expect(page.get_by_label("Wat is de situatie")).to_have_value("Een moeder met drie kinderen.")
    page.get_by_role("button", name="Wis wat hier bewaard is").click()
    assert page.evaluate("localStorage.length") == 0
    page.get_by_label("Bewaar wat ik typ").check()
    page.get_by_role("button", name="Verder").click()
    page.get_by_role("button", name="Verstuur mijn vraag").click()
    expect(page.locator("h1")).to_have_text("Uw vraag is ontvangen")
    assert page.evaluate("localStorage.length") == 0


def test_danger_is_answered_while_typing(page: Any) -> None:
    page.goto("/vraag-stellen/")
    expect(page.get_by_role("alert")).to_have_count(0)
    page.get_by_label("Wat is uw vraag?").fill("De vader slaat de kinderen, wat kan ik doen?")
    expect(page.get_by_role("alert")).to_contain_text("0800-2000")
    page.get_by_label("Wat is uw vraag?").fill("Hoe werkt een schuldregeling voor een gezin?")
    expect(page.get_by_role("alert")).to_have_count(0)
    page.get_by_label("Ik heb het deze week nodig").check()
    expect(page.get_by_role("alert")).to_contain_text("112")


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (1280, "dark")])
def test_axe_finds_nothing_on_the_way_of_a_question(
    site: Site, chromium: Any, width: int, scheme: Any
) -> None:
    context = chromium.new_context(
        base_url=site.url, viewport={"width": width, "height": 900}, color_scheme=scheme
    )
    page, faults = context.new_page(), []

    def look(name: str) -> None:
        found = Axe().run(page, options=RULES).response["violations"]
        faults.extend(f"{name}: {fault['id']} {fault['nodes'][0]['target']}" for fault in found)
        if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            faults.append(f"{name}: scrolls sideways")

    page.goto("/vraag-stellen/")
    page.get_by_role("button", name="Verder").click()
    look("wrong")
    page.get_by_label("Wat is uw vraag?").fill("Hoe help ik mevrouw Yilmaz met huurschuld?")
    page.get_by_label("Wat is uw beroep of rol?").fill("Wijkteam")
    page.get_by_label("Bewaar wat ik typ").check()
    expect(page.locator(".ask__known .card").first).to_be_visible()
    look("typing")
    page.get_by_role("button", name="Verder").click()
    look("name")
    page.get_by_role("button", name="Vervang door algemene woorden").click()
    page.get_by_role("button", name="Verder").click()
    look("check")
    page.get_by_role("button", name="Verstuur mijn vraag").click()
    look("asked")
    page.get_by_role("link", name="Volg mijn vraag").click()
    look("mine")
    page.get_by_role("link", name="Wis mijn vraag").click()
    look("erase")
    page.get_by_role("button", name="Wis alles").click()
    look("erased")
    page.goto("/vraag-stellen/mijn-vraag/x/")
    look("gone")
    page.goto("/privacy/")
    look("privacy")
    context.close()
    assert not faults
