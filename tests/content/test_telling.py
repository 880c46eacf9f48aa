"""Who hears of an answer, and how often: once of each page, however long ago, and never of the wrong one for good."""

import datetime
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from content.handling import answers, closing, publishing
from content.mail.delivery import deliver_due
from content.models import AnswerPage, Contact, OutgoingMail, Question
from content.privacy.retention import erase_due

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vocabulary")]


@pytest.fixture
def handler() -> User:
    made = User.objects.create_user("handler", password="x")
    made.groups.add(Group.objects.get(name="Eindredacteur"))
    return made


def asked(text: str = "Hoe help ik een moeder met huurschuld?", email: str = "", **fields: Any) -> Question:
    question = Question.objects.create(
        question=text, profession="wijkteam", **{"may_publish": True, **fields}
    )
    if email:
        Contact.objects.create(question=question, email=email, confirmed_at=timezone.now())
    return question


def publish(question: Question, by: User, title: str = "Hoe help ik bij schuld?") -> AnswerPage:
    page = answers.make(question, by, wording=(title, ""))
    page.save_revision().publish()
    page.refresh_from_db()
    return page


def fresh(question: Question) -> Question:
    return Question.objects.get(pk=question.pk)


def told(question: Question) -> list[OutgoingMail]:
    return list(OutgoingMail.objects.filter(key__startswith=f"question-{question.pk}/answered"))


def days_pass(days: int) -> None:
    """Let everything that is kept be so many days older."""
    for row in Question.objects.all():
        row.status_since -= datetime.timedelta(days=days)
        row.save(update_fields=["status_since"])
    for mail in OutgoingMail.objects.exclude(done_at=None):
        mail.done_at -= datetime.timedelta(days=days)
        mail.save(update_fields=["done_at"])


def test_an_answer_that_returns_is_not_mailed_again_once_the_trace_of_the_mail_is_gone(handler: User) -> None:
    question = asked(email="een@example.org")
    page = publish(question, handler)
    assert deliver_due() == 1
    days_pass(20)
    page.unpublish()
    page.save_revision().publish()
    days_pass(11)
    erase_due()
    assert not told(question) and Contact.objects.filter(question=question).exists()
    publishing.settle_all()
    assert not told(question), "it was told on day 0"


def test_who_was_merged_by_mistake_hears_of_the_real_answer(handler: User) -> None:
    other = asked("Wie voert de regie?")
    wrong = publish(other, handler, "Wie voert de regie?")
    question = asked(email="een@example.org")
    closing.merge(question, fresh(other), handler)
    assert [wrong.title in mail.text for mail in told(question)] == [True]
    closing.separate(fresh(question), handler)
    real = publish(fresh(question), handler)
    assert [real.title in mail.text for mail in told(question)] == [False, True]
    publishing.settle_all()
    assert len(told(question)) == 2


@pytest.mark.parametrize(
    ("allowed", "said"),
    [(True, "Staat uw vraag erbij, dan in algemene woorden"), (False, "Uw vraag zelf staat er niet in")],
)
def test_the_mail_says_of_the_question_what_its_asker_chose(handler: User, allowed: bool, said: str) -> None:
    page = publish(asked("Wie voert de regie?"), handler)
    question = asked(email="een@example.org", may_publish=allowed)
    answers.link(question, handler, page)
    [mail] = told(question)
    assert said in mail.text and said in mail.html
    assert ("algemene woorden" in mail.text) is allowed


def test_when_nobody_waits_settling_asks_next_to_nothing(handler: User) -> None:
    for number in range(3):
        leading = asked(email=f"a{number}@example.org")
        publish(leading, handler)
        closing.merge(asked(email=f"b{number}@example.org"), fresh(leading), handler)
    asked(email="nieuw@example.org")
    with CaptureQueriesContext(connection) as queries:
        publishing.settle_all()
    assert len(queries) <= 2, [query["sql"] for query in queries.captured_queries]


def test_what_a_crash_cut_off_is_settled_later(handler: User) -> None:
    question = asked(email="een@example.org")
    page = publish(question, handler)
    Question.objects.filter(pk=question.pk).update(status="drafted")
    Contact.objects.update(told_of=None)
    OutgoingMail.objects.all().delete()
    publishing.settle_all()
    assert fresh(question).status == Question.Status.PUBLISHED
    assert Contact.objects.get().told_of == page and len(told(question)) == 1
