"""Reacting to a page, collecting pages for a meeting and following one: by keyboard, and without JavaScript."""

import re
import time
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.conftest import Site
from tests.browser.test_accessibility import RULES
from tests.mailserver import text_of

pytestmark = pytest.mark.browser
ANSWER = "/vragen/wanneer-melden-bij-veilig-thuis/"
FOLLOWER = "volger@example.org"
SECONDS_TO_ARRIVE = 180  # the one worker may be labelling all pages for another test
ELEMENT = "/elementen/huisuitzetting-voorkomen/"


def faults(page: Any) -> list[str]:
    """What axe finds, and whether the page scrolls sideways."""
    found = [item["id"] for item in Axe().run(page, options=RULES).response["violations"]]
    sideways = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    return [*found, *(["scrolls sideways"] if sideways else [])]


@pytest.mark.parametrize("script", [True, False])
def test_a_reader_reacts(site: Site, chromium: Any, script: bool) -> None:
    context = chromium.new_context(
        base_url=site.url, java_script_enabled=script, viewport={"width": 320, "height": 800}
    )
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: message.type == "error" and complaints.append(message.text))
    page.goto(ANSWER)
    assert not context.cookies() and not complaints  # the policy lets the structured data through
    page.get_by_role("button", name="Nee", exact=True).press("Enter")
    expect(page.locator("h1")).to_have_text("Dat is jammer")
    page.get_by_label("Wat miste u?").fill("Het gezin van BSN 123 456 782 kreeg iets anders te horen.")
    page.get_by_role("button", name="Verstuur").press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("burgerservicenummer")
    if script:
        assert not faults(page)
    page.get_by_label("Wat miste u?").fill("Een voorbeeld van een gesprek.")
    page.get_by_role("button", name="Verstuur").press("Enter")
    expect(page.locator("h1")).to_have_text("Dank u wel")
    page.get_by_role("link", name="Terug naar de pagina").click()
    page.get_by_role("button", name="Ik heb deze vraag ook").press("Enter")
    expect(page.locator("h1")).to_have_text("U bent niet de enige")
    assert [cookie["path"] for cookie in context.cookies()] == ["/reactie/"]
    context.close()


@pytest.mark.parametrize("script", [True, False])
def test_a_pack_is_collected_ordered_and_taken_along(site: Site, chromium: Any, script: bool) -> None:
    context = chromium.new_context(
        base_url=site.url, java_script_enabled=script, viewport={"width": 320, "height": 800}
    )
    page = context.new_page()
    for address in (ANSWER, ELEMENT):
        page.goto(address)
        page.get_by_role("button", name="Bewaar in mijn map").press("Enter")
        if script:
            expect(page.locator("[data-kept]")).to_have_text("Zit in uw map.")
            assert address in page.url
    page.goto("/map/")
    titles = page.locator(".pack__sheet h3")
    first, second = titles.all_inner_texts()
    page.get_by_role("button", name=f"Omhoog {second}").press("Enter")
    expect(titles.first).to_have_text(second)
    assert "#blad-" in page.url
    page.get_by_role("button", name=f"Haal eruit {second}").press("Enter")
    expect(titles).to_have_count(1)
    page.get_by_role("button", name="Zet terug").press("Enter")
    expect(titles).to_have_text([second, first])
    if script:
        assert not faults(page)
        sent: list[str] = []
        page.on("request", lambda request: sent.append(request.post_data or ""))
        page.get_by_label(f"Uw notitie bij {first}").fill("Eerst bellen met de woningcorporatie")
        page.reload()
        expect(page.get_by_label(f"Uw notitie bij {first}")).to_have_value(
            "Eerst bellen met de woningcorporatie"
        )
        assert not any("woningcorporatie" in body for body in sent)
    with page.expect_download() as download:
        page.get_by_role("link", name="Maak een PDF (2 pagina's)").press("Enter")
    assert download.value.suggested_filename == "map-voor-het-overleg.pdf"
    page.get_by_role("button", name="Maak mijn map leeg").press("Enter")
    expect(page.locator("main")).to_contain_text("Uw map is nog leeg")
    context.close()


def mailed_link(site: Site, kind: str) -> str:
    """The first link of a kind in the mail that the site sent; it waits for the worker."""
    deadline = time.monotonic() + SECONDS_TO_ARRIVE
    while True:
        for message in site.mail.to(FOLLOWER):
            found = re.search(rf"http://\S+?(/volgen/{kind}/\S+/)", text_of(message))
            if found:
                return found.group(1)
        assert time.monotonic() < deadline, "no mail came"
        time.sleep(0.3)


def test_a_page_is_followed_from_the_first_mail_to_the_last_click(site: Site, chromium: Any) -> None:
    context = chromium.new_context(base_url=site.url, viewport={"width": 320, "height": 800})
    page = context.new_page()
    page.goto(ANSWER)
    page.get_by_role("link", name="Volg deze pagina").press("Enter")
    page.get_by_role("button", name="Volg", exact=True).press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("Vul uw e-mailadres in")
    assert not faults(page)
    page.get_by_label("Op welk e-mailadres").fill(FOLLOWER)
    page.get_by_label("elke dag").check()
    page.get_by_role("button", name="Volg", exact=True).press("Enter")
    expect(page.locator("h1")).to_have_text("Kijk in uw mail")
    page.goto(mailed_link(site, "bevestig"))
    page.get_by_role("button", name="Ja, volg dit").press("Enter")
    expect(page.locator("h1")).to_have_text("Wat u volgt")
    expect(page.get_by_label("elke dag")).to_be_checked()
    assert not faults(page)
    page.get_by_role("button", name=re.compile("Stop hiermee")).press("Enter")
    page.get_by_role("button", name=re.compile("Volg weer")).press("Enter")
    expect(page.get_by_role("button", name=re.compile("Stop hiermee"))).to_be_visible()
    manage = page.url
    page.get_by_role("link", name="Stop alles en wis mijn adres").press("Enter")
    page.get_by_role("button", name="Stop alles en wis mijn adres").press("Enter")
    expect(page.locator("h1")).to_have_text("U krijgt geen berichten meer")
    assert page.goto(manage).status == 404
    assert not context.cookies()
    context.close()
