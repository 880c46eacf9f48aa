"""The desk of whoever handles questions: by keyboard, at every width, and with the screen before publishing."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.conftest import Site
from tests.browser.test_accessibility import RULES
from tests.browser.test_journeys import choose_action, log_in

pytestmark = pytest.mark.browser
QUESTION = "Hoe help ik een gezin dat steeds verhuist en schulden achterlaat?"
STEPS = ("antwoord", "verwoorden", "deskundige", "samenvoegen", "afwijzen")


def ask(page: Any) -> str:
    page.goto("/vraag-stellen/")
    page.get_by_label("Wat is uw vraag?").fill(QUESTION)
    page.get_by_label("Wat is uw beroep of rol?").fill("wijkteammedewerker")
    page.get_by_label("Mijn vraag mag in algemene woorden").check()
    page.get_by_role("button", name="Verder").click()
    page.get_by_role("button", name="Verstuur mijn vraag").click()
    return str(page.locator(".reference-number").inner_text())


def faults(page: Any, name: str) -> list[str]:
    """What axe finds on a page at two widths, and whether it scrolls sideways."""
    found = []
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        violations = Axe().run(page, options=RULES).response["violations"]
        found += [f"{name} {width}: {each['id']} {each['nodes'][0]['target']}" for each in violations]
        if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            found.append(f"{name} {width}: scrolls sideways")
    return found


def test_the_desk_from_inbox_to_a_page_that_may_be_published(page: Any, site: Site) -> None:
    reference = ask(page)
    log_in(page, site, "eindredacteur")
    page.goto("/beheer/ingezonden-vragen/?status=new")
    seen = faults(page, "inbox")
    page.get_by_label("Zoek op kenmerk of woorden").fill("VERHUIST")
    page.keyboard.press("Enter")
    link = page.get_by_role("link", name=reference)
    link.focus()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text(reference)
    assert "VERHUIST" not in page.url
    seen += faults(page, "question")
    for step in STEPS:
        page.goto(f"/beheer/ingezonden-vragen/{reference}/{step}/")
        seen += faults(page, step)
    assert not seen

    page.goto(f"/beheer/ingezonden-vragen/{reference}/")
    page.get_by_role("link", name="Antwoord maken").click()
    page.get_by_role("button", name="Maak de antwoordpagina").click()
    expect(page.get_by_role("alert")).to_contain_text("nog niet gedaan")
    page.get_by_label("Ik las dit na").check()
    page.get_by_role("button", name="Maak de antwoordpagina").click()
    expect(page.locator("textarea[name=title], input[name=title]").first).to_have_value(QUESTION)
    publish_past_the_screen(page)
    page.goto(f"/beheer/ingezonden-vragen/{reference}/")
    expect(page.locator(".question-facts")).to_contain_text("beantwoord")


def publish_past_the_screen(page: Any) -> None:
    """A number stops the page, a name asks, and what the editor said lets it go."""
    answer = page.locator("textarea[name=short_answer]")
    answer.fill("Bel mevrouw Yilmaz op 06-12345678.")
    choose_action(page, "Publiceren", answer="error")
    expect(page.locator("body")).to_contain_text("‘06-12345678’ lijkt een telefoonnummer")
    answer.fill("Lees het boek van mevrouw Yilmaz.")
    choose_action(page, "Publiceren", answer="error")
    panel = page.locator(".screen-panel")
    expect(panel).to_contain_text("Yilmaz in Kort antwoord lijkt een naam")
    assert not Axe().run(page, context=".screen-panel", options=RULES).response["violations"]
    panel.get_by_role("checkbox").check()
    choose_action(page, "Publiceren")
