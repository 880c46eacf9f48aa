"""What an asker can say besides the question: what is proposed, what is refused, and what is stored of it."""

import html
import re
import uuid
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from content.models import Question

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vocabulary")]
URL = "/vraag-stellen/"
GOOD = {
    "question": "Hoe voorkom ik dat een gezin met huurschuld uit huis wordt gezet?",
    "context": "Er zijn schulden bij de verhuurder en de energie.",
    "profession": "wijkteam",
}


def send(client: Client, **changes: Any) -> Any:
    return client.post(URL, {**GOOD, "submission": str(uuid.uuid4()), **changes})


def ticked(response: Any) -> list[str]:
    return re.findall(r'name="domains" value="([\w-]+)" checked', response.content.decode())


def hidden(response: Any) -> dict[str, str]:
    found = re.findall(r'<input type="hidden" name="(\w+)"(?: value="([^"]*)")?', response.content.decode())
    return {name: html.unescape(value) for name, value in found if name != "page"}


def test_professions_come_from_the_vocabulary_and_another_may_be_typed(client: Client) -> None:
    assert '<option value="Jeugdbescherming">' in client.get(URL).content.decode()
    send(client, profession="Ervaringsdeskundige", action="send")
    assert Question.objects.get().profession == "Ervaringsdeskundige"


def test_the_check_page_proposes_domains_and_the_asker_has_the_last_word(client: Client) -> None:
    check = send(client)
    assert "schulden" in ticked(check)
    client.post(URL, {**hidden(check), "domains": ["onderwijs"], "action": "send"})
    assert [domain.slug for domain in Question.objects.get().domains.all()] == ["onderwijs"]


def test_no_domain_at_all_may_be_chosen_too(client: Client) -> None:
    client.post(URL, {**hidden(send(client)), "action": "send"})
    assert not Question.objects.get().domains.exists()


def test_a_choice_of_domains_survives_going_back_to_the_form(client: Client) -> None:
    check = send(client)
    form = client.post(URL, {**hidden(check), "domains": ["onderwijs"], "action": "edit"})
    assert hidden(form)["domains"] == "onderwijs"
    again = client.post(URL, {**GOOD, **hidden(form)})
    assert ticked(again) == ["onderwijs"]


@pytest.mark.parametrize("field", ["setting", "urgency"])
def test_a_choice_that_is_not_there_is_refused(client: Client, field: str) -> None:
    assert send(client, **{field: "'; DROP"}, action="send").status_code == 422
    assert not Question.objects.exists()


def test_setting_haste_and_consent_are_stored_and_are_off_by_default(client: Client) -> None:
    send(client, action="send")
    send(client, setting="school", urgency="week", may_publish="on", action="send")
    said, silent = Question.objects.order_by("-pk")
    assert (said.setting.slug, said.urgency, said.may_publish) == ("school", "week", True)
    assert (silent.setting, silent.urgency, silent.may_publish) == (None, "normal", False)


def test_haste_shows_whom_to_call(client: Client) -> None:
    assert "urgent--now" not in send(client).content.decode()
    page = send(client, urgency="week").content.decode()
    assert "urgent--now" in page and "112" in page and "0800-2000" in page


def test_a_file_is_not_taken_and_the_form_says_why(client: Client) -> None:
    assert "Bestanden kunt u niet meesturen" in client.get(URL).content.decode()
    response = send(client, dossier=SimpleUploadedFile("dossier.txt", b"geheim dossier"))
    assert "Wij nemen geen bestanden aan" in response.content.decode()
    assert "geheim" not in response.content.decode()


def test_while_typing_danger_and_what_is_known_come_back_and_nothing_is_kept(client: Client) -> None:
    answer = client.post(f"{URL}bekend/", {"question": "De vader slaat de kinderen", "urgency": "normal"})
    assert "urgent--now" in answer.content.decode() and 'data-part="known"' in answer.content.decode()
    assert "no-store" in answer["Cache-Control"]
    assert client.get(f"{URL}bekend/").status_code == 405
    assert not Question.objects.exists() and not client.session.keys()
