"""The mail queue: in the caller's transaction, once, and patient with a mail server that is away, slow or unwilling."""

import datetime
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import transaction
from django.test import Client
from django.utils import timezone

from content.mail import delivery, folder, forget_mails, queue_mail
from content.mail.delivery import deliver_due
from content.models import OutgoingMail
from content.privacy.retention import erase_due
from content.privacy.terms import UNDELIVERED
from tests.mailserver import ACCEPTED, REFUSED_FOR_GOOD, REFUSED_FOR_NOW, MailServer, mail_server, text_of

pytestmark = pytest.mark.django_db
CONTEXT = {"reference": "K7PD-3XQM", "confirm_path": "/vraag-stellen/mijn-vraag/abc/", "days": 14}


def queue(key: str = "proef-1/received", to: str = "collega@example.org", **more: Any) -> OutgoingMail:
    return queue_mail(key=key, to=to, template="question_received", context=CONTEXT, **more)


@pytest.fixture
def server(settings: Any) -> Iterator[MailServer]:
    with mail_server() as running:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", running.port
        settings.EMAIL_TIMEOUT = 1
        yield running


def later() -> None:
    """Let the time between attempts pass."""
    OutgoingMail.objects.update(due_at=timezone.now())


def test_a_mail_is_text_and_html_in_dutch_and_says_who_we_are(server: MailServer, settings: Any) -> None:
    queue(headers={"List-Unsubscribe": "<https://example.org/af>"})
    assert deliver_due() == 1
    [message] = server.received
    assert message["Subject"] == "Bevestig uw e-mailadres voor uw vraag K7PD-3XQM"
    assert message["To"] == "collega@example.org" and message["From"] == settings.DEFAULT_FROM_EMAIL
    assert message["List-Unsubscribe"] == "<https://example.org/af>"
    assert message["Auto-Submitted"] == "auto-generated"
    link = f"{settings.BASE_URL}/vraag-stellen/mijn-vraag/abc/"
    html = message.get_body(preferencelist=("html",))
    assert html and link in text_of(message) and f'href="{link}"' in html.get_content()
    assert text_of(message).startswith("Goedendag")


def test_text_is_not_escaped_and_html_is(server: MailServer) -> None:
    queue_mail(
        key="x", to="a@example.org", template="question_received", context={**CONTEXT, "reference": "<R&D>"}
    )
    deliver_due()
    [message] = server.received
    html = message.get_body(preferencelist=("html",))
    assert html and "<R&D>" in text_of(message) and "&lt;R&amp;D&gt;" in html.get_content()


def test_the_same_key_queues_and_sends_one_mail(server: MailServer) -> None:
    first, again = queue(), queue()
    assert first.pk == again.pk
    assert (deliver_due(), deliver_due()) == (1, 0)
    queue()
    assert deliver_due() == 0 and len(server.received) == 1


def test_a_transaction_that_fails_sends_nothing(server: MailServer) -> None:
    with pytest.raises(RuntimeError), transaction.atomic():
        queue()
        raise RuntimeError
    assert deliver_due() == 0 and not server.received


def test_whom_and_what_are_erased_once_it_is_sent(server: MailServer) -> None:
    mail = queue()
    deliver_due()
    mail.refresh_from_db()
    assert (mail.state, mail.to, mail.subject, mail.text, mail.html, mail.headers) == (
        "sent",
        "",
        "",
        "",
        "",
        {},
    )
    assert mail.done_at


def test_a_server_that_is_away_costs_one_try_and_each_mail_goes_once_when_it_is_back(
    server: MailServer,
) -> None:
    for number in range(5):
        queue(key=f"proef-{number}/x", to=f"collega{number}@example.org")
    server.stop()
    assert deliver_due() == 0
    assert not delivery.mail_is_due(), "nothing is tried again at once"
    server.start()
    later()
    assert deliver_due() == 5
    later()
    assert deliver_due() == 0
    assert sorted(message["To"] for message in server.received) == [
        f"collega{n}@example.org" for n in range(5)
    ]


@pytest.mark.parametrize("refusal", [REFUSED_FOR_GOOD, REFUSED_FOR_NOW])
def test_a_refusal_postpones_that_mail_and_it_goes_once_later(server: MailServer, refusal: str) -> None:
    mail = queue()
    server.answer = refusal
    assert deliver_due() == 0
    mail.refresh_from_db()
    assert mail.state == "queued" and mail.error == "SMTPRecipientsRefused"
    wait = mail.due_at - timezone.now()
    assert (wait > datetime.timedelta(hours=1)) is (refusal == REFUSED_FOR_GOOD)
    server.answer = ACCEPTED
    later()
    assert deliver_due() == 1 and len(server.received) == 1


def test_a_refused_mail_does_not_keep_the_others_waiting(server: MailServer) -> None:
    queue(key="a")
    server.answer = REFUSED_FOR_GOOD
    deliver_due()
    server.answer = ACCEPTED
    queue(key="b", to="ander@example.org")
    assert deliver_due() == 1 and server.to("ander@example.org")


def test_a_slow_server_ends_the_round_and_its_mail_comes_again_under_the_same_message_id(
    server: MailServer,
) -> None:
    queue(key="a")
    queue(key="b")
    server.go_on.clear()  # it takes the mail, but its answer does not come within the time-out
    assert deliver_due() == 0
    assert len(server.received) == 1 and not delivery.mail_is_due()
    server.go_on.set()
    later()
    assert deliver_due() == 2
    ids = [message["Message-ID"] for message in server.received]
    assert ids[0] in ids[1:] and len(set(ids)) == 2


def test_a_claimed_mail_is_nobody_else_s_until_the_claim_runs_out(
    server: MailServer, monkeypatch: Any
) -> None:
    """What a crash leaves behind: the row is claimed, and nothing more was written."""
    queue()

    class Crash(BaseException):
        pass

    def crash(*args: Any) -> None:
        raise Crash

    with monkeypatch.context() as patched, pytest.raises(Crash):
        patched.setattr(delivery, "_finish", crash)
        deliver_due()
    assert deliver_due() == 0
    assert OutgoingMail.objects.get().due_at > timezone.now()
    later()
    assert deliver_due() == 1
    first, second = server.received
    assert first["Message-ID"] == second["Message-ID"]


def given_up(**fields: Any) -> OutgoingMail:
    """A mail that the server was away for, for days."""
    mail = queue(**fields)
    OutgoingMail.objects.filter(pk=mail.pk).update(state="failed", done_at=timezone.now(), error="OSError")
    return mail


def test_who_handles_questions_tries_a_mail_again_or_erases_it(server: MailServer, client: Client) -> None:
    again, gone = given_up(key="question-1/published"), given_up(key="x-2/y", to="ander@elders.example")
    client.force_login(User.objects.create_superuser("beheer", password="x"))
    page = client.get("/beheer/rapporten/mail/").content.decode()
    assert "wie een vraag stelde" in page and f"{again.to[0]}…@" in page
    assert again.to not in page and gone.to not in page and again.text not in page
    client.post(f"/beheer/rapporten/mail/{again.pk}/", {"decision": "again"})
    client.post(f"/beheer/rapporten/mail/{gone.pk}/", {"decision": "forget"})
    assert "Alle mail is aangekomen" in client.get("/beheer/rapporten/mail/").content.decode()
    assert deliver_due() == 1 and [mail["To"] for mail in server.received] == [again.to]
    gone.refresh_from_db()
    assert (gone.state, gone.to, gone.text) == ("failed", "", "")
    for pk in (again.pk, gone.pk):
        assert client.post(f"/beheer/rapporten/mail/{pk}/", {"decision": "again"}).status_code == 404


def test_who_handles_no_questions_sees_no_mail_and_sends_none(client: Client) -> None:
    mail = given_up()
    client.force_login(User.objects.create_user("r", password="x"))
    client.get("/beheer/rapporten/mail/")
    client.post(f"/beheer/rapporten/mail/{mail.pk}/", {"decision": "again"})
    mail.refresh_from_db()
    assert mail.state == "failed"


def test_after_days_we_give_up_and_after_some_more_we_erase(server: MailServer, caplog: Any) -> None:
    mail = queue()
    server.stop()
    OutgoingMail.objects.update(queued_at=timezone.now() - delivery.GIVE_UP)
    with caplog.at_level(logging.DEBUG):
        deliver_due()
    mail.refresh_from_db()
    assert mail.state == "failed" and mail.to and mail.text, "it can be tried again"
    erase_due()
    assert OutgoingMail.objects.exclude(to="").exists()
    OutgoingMail.objects.update(done_at=timezone.now() - datetime.timedelta(days=UNDELIVERED.days))
    erase_due()
    mail.refresh_from_db()
    assert (mail.state, mail.to, mail.text) == ("failed", "", "")
    assert any(record.levelname == "ERROR" for record in caplog.records)


def test_no_address_is_ever_logged(server: MailServer, caplog: Any) -> None:
    with caplog.at_level(logging.DEBUG):
        queue(to="geheim@example.org")
        server.answer = REFUSED_FOR_GOOD
        deliver_due()
        server.stop()
        later()
        deliver_due()
    ours = [record for record in caplog.records if record.name != "mail.log"]  # which is the server's own
    assert ours and not any("geheim" in record.getMessage() for record in ours)


def test_what_is_forgotten_is_not_sent(server: MailServer) -> None:
    queue(key="question-1/received")
    queue(key="question-12/received")
    forget_mails("question-1/")
    assert deliver_due() == 1 and not OutgoingMail.objects.filter(key="question-1/received").exists()


def test_a_line_end_in_a_header_is_refused() -> None:
    with pytest.raises(ValueError, match="newline"):
        queue(headers={"X-Proef": "a\nBcc: iedereen@example.org"})
    assert not OutgoingMail.objects.exists()


def test_housekeeping_sends_what_a_crash_left(server: MailServer) -> None:
    queue()
    call_command("housekeeping")
    assert len(server.received) == 1


def test_asking_goes_on_while_the_server_is_away_and_the_mail_comes_once_it_is_back(
    server: MailServer, client: Client
) -> None:
    server.stop()
    form = {"question": "Hoe help ik dit gezin met schulden?", "profession": "wijkteam", "action": "send"}
    response = client.post("/vraag-stellen/", {**form, "email": "collega@example.org"})
    assert "Uw vraag is ontvangen" in client.get(response.url).content.decode()
    assert deliver_due() == 0
    server.start()
    later()
    assert (deliver_due(), deliver_due()) == (1, 0)
    assert len(server.to("collega@example.org")) == 1


class TestFolder:
    """Without a mail server: files, and a page that shows them."""

    @pytest.fixture(autouse=True)
    def in_folder(self, settings: Any, tmp_path: Path) -> None:
        settings.EMAIL_BACKEND, settings.DATA_DIR = folder.BACKEND, tmp_path

    def test_a_mail_is_a_file_for_the_owner_and_a_page(self, client: Client, tmp_path: Path) -> None:
        assert "nog geen post" in client.get("/post/").content.decode()
        queue()
        deliver_due()
        [file] = (tmp_path / "mail").iterdir()
        assert file.stat().st_mode & 0o077 == 0
        assert "K7PD-3XQM" in client.get("/post/").content.decode()
        page = client.get(f"/post/{file.stem}/").content.decode()
        assert "/vraag-stellen/mijn-vraag/abc/" in page and "collega@example.org" in page
        shown = client.get(f"/post/{file.stem}/html/")
        assert "sandbox" in shown["Content-Security-Policy"] and "K7PD-3XQM" in shown.content.decode()
        assert "no-store" in shown["Cache-Control"]

    def test_sent_again_it_is_the_same_file(self, tmp_path: Path) -> None:
        mail = queue()
        deliver_due()
        OutgoingMail.objects.filter(pk=mail.pk).update(
            state="queued", to="collega@example.org", due_at=timezone.now()
        )
        deliver_due()
        assert len(list((tmp_path / "mail").iterdir())) == 1

    @pytest.mark.parametrize("address", ["/post/", "/post/x/", "/post/x/html/"])
    def test_the_page_is_not_there_in_production_or_with_a_mail_server(
        self, client: Client, settings: Any, address: str
    ) -> None:
        queue()
        deliver_due()
        settings.PRODUCTION = True
        assert client.get(address).status_code == 404
        settings.PRODUCTION = False
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        assert client.get(address).status_code == 404
