"""The personal-data screen in the ask form: what stops a question, what holds it up, and that nothing of it stays."""

import html
import logging
import re
import uuid
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import Client

from content.models import Question

pytestmark = pytest.mark.django_db
URL = "/vraag-stellen/"
GOOD = {
    "question": "Hoe help ik een gezin met schulden?",
    "profession": "wijkteam",
    "context": "Een moeder met drie kinderen.",
    "email": "collega@example.org",
}


def send(client: Client, **changes: str) -> Any:
    return client.post(URL, {**GOOD, "submission": str(uuid.uuid4()), **changes})


def text_of(response: Any) -> str:
    return html.unescape(response.content.decode())


def fields_in(response: Any) -> dict[str, str]:
    """What the page's own fields would send: hidden fields and text fields as a browser reads them."""
    page = response.content.decode()
    found = dict(re.findall(r'<input type="(?:hidden|text|email)" name="(\w+)"(?: value="([^"]*)")?', page))
    found |= dict(re.findall(r'<textarea name="(\w+)"[^>]*>\n?(.*?)</textarea>', page, re.DOTALL))
    return {name: html.unescape(value) for name, value in found.items()}


@pytest.mark.parametrize(
    ("field", "typed", "shown", "kind"),
    [
        (
            "question",
            "Mag ik BSN 1234 56 782 van moeder delen met school?",
            "1234 56 782",
            "burgerservicenummer",
        ),
        ("question", "Hij is te bereiken op 06-12345678, wat nu?", "06-12345678", "telefoonnummer"),
        ("context", "Zij wonen op Dorpsstraat 12, 1234 AB.", "1234 AB", "adres"),
        ("context", "Rekening NL91ABNA0417164300 staat rood.", "NL91ABNA0417164300", "rekeningnummer"),
        ("profession", "wijkteam, mail piet@example.com", "piet@example.com", "e-mailadres"),
    ],
)
def test_an_identifier_stops_and_says_what_to_write_instead(
    client: Client, field: str, typed: str, shown: str, kind: str
) -> None:
    response = send(client, **{field: typed})
    page = text_of(response)
    assert response.status_code == 422
    assert "no-store" in response["Cache-Control"]
    message = next(m for m in re.findall(rf'id="fout-{field}">(.*?)</p>', page) if kind in m)
    assert shown in message and ("Laat het weg" in message or "Schrijf" in message)
    assert fields_in(response)[field] == typed
    assert fields_in(response)["email"] == GOOD["email"]
    assert not Question.objects.exists()


def test_each_identifier_of_a_field_has_a_line_of_its_own(client: Client) -> None:
    page = text_of(send(client, context="Zijn BSN is 441672115, zijn nummer 06-12345678."))
    assert "wij hebben het niet nodig.<br>‘06-12345678’" in page


def test_a_name_holds_up_with_two_ways_to_go_on(client: Client) -> None:
    response = send(client, question="Hoe help ik mevrouw Yilmaz, geboren 12-03-1986, met schulden?")
    page = text_of(response)
    assert response.status_code == 200
    assert "Vervang door algemene woorden" in page
    assert "Er staat geen naam van iemand uit het gezin in" in page
    assert re.search(r"<strong>[^<]*Yilmaz</strong> lijkt een naam", page)
    assert "<strong>12-03-1986</strong> lijkt een geboortedatum" in page
    assert not Question.objects.exists()


def test_replacing_shows_the_form_again_without_the_name_and_keeps_the_rest(client: Client) -> None:
    held = send(client, question="Hoe help ik mevrouw Yilmaz, geboren 12-03-1986, met schulden?")
    again = client.post(URL, {**fields_in(held), "action": "replace"})
    assert again.status_code == 200
    assert "Yilmaz" not in text_of(again) and "1986" not in text_of(again)
    fields = fields_in(again)
    assert fields["question"] == "Hoe help ik deze vrouw, 18 jaar of ouder, met schulden?"
    assert fields["context"] == GOOD["context"] and fields["email"] == GOOD["email"]
    assert not Question.objects.exists()
    assert client.post(URL, {**fields, "action": "send"}).status_code == 302
    stored = Question.objects.get()
    assert stored.question == fields["question"]


def confirmation_in(response: Any) -> str:
    found = re.search(r'name="confirmed" value="(\w{64})"', response.content.decode())
    assert found
    return found.group(1)


def test_who_says_that_it_is_nobody_s_name_goes_on_and_other_names_are_asked_about_anew(
    client: Client,
) -> None:
    held = send(client, question="Is de training van mevrouw Jansen iets voor ouders?")
    fields = {**fields_in(held), "confirmed": confirmation_in(held)}
    other = client.post(URL, {**fields, "question": "Is de training iets voor moeder Fatima Yilmaz?"})
    assert "Yilmaz" in text_of(other) and not Question.objects.exists()
    assert client.post(URL, {**fields, "action": "send"}).status_code == 302
    assert "Jansen" in Question.objects.get().question


def test_an_identifier_stops_whatever_was_confirmed(client: Client) -> None:
    held = send(client, question="Is de training van mevrouw Jansen iets voor ouders?")
    fields = {**fields_in(held), "confirmed": confirmation_in(held), "context": "Haar BSN is 123456782."}
    assert client.post(URL, fields).status_code == 422
    assert not Question.objects.exists()


@pytest.mark.parametrize("confirmed", ["", "x" * 64, "é" * 64])
def test_a_made_up_confirmation_confirms_nothing(client: Client, confirmed: str) -> None:
    assert (
        "nog niet verstuurd"
        in text_of(send(client, question="Wat wil mevrouw Yilmaz toch?", confirmed=confirmed)).lower()
    )
    assert not Question.objects.exists()


def test_what_was_stopped_or_held_up_is_nowhere(client: Client, caplog: Any) -> None:
    with caplog.at_level(logging.DEBUG):
        for typed in (
            "Mag ik nummer 123456782 delen met Qwertina?",
            "Hoe help ik mevrouw Qwertina de Vries?",
        ):
            response = send(client, question=typed)
            assert "Location" not in response
    assert not any("Qwertina" in record.getMessage() for record in caplog.records)
    assert not client.session.keys()
    dump = Path(settings.DATA_DIR) / "dump.json"
    call_command("dumpdata", output=str(dump))
    try:
        text = dump.read_text(encoding="utf-8")
        assert "Qwertina" not in text and "123456782" not in text
    finally:
        dump.unlink()


def test_markup_in_a_finding_is_shown_as_text(client: Client) -> None:
    page = send(client, question="Bel <b>06-12345678</b><script>alert(1)</script> nu?").content.decode()
    assert "<script>alert" not in page
