"""The asker's own links: the address is confirmed by its owner, the question can be followed, taken along and erased."""

import re
import uuid
from typing import Any

import pytest
from django.conf import settings
from django.core import mail
from django.test import Client

from content.mail.delivery import deliver_due
from content.models import AnswerPage, Contact, OutgoingMail, OverviewPage, Question, QuestionEvent
from content.questions.asker import CONFIRM, STATUS, mail_asker, status_path
from content.questions.own import STATES
from content.questions.views import ASKED

pytestmark = pytest.mark.django_db
URL = "/vraag-stellen/"
GOOD = {
    "question": "Hoe help ik een gezin met schulden?",
    "profession": "wijkteam",
    "context": "Een moeder met drie kinderen.",
    "email": "collega@example.org",
    "may_publish": "on",
    "urgency": "week",
    "action": "send",
}


def ask(client: Client, **changes: str) -> Question:
    submission = str(uuid.uuid4())
    assert client.post(URL, {**GOOD, "submission": submission, **changes}).status_code == 302
    return Question.objects.get(submission=submission)


def link_in(message: Any, part: str) -> str:
    found = re.search(rf"{re.escape(settings.BASE_URL)}(/vraag-stellen/{part}/\S+)", message.body)
    assert found
    return found.group(1)


def confirmed(client: Client, **changes: str) -> Question:
    question = ask(client, **changes)
    client.post(f"{URL}adres/{CONFIRM.token(question.reference)}/")
    return question


def test_the_address_is_kept_apart_and_confirmed_by_a_button_in_a_mailed_page(client: Client) -> None:
    question = ask(client)
    assert "collega@example.org" not in str(Question.objects.filter(pk=question.pk).values())
    assert question.contact.confirmed_at is None
    deliver_due()
    [message] = mail.outbox
    assert message.to == ["collega@example.org"] and "schulden" not in message.body
    page = link_in(message, "adres")
    assert "Dit is mijn adres" in client.get(page).content.decode()
    assert Contact.objects.get().confirmed_at is None, "opening a link confirms nothing"
    answer = client.post(page)
    assert answer.status_code == 302
    assert Contact.objects.get().confirmed_at
    assert "U krijgt bericht" in client.get(answer.url).content.decode()
    client.post(page)
    assert QuestionEvent.objects.filter(actor="asker", step="e-mailadres bevestigd").count() == 1


def test_only_a_confirmed_address_gets_mail_about_the_question_and_each_step_once(client: Client) -> None:
    question = ask(client)
    assert not mail_asker(question, step="proef", template="question_received", context={"confirm_path": "/"})
    client.post(f"{URL}adres/{CONFIRM.token(question.reference)}/")
    for _ in range(2):
        assert mail_asker(question, step="proef", template="question_received", context={"confirm_path": "/"})
    assert OutgoingMail.objects.filter(key=f"question-{question.pk}/proef").count() == 1


def test_without_an_address_there_is_no_mail_and_the_link_is_shown_to_keep(client: Client) -> None:
    response = client.post(URL, {**GOOD, "email": "", "submission": str(uuid.uuid4())})
    page = client.get(response.url)
    link = status_path(Question.objects.get().reference)
    assert link.split("/mijn-vraag/")[1].split(":")[0] in page.content.decode()
    assert page["Referrer-Policy"] == "no-referrer" and "no-store" in page["Cache-Control"]
    assert not OutgoingMail.objects.exists() and not Contact.objects.exists()


@pytest.mark.parametrize("status", [status for status in Question.Status if status in STATES])
def test_every_state_is_told_in_plain_words(client: Client, status: str) -> None:
    question = ask(client)
    Question.objects.filter(pk=question.pk).update(status=status, decline_reason="outside")
    page = client.get(status_path(question.reference))
    assert STATES[Question.Status(status)][0] in page.content.decode()
    assert "schulden" not in page.content.decode(), "the link shows no more than it must"
    assert ("gaat niet over ons onderwerp" in page.content.decode()) is (status == "declined")


def test_every_state_that_a_question_can_be_in_has_words() -> None:
    assert set(Question.Status) - set(STATES) == {Question.Status.DUPLICATE}


def test_the_answer_is_shown_once_it_is_public_also_to_who_asked_the_same(client: Client) -> None:
    page = AnswerPage(
        title="Wie helpt bij schulden?", slug="schulden", short_answer="De gemeente.", live=False
    )
    OverviewPage.objects.get(lists="answer").add_child(instance=page)
    first, second = ask(client), ask(client)
    Question.objects.filter(pk=first.pk).update(status="published", answer_page=page)
    Question.objects.filter(pk=second.pk).update(status="duplicate", duplicate_of=first)
    own = status_path(second.reference)
    assert "De gemeente." not in client.get(own).content.decode()
    page.live = True
    page.save()
    shown = client.get(own).content.decode()
    assert "De gemeente." in shown and "lijkt op die van een collega" in shown and page.url in shown


def test_everything_can_be_taken_along(client: Client) -> None:
    question = confirmed(client)
    answer = client.get(f"{status_path(question.reference)}gegevens.json")
    data = answer.json()
    assert "attachment" in answer["Content-Disposition"]
    assert (data["vraag"], data["situatie"], data["beroep"]) == (
        GOOD["question"],
        GOOD["context"],
        GOOD["profession"],
    )
    assert data["e-mailadres"] == "collega@example.org" and data["e-mailadres_bevestigd"]
    assert data["mag_in_algemene_woorden_op_de_site"] is True


def test_erasing_asks_first_and_then_leaves_nothing(client: Client) -> None:
    question = confirmed(client)
    mail_asker(question, step="later", template="question_received", context={"confirm_path": "/"})
    page = f"{status_path(question.reference)}wissen/"
    assert "Wis alles" in client.get(page).content.decode()
    assert Question.objects.exists()
    assert "Alles is gewist" in client.post(page).content.decode()
    for model in (Question, Contact, OutgoingMail, QuestionEvent):
        assert not model._default_manager.exists(), model
    for address in (
        page,
        status_path(question.reference),
        f"{URL}adres/{CONFIRM.token(question.reference)}/",
    ):
        assert client.get(address).status_code == 404
    deliver_due()
    assert not mail.outbox


def test_pages_behind_a_link_need_no_cookie_and_work_where_the_browser_hides_where_it_came_from(
    client: Client,
) -> None:
    question = ask(client)
    strict = Client(enforce_csrf_checks=True)
    page = f"{status_path(question.reference)}wissen/"
    shown = strict.get(page)
    assert not shown.cookies and shown["Referrer-Policy"] == "no-referrer"
    assert strict.post(page, headers={"origin": "null"}).status_code == 200
    assert not Question.objects.exists()


def test_a_link_for_one_purpose_opens_nothing_else(client: Client) -> None:
    reference = ask(client).reference
    tokens = {"mijn-vraag": STATUS, "adres": CONFIRM}
    for part, own in tokens.items():
        for purpose in (STATUS, CONFIRM, ASKED):
            expected = 200 if purpose is own else 404
            assert client.get(f"{URL}{part}/{purpose.token(reference)}/").status_code == expected
    assert client.get(f"{URL}mijn-vraag/{reference}/").status_code == 404
    assert client.post(f"{URL}mijn-vraag/{CONFIRM.token(reference)}/wissen/").status_code == 404
    assert Question.objects.exists()


def test_a_form_that_cannot_be_trusted_is_refused_kindly_and_says_whom_to_call() -> None:
    strict = Client(enforce_csrf_checks=True)
    response = strict.post(URL, GOOD)
    page = response.content.decode()
    assert response.status_code == 403 and "nog niet verstuurd" in page and "0800-2000" in page
    assert not Question.objects.exists()
