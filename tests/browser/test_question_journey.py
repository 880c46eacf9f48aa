"""From a professional's question to a public answer and an erased question, by three people in real browsers.

The asker and the expert do it with and without JavaScript; every mail is read from a real SMTP server.
"""

import re
import time
from collections.abc import Iterator
from email.message import EmailMessage
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Site
from tests.browser.test_journeys import choose_action, log_in
from tests.mailserver import text_of

pytestmark = pytest.mark.browser
PATIENCE = 180  # seconds that a mail or a published page may take: the one worker may be labelling all pages
BSN = ("1234 56 782", "123.456.782", "123456782")
QUESTION = "Hoe voorkom ik dat een gezin met huurschuld uit huis wordt gezet?"
TRACE = "zwabberkwasten"  # a word of the asker's own, which may be in nothing that is published
WORDING = "Hoe voorkomt u een huisuitzetting bij een gezin met huurschuld en {number} kinderen?"
SHORT = "Bel dezelfde dag de verhuurder en meld het gezin aan bij schuldhulp."


class People:
    """The asker and the expert in browsers of their own, and the handler in the admin."""

    def __init__(self, site: Site, chromium: Any, scripts: bool) -> None:
        self.site, self.scripts = site, scripts
        self.asker, self.expert = (self._visitor(chromium, scripts) for _ in range(2))
        self.handler = self._visitor(chromium, True)
        self.address = f"asker-{scripts}@example.org"
        self.follower_address = f"follower-{scripts}@example.org".lower()
        self.expert_address = f"expert-{scripts}@example.org"

    def _visitor(self, chromium: Any, scripts: bool) -> Any:
        context = chromium.new_context(
            base_url=self.site.url, viewport={"width": 1280, "height": 900}, java_script_enabled=scripts
        )
        context.set_default_timeout(20_000)
        return context.new_page()

    def mail_to(self, address: str, subject: str) -> EmailMessage:
        """Wait for a mail whose subject begins so."""
        deadline = time.monotonic() + PATIENCE
        while True:
            found = [mail for mail in self.site.mail.to(address) if mail["Subject"].startswith(subject)]
            if found:
                assert len(found) == 1, "a mail came twice"
                return found[0]
            assert time.monotonic() < deadline, f"no mail: {subject}"
            time.sleep(0.2)


def path_in(mail: EmailMessage, part: str) -> str:
    found = re.search(rf"http://[^/\s]+(/{part}/\S+)", text_of(mail))
    assert found
    return found.group(1)


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without JavaScript"])
def people(site: Site, chromium: Any, request: Any) -> Iterator[People]:
    three = People(site, chromium, request.param)
    yield three
    for page in (three.asker, three.expert, three.handler):
        page.context.close()


def test_from_question_to_answer_and_erased(people: People) -> None:
    asker = people.asker
    be_stopped_at_numbers(asker)
    be_shown_what_is_known(people)
    reference, own_link = send(asker)
    confirm_the_address(people)
    answer = be_answered(people, reference)
    read_the_answer(people, own_link, answer)
    stop_following(people, follow(people, answer))
    erase(people, own_link, answer)
    leave_no_trace(people)


def be_stopped_at_numbers(asker: Any) -> None:
    asker.goto("/vraag-stellen/")
    for number in BSN:
        typed = f"Mag ik nummer {number} van moeder delen met school?"
        asker.get_by_label("Wat is uw vraag?").fill(typed)
        asker.get_by_label("Wat is uw beroep of rol?").fill("Wijkteam")
        asker.get_by_role("button", name="Verder").click()
        expect(asker.get_by_role("alert").filter(has_text="nog niet verstuurd")).to_contain_text(number)
        expect(asker.get_by_label("Wat is uw vraag?")).to_have_value(typed)


def be_shown_what_is_known(people: People) -> None:
    asker = people.asker
    asker.get_by_label("Wat is uw vraag?").fill(QUESTION)
    asker.get_by_label("Wat is de situatie").fill(f"Een moeder met drie kinderen, en veel {TRACE} in huis.")
    asker.get_by_label("Op welk e-mailadres").fill(people.address)
    asker.get_by_label("Mijn vraag mag in algemene woorden").check()
    if people.scripts:
        expect(asker.get_by_role("status").filter(has_text="Wij vonden")).to_be_visible()
        expect(asker.locator(".ask__known .card").first).to_be_visible()
        assert TRACE not in asker.url and "huurschuld" not in asker.url
    else:
        expect(asker.locator(".ask__known")).to_be_hidden()
    asker.get_by_role("button", name="Verder").click()
    expect(asker.get_by_role("heading", name="Misschien staat het antwoord er al")).to_be_visible()
    expect(asker.get_by_role("button", name="Dit beantwoordt mijn vraag").first).to_be_visible()
    expect(asker.get_by_label("Huisvesting")).to_be_checked()
    asker.get_by_label("Schulden en inkomen").check()


def send(asker: Any) -> tuple[str, str]:
    asker.get_by_role("button", name="Verstuur mijn vraag").click()
    expect(asker.locator("h1")).to_have_text("Uw vraag is ontvangen")
    link = asker.get_by_role("link", name="Volg mijn vraag").get_attribute("href")
    return asker.locator(".reference-number").inner_text(), str(link)


def confirm_the_address(people: People) -> None:
    mail = people.mail_to(people.address, "Bevestig uw e-mailadres")
    assert TRACE not in text_of(mail) and "huurschuld" not in text_of(mail)
    people.asker.goto(path_in(mail, "vraag-stellen/adres"))
    people.asker.get_by_role("button", name="Dit is mijn adres").click()
    expect(people.asker.locator("h1")).to_have_text("Wij hebben uw vraag")
    expect(people.asker.locator("main")).to_contain_text("het adres dat u bevestigde")


def be_answered(people: People, reference: str) -> str:
    """The handler words the question, an expert writes, the handler publishes; returns the answer's address."""
    handler, address = people.handler, f"/beheer/ingezonden-vragen/{reference}/"
    log_in(handler, people.site, "eindredacteur")
    handler.goto(address)
    expect(handler.locator("body")).to_contain_text(TRACE)
    handler.get_by_role("button", name="Wijs aan mij toe").click()
    handler.get_by_role("link", name="In algemene woorden zetten").click()
    handler.get_by_label("Vraag in algemene woorden").fill(
        WORDING.format(number="drie" if people.scripts else "vier")
    )
    handler.get_by_label("Situatie in algemene woorden").fill(
        "Een moeder met jonge kinderen heeft huurschuld."
    )
    handler.get_by_label("Ik las dit na").check()
    handler.get_by_role("button", name="Bewaar deze woorden").click()
    handler.get_by_role("link", name="Deskundige vragen").click()
    handler.get_by_label("E-mailadres van de deskundige").fill(people.expert_address)
    handler.get_by_label("Rol").fill("schuldhulpverlener")
    handler.get_by_role("button", name="Verstuur de uitnodiging").click()
    expect(handler.locator("body")).to_contain_text("wacht op de deskundige")

    write_as_the_expert(people)
    handler.goto(address)
    handler.get_by_role("button", name="Neem over in het antwoord").click()
    expect(handler.locator("textarea[name=short_answer]")).to_have_value(SHORT)
    choose_action(handler, "Publiceren")
    mail = people.mail_to(people.address, "Er is een antwoord op uw vraag")
    assert TRACE not in text_of(mail)
    return path_in(mail, "vragen")


def write_as_the_expert(people: People) -> None:
    mail = people.mail_to(people.expert_address, "Wilt u meedenken")
    expert = people.expert
    found = re.search(r"http://[^/\s]+(/\S+/\S{20,})", text_of(mail))
    assert found
    expert.goto(found.group(1))
    expect(expert.locator("h1")).to_contain_text("Hoe voorkomt u een huisuitzetting")
    assert TRACE not in expert.content() and people.address not in expert.content()
    expert.get_by_label("Kort antwoord").fill(SHORT)
    expert.get_by_label("Uitleg").fill("De gemeente moet een melding binnen een paar dagen oppakken.")
    expert.get_by_role("button", name="Bewaar mijn tekst").click()
    expect(expert.get_by_role("status").first).to_contain_text("bewaard")


def read_the_answer(people: People, own_link: str, answer: str) -> None:
    asker = people.asker
    asker.goto(own_link)
    expect(asker.locator("h1")).to_have_text("Uw vraag is beantwoord")
    expect(asker.locator(".short-answer")).to_contain_text(SHORT)
    asker.get_by_role("link", name="Lees het hele antwoord").click()
    expect(asker.locator("h1")).to_contain_text("Hoe voorkomt u een huisuitzetting")
    for hidden in (TRACE, QUESTION, people.address):
        assert hidden not in asker.content()
    hits = asker.request.get("/api/v1/search", params={"q": TRACE}).json()["results"]
    assert TRACE not in str(hits)


def follow(people: People, answer: str) -> str:
    """The asker follows the answer, from a mail; returns where the mails of it can be stopped."""
    asker, address = people.asker, people.follower_address
    asker.goto(answer)
    asker.get_by_role("link", name="Volg deze pagina").click()
    asker.get_by_label("Op welk e-mailadres").fill(address)
    asker.get_by_role("button", name="Volg", exact=True).click()
    expect(asker.locator("h1")).to_have_text("Kijk in uw mail")
    asker.goto(path_in(people.mail_to(address, ""), "volgen/bevestig"))
    asker.get_by_role("button", name="Ja, volg dit").click()
    expect(asker.locator("h1")).to_have_text("Wat u volgt")
    return str(asker.get_by_role("link", name="Stop alles en wis mijn adres").get_attribute("href"))


def stop_following(people: People, stop: str) -> None:
    people.asker.goto(stop)
    people.asker.get_by_role("button", name="Stop alles en wis mijn adres").click()
    expect(people.asker.locator("h1")).to_have_text("U krijgt geen berichten meer")


def leave_no_trace(people: People) -> None:
    """Nothing of it is in any file of the running site: the worker empties the log of the database right after."""
    sought = (*BSN, TRACE, people.address, people.expert_address, people.follower_address)
    deadline = time.monotonic() + PATIENCE
    while left := people.site.files_with(sought):
        assert time.monotonic() < deadline, f"still in {left}"
        time.sleep(0.5)


def erase(people: People, own_link: str, answer: str) -> None:
    asker = people.asker
    asker.goto(own_link)
    asker.get_by_role("link", name="Wis mijn vraag").click()
    asker.get_by_role("button", name="Wis alles").click()
    expect(asker.locator("h1")).to_have_text("Alles is gewist")
    assert asker.goto(own_link).status == 404
    assert asker.goto(answer).status == 200, "the answer names nobody and stays"
