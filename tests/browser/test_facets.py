"""Facets on the results page: in place where JavaScript runs, by keyboard, for a screen reader, and without JavaScript."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.conftest import Site
from tests.browser.test_accessibility import RULES

pytestmark = pytest.mark.browser
SCHULDEN = "#kies-domain-schulden"


def test_choosing_changes_the_results_in_place_by_keyboard_alone(page: Any) -> None:
    faults: list[str] = []
    page.on("console", lambda message: message.type == "error" and faults.append(message.text))
    page.goto("/zoeken/?q=gezin")
    page.evaluate("window.zelfde = true")
    before = page.locator("#stand").inner_text()
    page.locator("#facet-type > summary").click()  # closed by the visitor, and to stay so
    page.locator(SCHULDEN).focus()
    page.keyboard.press("Enter")
    expect(page.locator(SCHULDEN)).to_have_attribute("aria-current", "true")
    expect(page.locator(SCHULDEN)).to_be_focused()
    assert page.url.endswith("/zoeken/?q=gezin&domain=schulden")
    expect(page.locator("#stand")).not_to_have_text(before)
    assert page.evaluate("document.querySelector('#facet-type').open") is False
    assert page.locator("#filters input[name=domain]").get_attribute("value") == "schulden"

    below = page.get_by_role("list", name="Binnen Schulden en inkomen").get_by_role("link").first
    label, count = (
        below.locator(".facet__name").inner_text(),
        int(below.locator(".facet__count").inner_text().split()[0]),
    )
    below.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#stand")).to_contain_text(f"{count} result")
    chip = page.get_by_role("list", name="Gekozen filters").get_by_role("link")
    expect(chip).to_contain_text(label.removeprefix("✓ "))

    page.get_by_role("link", name="Nieuwste eerst").click()
    expect(page.locator(".sorting strong")).to_have_text("Nieuwste eerst")
    assert "sort=date" in page.url
    chip.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".chosen")).to_have_count(0)
    expect(page.locator("#stand")).to_be_focused()
    expect(page.locator("#stand")).to_contain_text(before.split(" voor")[0])
    page.get_by_role("link", name="Volgende →").click()
    expect(page.locator("#stand")).to_contain_text("pagina 2 van")
    assert page.evaluate("window.zelfde"), "the page was loaded anew"
    assert not faults, "the content security policy, or a script, complained"

    page.go_back()
    expect(page.locator("#stand")).not_to_contain_text("pagina 2")
    page.go_back()
    expect(page.get_by_role("list", name="Gekozen filters").get_by_role("link")).to_have_count(1)
    assert "sort=date" in page.url and "domain=" in page.url


def test_filters_that_leave_nothing_and_search_that_is_away(page: Any) -> None:
    nothing = "/zoeken/?q=huisuitzetting&domain=lvb&phase=signaleren"
    page.goto(nothing)
    expect(page.locator("#kop")).to_have_text("Niets gevonden")
    expect(page.locator("#stand")).to_contain_text("0 resultaten")
    expect(page.get_by_role("heading", name="Wel gevonden zonder filters")).to_be_visible()
    page.locator("#kies-domain-lvb").click()
    page.locator("#kies-phase-signaleren").click()
    expect(page.locator("#kop")).to_have_text("Zoeken")
    expect(page.locator("#stand")).not_to_contain_text("0 resultaten voor")
    page.goto(nothing)
    with page.expect_navigation():
        page.get_by_role("button", name="Stel deze vraag").click()
    expect(page.get_by_label("Wat is uw vraag?")).to_have_value("huisuitzetting")
    assert "huisuitzetting" not in page.url

    page.goto("/zoeken/?q=gezin")
    page.route(
        "**/zoeken/**",
        lambda route: route.fulfill(status=503, content_type="text/html", body="<h1>Even weg</h1>"),
    )
    page.locator(SCHULDEN).click()
    expect(page.get_by_role("heading", name="Even weg")).to_be_visible()


@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_after_a_change(site: Site, chromium: Any, width: int) -> None:
    context = chromium.new_context(base_url=site.url, viewport={"width": width, "height": 900})
    page = context.new_page()
    page.goto("/zoeken/?q=gezin")
    if width < 900:
        expect(page.locator("#verfijnen")).not_to_have_attribute("open", "")
        page.locator("#verfijnen > summary").click()
    page.locator(SCHULDEN).click()
    expect(page.locator(SCHULDEN)).to_have_attribute("aria-current", "true")
    expect(page.locator("#verfijnen")).to_have_attribute("open", "")
    for more in page.locator(".facet__more > summary:visible").all():
        more.click()
    faults = Axe().run(page, options=RULES).response["violations"]
    assert not [(fault["id"], fault["nodes"][0]["target"]) for fault in faults]
    assert not page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    page.emulate_media(media="print")
    expect(page.locator(".facets")).to_be_hidden()
    expect(page.locator(".hits")).to_be_visible()
    context.close()


def test_without_javascript_every_choice_is_a_link(site: Site, chromium: Any) -> None:
    context = chromium.new_context(base_url=site.url, java_script_enabled=False)
    page = context.new_page()
    page.goto("/zoeken/?q=gezin")
    page.locator(SCHULDEN).click()
    assert page.url.endswith("q=gezin&domain=schulden")
    page.get_by_role("list", name="Binnen Schulden en inkomen").get_by_role("link").first.click()
    expect(page.get_by_role("list", name="Gekozen filters").get_by_role("link")).to_have_count(1)
    page.locator(".facet__more > summary").first.click()
    expect(page.locator(".facet__more a").first).to_be_visible()
    context.close()
