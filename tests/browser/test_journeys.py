"""The main jobs, as people do them, in a real browser on the running site."""

import re
import time
from contextlib import suppress
from typing import Any

import pytest
from playwright.sync_api import TimeoutError as PlaywrightTimeout
from playwright.sync_api import expect

from tests.browser.conftest import Site

pytestmark = pytest.mark.browser
SECONDS_TO_ANSWER = 60  # the worker may hold the database while it labels all pages for another test
SECONDS_TO_BE_FOUND = 30
SECONDS_TO_ASK = 2


def log_in(page: Any, site: Site, name: str) -> None:
    page.goto("/beheer/login/")
    page.fill("input[name=username]", name)
    page.fill("input[name=password]", site.password)
    page.click("button[type=submit]")
    expect(page.locator("body")).to_contain_text("Wat heeft u nodig vandaag")


def test_a_professional_finds_guidance_and_its_sources(page: Any) -> None:
    page.goto("/")
    page.get_by_label("Waar zoekt u hulp bij?").fill("hulp bij schulden")
    page.get_by_role("button", name="Zoek").click()
    expect(page.get_by_role("status").first).to_contain_text("resultaten")
    page.locator(".facet__value", has_text="Schulden en inkomen").first.click()
    page.locator(".facet__value", has_text="Werkzaam element").first.click()
    expect(page.locator(".chosen__item")).to_have_count(2)
    assert "domain=schulden" in page.url and "type=element" in page.url
    page.locator(".hit a").first.click()
    expect(page.locator(".evidence")).to_contain_text("Bewijs")
    page.locator(".evidence summary").click()
    expect(page.locator(".evidence details p").first).to_be_visible()
    page.locator("a.cite").first.press("Enter")
    assert re.search(r"#bron-\d+$", page.url)
    page.locator(".sources a").first.click()
    expect(page.locator(".page__kind")).to_contain_text("Literatuur")
    expect(page.locator("main")).to_contain_text("Waar gebruikt")


def test_a_writer_writes_an_editor_publishes_and_it_is_found_and_tagged(page: Any, site: Site) -> None:
    log_in(page, site, "redacteur")
    page.goto(f"/beheer/pages/add/content/elementpage/{overview_id(page)}/")
    page.fill("input[name=title]", "Zwerfjongeren weer onder dak")
    page.fill("textarea[name=summary]", "Een dak eerst: dakloze jongeren met schulden krijgen een kamer.")
    choose_action(page, "Stuur door naar Redactie")
    page.context.clear_cookies()

    log_in(page, site, "eindredacteur")
    page.get_by_role("link", name="Zwerfjongeren weer onder dak").first.click()
    number = re.search(r"/pages/(\d+)/edit/", page.url)
    assert number
    choose_action(page, "Goedkeuren en publiceren")

    deadline = time.monotonic() + SECONDS_TO_BE_FOUND
    while True:
        page.goto("/zoeken/?q=zwerfjongeren")
        if page.locator(".hit", has_text="Zwerfjongeren weer onder dak").count():
            break
        assert time.monotonic() < deadline, "published, but not found"
        time.sleep(0.5)
    page.locator(".hit a", has_text="onder dak").click()
    page.locator(".tags summary").click()
    expect(page.locator(".tags mark").first).to_be_visible()
    page.goto(f"/beheer/pages/{number.group(1)}/edit/")
    page.get_by_role("tab", name="Kenmerken").click()
    expect(page.locator(".tag-panel__passage mark").first).to_be_visible()


def choose_action(page: Any, name: str, answer: str = "success") -> None:
    """Choose from the page editor's action menu and wait for the answer: a message of this kind."""
    patience = SECONDS_TO_ANSWER * 1000
    page.locator("footer").get_by_role("button", name="Meer acties").click()
    with page.expect_navigation(timeout=patience):
        page.locator("footer").get_by_role("button", name=name, exact=True).click()
        # The editor's saving by itself may count as a save in another window, about which it asks once more.
        anyway = page.get_by_role("dialog").get_by_role("button", name=name, exact=True)
        with suppress(PlaywrightTimeout):
            anyway.click(timeout=SECONDS_TO_ASK * 1000)
    # Saving by itself changes the address too, which looks like the navigation: the answer may still be on its way.
    expect(page.locator(f".messages .{answer}")).to_be_visible(timeout=patience)


def overview_id(page: Any) -> int:
    """The id of the overview of elements, read from the explorer."""
    page.goto("/beheer/pages/")
    page.get_by_role("link", name=re.compile("Wat werkt voor gezinnen")).first.click()
    link = page.get_by_role("link", name="Werkzame elementen").first
    found = re.search(r"/pages/(\d+)/", link.get_attribute("href") or "")
    assert found
    return int(found.group(1))


def test_a_question_is_asked_and_turns_up_for_the_editor(page: Any, site: Site) -> None:
    page.goto("/vraag-stellen/")
    page.get_by_role("button", name="Verder").click()
    expect(page.get_by_role("alert")).to_contain_text("nog niet verstuurd")
    page.get_by_label("Wat is uw vraag?").fill("Hoe help ik een gezin dat geen hulp wil?")
    page.get_by_label("Wat is uw beroep of rol?").fill("wijkteammedewerker")
    page.get_by_role("button", name="Verder").click()
    page.get_by_role("button", name="Verstuur mijn vraag").click()
    reference = page.locator(".reference-number").inner_text()
    log_in(page, site, "eindredacteur")
    page.get_by_role("link", name="Ingezonden vragen").first.click()
    page.get_by_role("link", name=reference).click()
    expect(page.locator("body")).to_contain_text("geen hulp wil")


def test_it_works_without_javascript(site: Site, chromium: Any) -> None:
    context = chromium.new_context(base_url=site.url, java_script_enabled=False)
    page = context.new_page()
    page.goto("/")
    page.get_by_label("Waar zoekt u hulp bij?").fill("huisuitzetting")
    page.get_by_role("button", name="Zoek").click()
    page.locator(".facet__value", has_text="Factsheet").first.click()
    page.locator(".hit a").first.click()
    expect(page.locator("h1")).to_contain_text("huisuitzetting")
    context.close()


def test_the_keyboard_alone_is_enough(page: Any) -> None:
    page.goto("/")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Waar zoekt u hulp bij?")).to_be_focused()
    page.keyboard.type("nazorg")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").first).to_contain_text("nazorg")
