"""Two processes at once, and kill -9 of the worker while it sends: no question and no mail is lost, and none comes twice."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.mailserver import MailServer, mail_server

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 120  # seconds
QUESTIONS = int(os.environ.get("QUESTIONS", "40"))  # of each process; half of them both processes send
MAILS = 12
SEND = """
import sys
from django.test import Client
own, number = {own!r}, {number}
client = Client()
for n in range(number):
    shared = n % 2
    submission = f"{{n:08x}}-0000-4000-8000-{{'0' * 12 if shared else own}}"
    form = {{"question": f"Hoe help ik gezin {{n}} met schulden?", "profession": "wijkteam", "action": "send",
            "email": f"collega{{n}}@example.org", "submission": submission}}
    answer = client.post("/vraag-stellen/", form)
    assert answer.status_code == 302, answer.status_code
"""
COUNT = """
from content.models import Contact, OutgoingMail, Question
print(Question.objects.count(), Contact.objects.count(), OutgoingMail.objects.count())
"""
QUEUE = """
from django.db import transaction
from content.mail import queue_mail
with transaction.atomic():
    for n in range({number}):
        queue_mail(key=f"proef-{{n}}", to=f"collega{{n}}@example.org", template="question_received",
                   context={{"reference": "K7PD-3XQM", "confirm_path": "/", "days": 14}})
"""
CLAIM_RUNS_OUT = """
from django.utils import timezone
from content.models import OutgoingMail
OutgoingMail.objects.update(due_at=timezone.now())
"""
STATES = """
from content.models import OutgoingMail
print(sorted(set(OutgoingMail.objects.values_list("state", "to", "text"))))
"""

pytestmark = pytest.mark.slow


@pytest.fixture
def server() -> Iterator[MailServer]:
    with mail_server() as running:
        yield running


def environment(folder: Path, **more: str) -> dict[str, str]:
    names = ("DATABASE_URL", "ELASTICSEARCH_URL")
    kept = {key: value for key, value in os.environ.items() if key not in names}
    return {
        **kept,
        "DATA_DIR": str(folder),
        "DJANGO_SETTINGS_MODULE": "kenniscentrum.settings.base",
        "ASK_MIN_SECONDS": "0",
        "ASK_PER_HOUR": "0",
        **more,
    }


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def database(request: Any, tmp_path: Path) -> dict[str, str]:
    """The environment of a site on an empty database of a kind."""
    if request.param == "sqlite":
        return environment(tmp_path)
    return environment(tmp_path, DATABASE_URL=request.getfixturevalue("postgres_url"))


def start(env: dict[str, str], *arguments: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "manage.py", *arguments]
    return subprocess.Popen(
        command, cwd=ROOT, env=env, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )


def manage(env: dict[str, str], *arguments: str) -> str:
    process = start(env, *arguments)
    out, err = process.communicate()
    assert process.returncode == 0, err
    return out


def wait_until(reached: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not reached():
        assert time.monotonic() < deadline, "not reached"
        time.sleep(0.1)


def test_two_processes_send_at_once_and_nothing_is_lost_or_doubled(database: dict[str, str]) -> None:
    manage(database, "migrate", "-v0")
    senders = [
        start(database, "shell", "-v0", "-c", SEND.format(own=str(number) * 12, number=QUESTIONS))
        for number in (1, 2)
    ]
    for sender in senders:
        _, err = sender.communicate(timeout=PATIENCE * 4)
        assert sender.returncode == 0, err
    expected = QUESTIONS + (QUESTIONS + 1) // 2
    counted = [int(word) for word in manage(database, "shell", "-v0", "-c", COUNT).split()]
    assert counted == [expected] * 3


def test_a_worker_killed_while_it_sends_loses_no_mail(server: MailServer, tmp_path: Path) -> None:
    env = environment(tmp_path, EMAIL_URL=server.url)
    manage(env, "migrate", "-v0")
    manage(env, "shell", "-v0", "-c", QUEUE.format(number=MAILS))

    server.go_on.clear()  # the server has the mail, and the worker waits for its answer
    worker = start(env, "worker")
    assert server.arrived.wait(PATIENCE)
    worker.send_signal(signal.SIGKILL)
    worker.communicate()
    server.go_on.set()
    [cut_off] = server.received

    manage(env, "shell", "-v0", "-c", CLAIM_RUNS_OUT)
    worker = start(env, "worker")
    try:
        wait_until(lambda: len({message["To"] for message in server.received[1:]}) == MAILS)
    finally:
        worker.send_signal(signal.SIGTERM)
        worker.communicate(timeout=PATIENCE)
    for number in range(MAILS):
        mails = server.to(f"collega{number}@example.org")
        assert len(mails) == (2 if mails[0]["To"] == cut_off["To"] else 1)
        assert len({mail["Message-ID"] for mail in mails}) == 1
    assert manage(env, "shell", "-v0", "-c", STATES).strip() == "[('sent', '', '')]"
