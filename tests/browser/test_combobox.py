"""Suggestions under the search field: by keyboard alone, for a screen reader, and without JavaScript."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.conftest import Site
from tests.browser.test_accessibility import RULES

pytestmark = pytest.mark.browser
FIELD = "Waar zoekt u hulp bij?"


def typed(page: Any, text: str, address: str = "/") -> Any:
    """The search field after typing a text in it, with the list of suggestions open."""
    page.goto(address)
    field = page.get_by_label(FIELD)
    field.fill("")
    page.keyboard.type(text)
    expect(page.get_by_role("listbox")).to_be_visible()
    return field


def active(page: Any) -> Any:
    return page.locator("[role=option][aria-selected=true]")


def test_the_keyboard_chooses_a_suggestion(page: Any) -> None:
    field = typed(page, "schul")
    expect(field).to_have_attribute("aria-expanded", "true")
    expect(active(page)).to_have_count(0)
    page.keyboard.press("ArrowDown")
    first = page.get_by_role("option").first
    expect(field).to_have_attribute("aria-activedescendant", str(first.get_attribute("id")))
    expect(field).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    expect(first).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowUp")
    expect(active(page)).to_have_count(0)
    page.keyboard.press("ArrowUp")
    expect(page.get_by_role("option").last).to_have_attribute("aria-selected", "true")
    label = active(page).locator("span").first.inner_text()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text(label)


def test_enter_without_a_choice_searches(page: Any) -> None:
    typed(page, "schuldhulp")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "/zoeken/?q=schuldhulp" in page.url


def test_escape_closes_and_keeps_what_was_typed(page: Any) -> None:
    field = typed(page, "nazorg")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(field).to_have_value("nazorg")
    expect(field).to_have_attribute("aria-expanded", "false")
    assert field.get_attribute("aria-activedescendant") is None
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("listbox")).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.get_by_role("listbox")).to_be_hidden()


def test_it_is_said_in_dutch_how_many_there_are(page: Any) -> None:
    typed(page, "schul")
    count = page.get_by_role("option").count()
    expect(page.locator("[aria-live=polite]")).to_contain_text(f"{count} voorstellen")
    expect(page.get_by_role("group", name="Onderwerpen")).to_be_visible()
    page.keyboard.type("qqqq")
    expect(page.locator("[aria-live=polite]")).to_have_text("Geen voorstellen.")
    expect(page.get_by_role("listbox")).to_be_hidden()


def test_only_the_last_thing_typed_is_asked(page: Any) -> None:
    asked: list[str] = []
    page.on("request", lambda request: "/suggest" in request.url and asked.append(request.url))
    typed(page, "veiligheid")
    assert len(asked) <= 2 and asked[-1].endswith("q=veiligheid")


def test_the_mouse_chooses_too(page: Any, site: Site) -> None:
    typed(page, "schulden", "/zoeken/?q=nazorg&type=element")
    option = page.get_by_role("option").first
    with page.expect_navigation():
        option.click()
    assert page.url.startswith(f"{site.url}/")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_with_the_list_open(site: Site, chromium: Any, width: int, scheme: Any) -> None:
    context = chromium.new_context(
        base_url=site.url, viewport={"width": width, "height": 900}, color_scheme=scheme
    )
    page = context.new_page()
    for address in ("/", "/zoeken/?q=nazorg"):
        page.goto(address)
        page.get_by_label(FIELD).fill("schul")
        expect(page.get_by_role("listbox")).to_be_visible()
        page.keyboard.press("ArrowDown")
        faults = Axe().run(page, options=RULES).response["violations"]
        assert not [(fault["id"], fault["nodes"][0]["target"]) for fault in faults]
        assert not page.evaluate(
            "document.documentElement.scrollWidth > document.documentElement.clientWidth"
        )
    context.close()


def test_without_a_network_the_form_still_works(page: Any) -> None:
    page.route("**/api/v1/suggest*", lambda route: route.abort())
    page.goto("/")
    page.get_by_label(FIELD).fill("schulden")
    page.wait_for_timeout(400)
    expect(page.locator("[role=listbox]")).to_be_hidden()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").first).to_contain_text("schulden")


def test_without_javascript_it_is_a_plain_search_field(site: Site, chromium: Any) -> None:
    context = chromium.new_context(base_url=site.url, java_script_enabled=False)
    page = context.new_page()
    page.goto("/")
    field = page.get_by_role("searchbox", name=FIELD)
    field.fill("huisuitzetting")
    assert page.locator("[role=combobox], [role=listbox]").count() == 0
    field.press("Enter")
    expect(page.get_by_role("status").first).to_contain_text("huisuitzetting")
    context.close()
