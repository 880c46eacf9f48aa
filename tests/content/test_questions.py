"""Asking: what is stored, what is refused, and who may see it."""

import logging
import uuid
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client

from content.models import Question

pytestmark = pytest.mark.django_db
GOOD = {
    "question": "Hoe help ik een gezin met schulden?",
    "profession": "wijkteam",
    "context": "",
    "email": "",
    "action": "send",
}


def send(client: Client, **changes: str) -> Any:
    return client.post("/vraag-stellen/", {**GOOD, "submission": str(uuid.uuid4()), **changes})


@pytest.fixture
def publisher() -> User:
    user = User.objects.create_user("e", password="x")
    user.groups.add(Group.objects.get(name="Eindredacteur"))
    return user


@pytest.fixture
def writer() -> User:
    user = User.objects.create_user("r", password="x")
    user.groups.add(Group.objects.get(name="Redacteur"))
    return user


def test_a_good_question_is_stored_and_confirmed_with_its_reference(client: Client) -> None:
    response = send(client, email="wijkteam@example.org", context="Een moeder met drie kinderen.")
    question = Question.objects.get()
    assert question.contact.email == "wijkteam@example.org"
    page = client.get(response.url)
    assert question.reference in page.content.decode()
    assert "schulden" not in response.url
    assert "no-store" in page["Cache-Control"]


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("question", "", "Schrijf uw vraag op"),
        ("question", "kort", "Schrijf iets meer"),
        ("question", "x" * 1001, "hoogstens 1000 tekens, nu 1001"),
        ("question", "Hoe help ik dit gezin?\x07\x1b[31m", "geen tekst"),
        ("context", "y" * 3001, "hoogstens 3000"),
        ("profession", "", "beroep of rol"),
        ("email", "geen-adres", "geen e-mailadres"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_is_kept(
    client: Client, field: str, value: str, message: str
) -> None:
    response = (
        send(client, context="Dit blijft staan.", **{field: value})
        if field != "context"
        else send(client, context=value)
    )
    page = response.content.decode()
    assert response.status_code == 422
    assert message in page
    assert not Question.objects.exists()
    assert "wijkteam" in page or field == "profession"


@pytest.mark.parametrize(
    "value",
    ["nul\x00teken in de vraag", "'; DROP TABLE x; -- en nog wat", "<script>alert(1)</script>", "😀" * 50],
)
def test_hostile_text_is_refused_or_stored_as_text(client: Client, value: str) -> None:
    response = send(client, question=value)
    assert response.status_code in (302, 422)
    assert "<script>alert" not in response.content.decode()


def test_sending_twice_stores_once(client: Client) -> None:
    submission = str(uuid.uuid4())
    first, second = (client.post("/vraag-stellen/", {**GOOD, "submission": submission}) for _ in range(2))
    assert first.status_code == second.status_code == 302
    assert Question.objects.count() == 1


@pytest.mark.parametrize(
    "change",
    [
        {"question": "En hoe help ik een gezin met schulden en schaamte?"},
        {"context": "Het gaat om drie kinderen."},
        {"email": "collega@example.org"},
        {"may_publish": "on"},
    ],
)
def test_what_was_changed_and_sent_again_is_another_question_once(
    client: Client, change: dict[str, str]
) -> None:
    same = str(uuid.uuid4())
    references = [
        client.get(send(client, submission=same, **more).url).context["reference"]
        for more in ({}, change, change, {})
    ]
    assert references[0] == references[3] != references[1] == references[2]
    first, second = Question.objects.order_by("pk")
    assert first.question == GOOD["question"] and not hasattr(first, "contact") and not first.may_publish
    changed = {
        "question": second.question,
        "context": second.context,
        "email": second.contact.email if hasattr(second, "contact") else "",
        "may_publish": "on" if second.may_publish else "",
    }
    assert {**changed, **change} == changed


def test_a_robot_is_thanked_and_nothing_is_kept(client: Client) -> None:
    assert send(client, website="http://spam.example").status_code == 302
    assert not Question.objects.exists()


def test_a_bent_confirmation_address_leads_back(client: Client) -> None:
    assert client.get("/vraag-stellen/ontvangen/xxx/").status_code == 302


def test_nothing_typed_reaches_a_log(client: Client, caplog: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from kenniscentrum.logs import PrivateFormatter

    def fails(*args: Any, **kwargs: Any) -> None:
        raise RuntimeError("kan niet opslaan: geheimwoord")

    monkeypatch.setattr(Question.objects, "get_or_create", fails)
    client.raise_request_exception = False
    with caplog.at_level(logging.DEBUG):
        assert send(client, question="Een vraag met geheimwoord erin?").status_code == 500
    lines = [PrivateFormatter().format(record) for record in caplog.records]
    assert any("RuntimeError" in line for line in lines)
    assert not any("geheimwoord" in line for line in lines)


def test_questions_are_visible_to_their_handlers_alone(client: Client, publisher: User, writer: User) -> None:
    send(client)
    question = Question.objects.get()
    detail = f"/beheer/ingezonden-vragen/{question.reference}/"
    assert client.get("/beheer/ingezonden-vragen/").status_code == 302
    client.force_login(writer)
    assert client.get(detail).status_code in (302, 404)
    assert question.question not in client.get("/beheer/ingezonden-vragen/", follow=True).content.decode()
    question.assigned_to = writer
    question.save()
    assert question.question in client.get(detail).content.decode()
    assert client.post(f"{detail}afwijzen/", {"reason": "outside"}).status_code in (302, 403)
    question.refresh_from_db()
    assert question.status == Question.Status.NEW
    client.force_login(publisher)
    assert question.question in client.get("/beheer/ingezonden-vragen/").content.decode()


def test_the_inbox_filters(client: Client, publisher: User) -> None:
    send(client, question="Eerste vraag over wonen?")
    send(client, question="Tweede vraag over geld?")
    Question.objects.filter(question__startswith="Eerste").update(status="published", assigned_to=publisher)
    client.force_login(publisher)
    for query, there, gone in (("status=new", "Tweede", "Eerste"), ("assigned=me", "Eerste", "Tweede")):
        page = client.get(f"/beheer/ingezonden-vragen/?{query}").content.decode()
        assert there in page and gone not in page
