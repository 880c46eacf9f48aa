"""Privacy as built: the register names every field, and what it promises happens."""

import csv
import datetime
import io
import uuid
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, User
from django.core.management import call_command
from django.db import models
from django.test import Client
from django.utils import timezone

from content.mail import queue_mail
from content.models import Contact, Follow, OutgoingMail, PlainPage, Question, Remark, SuspectQuestion
from content.privacy import terms
from content.privacy.register import REGISTER, WITHOUT_PERSON
from content.privacy.retention import erase_due

pytestmark = pytest.mark.django_db
OTHERS = (SuspectQuestion, Remark, Follow)


def models_about_people() -> set[type[models.Model]]:
    """Models of askers, readers and experts: the question, all that hangs on it, and all that holds an address."""
    ours = [model for room in ("content", "search") for model in apps.get_app_config(room).get_models()]
    hanging = {relation.related_model for relation in Question._meta.related_objects}
    hanging |= {model for model in ours if any(isinstance(f, models.EmailField) for f in model._meta.fields)}
    return ({Question, *OTHERS} | hanging) & set(ours)


def fields_of(model: type[models.Model]) -> set[str]:
    own = [*model._meta.concrete_fields, *model._meta.local_many_to_many]
    return {f"{model.__name__}.{field.name}" for field in own}


def test_the_register_names_every_field_about_a_person_and_no_other() -> None:
    named = [field for kept in REGISTER for field in kept.fields]
    there = {field for model in models_about_people() for field in fields_of(model)}
    assert len(named) == len(set(named)) and not set(named) & WITHOUT_PERSON
    assert there - set(named) - WITHOUT_PERSON == set(), (
        "say in content/privacy/register.py what these are kept for"
    )
    assert (set(named) | WITHOUT_PERSON) - there == set(), "the register names what is not there"


def test_the_privacy_page_shows_the_register_with_the_terms_of_the_settings(
    client: Client, settings: Any
) -> None:
    settings.KEEP_CONTACT_DAYS = 17
    page = client.get(PlainPage.objects.get(slug="privacy").url).content.decode()
    for kept in REGISTER:
        assert kept.what in page and kept.purpose in page
    assert "tot 17 dagen na het antwoord" in page
    assert "register__table" not in client.get("/over/").content.decode()


def test_the_register_can_be_downloaded_by_editors_alone(client: Client, settings: Any) -> None:
    settings.KEEP_SUSPECT_DAYS = 3
    assert client.get("/beheer/rapporten/verwerkingen.csv").status_code == 302
    user = User.objects.create_user("r", password="x")
    user.groups.add(Group.objects.get(name="Redacteur"))
    client.force_login(user)
    assert REGISTER[0].what in client.get("/beheer/rapporten/verwerkingen/").content.decode()
    rows = list(
        csv.DictReader(io.StringIO(client.get("/beheer/rapporten/verwerkingen.csv").content.decode()))
    )
    assert rows == client.get("/beheer/rapporten/verwerkingen.json").json()
    assert len(rows) == len(REGISTER)
    assert any(row["bewaartermijn"] == "hoogstens 3 dagen" for row in rows)
    assert client.get("/beheer/rapporten/verwerkingen.exe").status_code == 404


def days_ago(days: float) -> datetime.datetime:
    return timezone.now() - datetime.timedelta(days=days)


def question(status: str, since: float, *, received: float = 0, email: str = "", **more: Any) -> Question:
    row = Question.objects.create(
        question="Vraag?",
        profession="wijkteam",
        status=status,
        status_since=days_ago(since),
        received_at=days_ago(received),
        **more,
    )
    if email:
        Contact.objects.create(question=row, email=email, confirmed_at=timezone.now())
    return row


def kept(row: Question) -> tuple[bool, bool]:
    """Whether the question is still there, and its contact."""
    return Question.objects.filter(pk=row.pk).exists(), Contact.objects.filter(question_id=row.pk).exists()


@pytest.mark.parametrize("status", ["published", "declined"])
def test_the_address_goes_first_and_the_question_later(status: str, settings: Any) -> None:
    settings.KEEP_CONTACT_DAYS, settings.KEEP_QUESTION_DAYS = 10, 20
    fresh = question(status, 9, email="a@example.org")
    older = question(status, 11, email="a@example.org")
    oldest = question(status, 21, email="a@example.org")
    erase_due()
    assert (kept(fresh), kept(older), kept(oldest)) == ((True, True), (True, False), (False, False))


@pytest.mark.parametrize("status", ["new", "assigned", "expert", "drafted"])
def test_an_open_question_keeps_its_address_until_the_last_term(status: str, settings: Any) -> None:
    settings.KEEP_OPEN_DAYS = 100
    waiting = question(status, 90, received=99, email="a@example.org")
    forgotten = question(status, 90, received=101, email="a@example.org")
    erase_due()
    assert (kept(waiting), kept(forgotten)) == ((True, True), (False, False))


def test_a_merged_question_goes_by_the_one_it_was_merged_with(settings: Any) -> None:
    settings.KEEP_CONTACT_DAYS, settings.KEEP_QUESTION_DAYS = 10, 20
    waiting, answered = question("new", 50), question("published", 11)
    first = question("duplicate", 50, email="a@example.org", duplicate_of=waiting)
    second = question("duplicate", 50, email="a@example.org", duplicate_of=answered)
    erase_due()
    assert (kept(first), kept(second)) == ((True, True), (True, False))


def test_an_address_that_nobody_confirmed_goes_and_the_question_stays(settings: Any) -> None:
    settings.KEEP_UNCONFIRMED_DAYS = 5
    row = question("new", 0, email="a@example.org")
    Contact.objects.update(confirmed_at=None, given_at=days_ago(4))
    erase_due()
    assert kept(row) == (True, True)
    Contact.objects.update(given_at=days_ago(6))
    erase_due()
    assert kept(row) == (True, False)


def test_housekeeping_erases_suspects_and_traces_of_mail(settings: Any, tmp_path: Path) -> None:
    settings.KEEP_SUSPECT_DAYS = settings.KEEP_MAIL_DAYS = 5
    settings.DATA_DIR = tmp_path
    for days in (4, 6):
        SuspectQuestion.objects.create(
            submission=uuid.uuid4(), reason="many", sent={}, received_at=days_ago(days)
        )
        mail = queue_mail(
            key=f"proef-{days}",
            to="a@example.org",
            template="question_received",
            context={"confirm_path": "/"},
        )
        OutgoingMail.objects.filter(pk=mail.pk).update(state="sent", done_at=days_ago(days))
    call_command("housekeeping")
    assert SuspectQuestion.objects.count() == 1
    assert list(OutgoingMail.objects.values_list("key", flat=True)) == ["proef-4"]


def test_every_term_is_a_number_of_days_in_words() -> None:
    for term in vars(terms).values():
        if isinstance(term, terms.Term):
            assert term.days > 0 and str(term.days) in term.shown
