"""Unique words in every input of asking: a stopped one is nowhere, a stored one only where the register says, and after
erasing or the terms nothing of it is left: not in the database, the logs, the mail folder or any other file.
"""

import logging
import uuid
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.db import connection
from django.test import Client

from content.mail import folder
from content.mail.delivery import deliver_due
from content.models import Question, SuspectQuestion
from content.privacy.register import REGISTER
from content.privacy.retention import erase_due
from content.questions.asker import CONFIRM, status_path

pytestmark = pytest.mark.django_db
URL = "/vraag-stellen/"
WORDS = {
    "question": "appelmoesvraagteken",
    "context": "appelmoessituatie",
    "profession": "appelmoesberoep",
    "email": "appelmoesadres",
}
FIELDS = {
    "question": {"Question.question"},
    "context": {"Question.context"},
    "profession": {"Question.profession"},
    "email": {"Contact.email", "OutgoingMail.to"},
}
HEADERS = {
    "HTTP_USER_AGENT": "appelmoesbrowser",
    "HTTP_REFERER": "http://testserver/appelmoesherkomst",
    "HTTP_X_FORWARDED_FOR": "203.0.113.77",
    "HTTP_COOKIE": "proef=appelmoeskoekje",
    "REMOTE_ADDR": "198.51.100.77",
}
NEVER = ("appelmoesbrowser", "appelmoesherkomst", "appelmoeskoekje", "203.0.113.77", "198.51.100.77")
STOPPED = "123456782"
FORM = {
    "question": f"Wat doe ik met {WORDS['question']} in een gezin?",
    "context": f"Een moeder met {WORDS['context']}.",
    "profession": WORDS["profession"],
    "email": f"{WORDS['email']}@example.org",
    "urgency": "week",
    "may_publish": "on",
}


@pytest.fixture(autouse=True)
def in_folder(settings: Any, tmp_path: Path) -> None:
    settings.EMAIL_BACKEND, settings.DATA_DIR = folder.BACKEND, tmp_path
    settings.ASK_PER_HOUR = 100


def rows_with(text: str) -> set[str]:
    """Model and field of every row in the database that holds a text."""
    return {
        f"{model.__name__}.{field.name}"
        for model in apps.get_models()
        for row in model._base_manager.all()
        for field in model._meta.concrete_fields
        if text in str(field.value_from_object(row))
    }


def files_with(text: str, place: Path) -> list[str]:
    return [file.name for file in place.rglob("*") if file.is_file() and text.encode() in file.read_bytes()]


def post(client: Client, **changes: str) -> Any:
    data = {**FORM, "submission": str(uuid.uuid4()), **changes}
    return client.post(URL, data, **HEADERS)


def whole_way(client: Client) -> Question:
    """Every page of asking, with the words in it."""
    client.post(f"{URL}bekend/", {name: FORM[name] for name in ("question", "context")}, **HEADERS)
    post(client)
    post(client, action="edit")
    assert post(client, context=f"Zijn BSN is {STOPPED}. {FORM['context']}").status_code == 422
    assert post(client, context=f"Mevrouw Yilmaz {FORM['context']}", action="replace").status_code == 200
    assert post(client, email="geen adres appelmoesfout").status_code == 422
    sent = post(client, action="send")
    assert client.get(sent.url, **HEADERS).status_code == 200
    question = Question.objects.get()
    client.get(status_path(question.reference), **HEADERS)
    return question


def test_a_stored_word_is_only_where_the_register_says(client: Client, tmp_path: Path, caplog: Any) -> None:
    named = {field for kept in REGISTER for field in kept.fields}
    with caplog.at_level(logging.DEBUG):
        whole_way(client)
    for name, word in WORDS.items():
        assert rows_with(word) == FIELDS[name] and FIELDS[name] <= named
        assert not any(
            word in record.getMessage() for record in caplog.records if record.name != "django.db.backends"
        )
    for word in (*NEVER, STOPPED, "Yilmaz", "appelmoesfout"):
        assert not rows_with(word) and not files_with(word, tmp_path)
    deliver_due()
    assert rows_with(WORDS["email"]) == {"Contact.email"}, "whom a mail was to is erased once it is sent"
    assert not any(files_with(WORDS[name], tmp_path) for name in ("question", "context", "profession"))


@pytest.mark.parametrize("apart", [False, True])
def test_after_erasing_there_is_nothing(client: Client, settings: Any, tmp_path: Path, apart: bool) -> None:
    if apart:
        post(client, question=f"[url=x]{FORM['question']}", action="send")
        reference = SuspectQuestion.objects.get().reference
        assert rows_with(WORDS["question"]) == {"SuspectQuestion.sent"}
        assert rows_with(WORDS["email"]) == {"SuspectContact.email"}
    else:
        reference = whole_way(client).reference
        client.post(f"{URL}adres/{CONFIRM.token(reference)}/")
    client.post(f"{status_path(reference)}wissen/", **HEADERS)
    assert not rows_with("appelmoes") and not rows_with(reference)


def test_after_the_terms_there_is_nothing(client: Client, settings: Any, tmp_path: Path) -> None:
    question = whole_way(client)
    deliver_due()
    assert files_with(WORDS["email"], tmp_path), "a development machine keeps the mail itself"
    settings.KEEP_OPEN_DAYS = settings.KEEP_MAIL_DAYS = 0
    erase_due()
    assert not rows_with("appelmoes") and not rows_with(question.reference)
    assert not files_with("appelmoes", tmp_path)


def test_a_file_of_sqlite_forgets_what_is_deleted() -> None:
    if connection.vendor != "sqlite":
        pytest.skip("another database")
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA secure_delete")
        assert cursor.fetchone() == (1,)
