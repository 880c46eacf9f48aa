"""Editors steer the tags in a real browser: what each role may do, and that everything can be taken back."""

import re
import time
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.conftest import Site
from tests.browser.test_accessibility import RULES
from tests.browser.test_journeys import choose_action, log_in

pytestmark = pytest.mark.browser
PATIENCE = 180_000  # milliseconds for the worker, on a busy machine
QUEUE = "/beheer/labels/nakijken/"
CONCEPTS = "/beheer/snippets/content/concept/"


def open_concept(page: Any, name: str) -> str:
    """The form of a concept, found in the list; returns its address."""
    page.goto(f"{CONCEPTS}?q={name}")
    page.locator("table a", has_text=re.compile(f"^\\s*{name}\\s*$")).first.click()
    expect(page.locator("#id_pref_label")).to_have_value(name)
    return str(page.url)


def apply(page: Any) -> None:
    """Apply the proposal on the screen, and follow it until it is done."""
    page.get_by_role("button", name="Voer door").click()
    expect(page.get_by_role("heading", name="Klaar")).to_be_visible(timeout=PATIENCE)


def roll_back(page: Any) -> None:
    page.get_by_role("button", name="Draai terug").click()
    expect(page.locator("h1, header").first).to_contain_text("teruggedraaid", timeout=PATIENCE)
    expect(page.get_by_role("heading", name="Klaar")).to_be_visible(timeout=PATIENCE)


def faults(page: Any) -> list[str]:
    found = Axe().run(page, options=RULES).response["violations"]
    return [f"{page.url}: {fault['id']} {fault['nodes'][0]['target']}" for fault in found]


def test_an_editor_sees_a_change_first_applies_it_and_takes_it_back(page: Any, site: Site) -> None:
    log_in(page, site, "eindredacteur")
    form = open_concept(page, "Werk")
    page.locator("#id_label_set-ADD").click()
    page.locator("input[name^=label_set-][name$=-text]").last.fill("Toezichtkader")
    page.locator("footer button[type=submit]").first.click()
    expect(page.locator("main")).to_contain_text("woord erbij ‘Toezichtkader’")
    expect(page.locator("tr mark", has_text="Toezichtkader").first).to_be_visible()
    assert not faults(page)
    proposal = page.url
    page.goto(form)
    expect(page.locator("input[value=Toezichtkader]")).to_have_count(0)
    page.goto(proposal)
    apply(page)
    page.goto(form)
    expect(page.locator("input[value=Toezichtkader]")).to_have_count(1)
    page.goto(proposal)
    roll_back(page)
    page.goto(form)
    expect(page.locator("input[value=Toezichtkader]")).to_have_count(0)


def test_an_editor_merges_and_splits_and_takes_both_back(page: Any, site: Site) -> None:
    log_in(page, site, "eindredacteur")
    top = open_concept(page, "Energieschuld en energiearmoede")
    number = re.search(r"/(\d+)/", top)
    assert number
    page.goto(f"/beheer/begrippen/{number.group(1)}/samenvoegen/")
    page.get_by_role("button", name=re.compile("Kies")).first.click()
    page.locator(".modal input[name=q]").fill("Incasso")
    page.locator(".modal a", has_text="Incasso en beslag").first.click()
    page.get_by_role("button", name="Bekijk wat dit doet").click()
    expect(page.locator("main")).to_contain_text("doet niet meer mee")
    apply(page)
    merged = page.url
    page.goto("/begrippen/domein/energieschuld/")
    assert page.url.endswith("/begrippen/domein/incasso/")
    page.goto(merged)
    roll_back(page)
    page.goto(f"/beheer/begrippen/{number.group(1)}/splitsen/")
    page.get_by_label("Naam van het nieuwe begrip").fill("Proefbegrip")
    page.locator("input[name=labels]").first.check()
    page.get_by_role("button", name="Bekijk wat dit doet").click()
    expect(page.locator("main")).to_contain_text("Proefbegrip: komt erbij")
    apply(page)
    split = page.url
    page.goto("/begrippen/domein/proefbegrip/")
    expect(page.locator("h1")).to_contain_text("Proefbegrip")
    page.goto(split)
    roll_back(page)
    page.goto("/begrippen/domein/proefbegrip/")
    assert page.url.endswith("/begrippen/domein/energieschuld/")
    page.goto("/beheer/labels/drempels/")
    page.get_by_label("Telt mee vanaf").first.fill("95")
    page.get_by_role("button", name="Bekijk wat dit doet").click()
    expect(page.locator("main")).to_contain_text("Bij domeinen telt een label mee vanaf 95")
    assert not faults(page)
    page.get_by_role("button", name="Niet doen").click()
    expect(page.locator(".messages")).to_contain_text("niet doorgevoerd")
    expect(page.locator("main")).to_contain_text(
        "Energieschuld en energiearmoede samenvoegen met Incasso en beslag"
    )
    page.reload()
    assert not faults(page)


def test_an_editor_works_through_the_queue(page: Any, site: Site) -> None:
    log_in(page, site, "eindredacteur")
    page.goto(QUEUE)
    assert not faults(page)
    before = waiting(page)
    page.locator(".steer__tag").first.get_by_role("button", name="Hoort erbij").click()
    expect(page.locator(".messages")).to_contain_text("1 label: hoort erbij")
    assert waiting(page) == before - 1
    page.locator(".steer__tag input[type=checkbox]").nth(0).check()
    page.locator(".steer__tag input[type=checkbox]").nth(1).check()
    page.get_by_role("button", name="Aangekruist hoort er niet bij").click()
    expect(page.locator(".messages")).to_contain_text("2 labels: hoort er niet bij")
    assert waiting(page) == before - 3
    for _ in range(2):
        page.get_by_role("button", name="Maak ongedaan").first.click()
        expect(page.locator(".messages")).to_contain_text("Teruggenomen")
    assert waiting(page) == before


def waiting(page: Any) -> int:
    found = re.search(r"\d+", page.locator("p[role=status]").first.inner_text())
    assert found
    return int(found.group())


def test_a_writer_decides_on_tags_in_the_page_and_a_chief_editor_publishes_that(
    page: Any, site: Site
) -> None:
    log_in(page, site, "redacteur")
    assert page.get_by_role("link", name="Woordenlijst").count() == 0
    for refused in (CONCEPTS, "/beheer/labels/drempels/", "/beheer/woordenlijst/invoeren/"):
        page.goto(refused)
        expect(page.locator(".messages")).to_contain_text("toegang")
    page.goto(QUEUE)
    page.locator(".steer__tag").last.get_by_role("button", name="Hoort er niet bij").click()
    expect(page.locator(".messages")).to_contain_text("Een eindredacteur kijkt dit na")
    row = page.locator(".steer__tag").first
    refused, editor = row.locator("strong").inner_text(), row.locator(".steer__what a").get_attribute("href")
    page.goto(editor)
    public = page.get_by_role("link", name="LIVE").first.get_attribute("href")
    page.get_by_role("tab", name="Kenmerken").click()
    search = page.get_by_label("Label toevoegen")
    search.focus()
    page.keyboard.type("xqzzwxq")
    expect(page.locator("[data-status]")).to_contain_text("Geen label gevonden")
    added = page.locator("[data-others] fieldset").first.get_attribute("data-name")
    search.fill("")
    page.keyboard.type(added)
    page.keyboard.press("Enter")
    expect(page.locator("[data-status]")).to_contain_text(f"{added} toegevoegd")
    expect(tag(page, added).locator("input[value=accepted]")).to_be_checked()
    tag(page, refused).get_by_text("hoort er niet bij").click()
    page.locator("footer").get_by_role("button", name="Meer acties").click()
    assert page.locator("footer").get_by_role("button", name="Publiceren", exact=True).count() == 0
    page.keyboard.press("Escape")
    choose_action(page, "Stuur door naar Redactie")
    page.goto(public)
    expect(page.locator(".tags__list")).to_contain_text(refused)
    page.context.clear_cookies()

    log_in(page, site, "eindredacteur")
    page.goto(editor)
    page.get_by_role("tab", name="Kenmerken").click()
    expect(tag(page, refused).locator("input[value=rejected]")).to_be_checked()
    choose_action(page, "Goedkeuren en publiceren")
    seen_by_readers(page, public, added, True)
    seen_by_readers(page, public, refused, False)
    page.goto(editor)
    page.get_by_role("tab", name="Kenmerken").click()
    tag(page, added).get_by_text("automatisch").click()
    choose_action(page, "Publiceren")
    seen_by_readers(page, public, added, False)


def tag(page: Any, name: str) -> Any:
    """A label in the panel of the page editor."""
    return page.locator("[data-found] fieldset", has=page.get_by_text(name, exact=True))


def seen_by_readers(page: Any, address: str, name: str, wanted: bool) -> None:
    """Wait until the worker has, or has no longer, put a label on the public page; its text may hold the same words."""
    deadline = time.monotonic() + PATIENCE / 1000
    page.goto(address)
    while (name in page.locator(".tags__list a").all_inner_texts()) != wanted:
        assert time.monotonic() < deadline, f"{name} {'never came' if wanted else 'never went'}"
        time.sleep(0.5)
        page.reload()
