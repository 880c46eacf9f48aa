"""Every address of questions × every role: who gets in, and that links open nothing but what they are for."""

import datetime
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.core import signing
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from content import signed
from content.admin.questions.operations import OPERATIONS
from content.handling import answers, experts
from content.models import CannedReply, Contact, Invitation, Question
from content.questions.asker import CONFIRM, STATUS

pytestmark = pytest.mark.django_db
SECRET, ADDRESS = "kwartelvlucht", "vrager@example.org"
ROLES = ("bezoeker", "Redacteur", "toegewezen", "Eindredacteur", "beheerder")
HANDLERS = ("Eindredacteur", "beheerder")
THEIRS = ("toegewezen", *HANDLERS)
DESK = "/beheer/ingezonden-vragen/"
# Address (with the reference or number filled in): who may open it. Those of the steps are added from the steps themselves.
ADMIN: dict[str, tuple[str, ...]] = {
    DESK: THEIRS,
    DESK + "{reference}/": THEIRS,
    "/beheer/apart-gehouden-vragen/": HANDLERS,
    "/beheer/snippets/content/cannedreply/": HANDLERS,
    "/beheer/snippets/content/cannedreply/edit/{reply}/": HANDLERS,
}
ASSIGNEE_STEPS = {
    "verwoorden",
    "antwoord",
    "koppelen",
    "deskundige",
    "notitie",
    "intrekken",
    "opnieuw-versturen",
    "overnemen",
}
CLOSED_NOW = {
    "losmaken",
    "heropenen",
    "opnieuw-versturen",
    "overnemen",
}  # from where the question stands below


@pytest.fixture
def question() -> Question:
    made: Question = Question.objects.create(
        question=f"Wat doe ik met {SECRET}?", profession="wijkteam", may_publish=True, status="assigned"
    )
    Contact.objects.create(question=made, email=ADDRESS, confirmed_at=timezone.now())
    return made


@pytest.fixture
def invitation(question: Question) -> Invitation:
    handler = User.objects.create_superuser("h", password="x")
    answers.set_wording(question, handler, "Een vraag in algemene woorden?", "")
    return experts.invite(question, handler, "deskundige@example.org", "Vos", "jurist", 14)


def log_in(client: Client, role: str, question: Question) -> None:
    if role == "bezoeker":
        return
    made = User.objects.create_user(f"u-{role}", password="x", is_superuser=role == "beheerder")
    if role != "beheerder":
        made.groups.add(Group.objects.get(name="Redacteur" if role == "toegewezen" else role))
    if role == "toegewezen":
        question.assigned_to = made
        question.save()
    client.force_login(made)


@pytest.mark.parametrize("role", ROLES)
def test_the_matrix_of_the_admin(client: Client, question: Question, role: str) -> None:
    reply = CannedReply.objects.create(title="Proef", text="Proef")
    log_in(client, role, question)
    steps = {
        f"{DESK}{question.reference}/{name}/": THEIRS if name in ASSIGNEE_STEPS else HANDLERS
        for name in OPERATIONS
    }
    for address, allowed in {**ADMIN, **steps}.items():
        response = client.get(address.format(reference=question.reference, reply=reply.pk))
        closed = address.rstrip("/").rpartition("/")[2] in CLOSED_NOW
        wanted = 302 if closed else 200
        if role in allowed:
            assert response.status_code == wanted, (address, response.status_code)
        else:
            assert response.status_code in (302, 403, 404), (address, response.status_code)
            assert SECRET not in response.content.decode()


@pytest.mark.parametrize("role", ("bezoeker", "Redacteur", "toegewezen"))
def test_no_role_takes_a_step_that_is_not_theirs_by_posting(
    client: Client, question: Question, role: str
) -> None:
    log_in(client, role, question)
    before = Question.objects.values().get()
    for name in set(OPERATIONS) - (ASSIGNEE_STEPS if role == "toegewezen" else set()):
        client.post(f"{DESK}{question.reference}/{name}/", {"reason": "outside", "to": "1"})
    assert Question.objects.values().get() == before


@pytest.mark.parametrize("role", ("Redacteur", "toegewezen", "Eindredacteur"))
def test_search_reports_and_logs_of_the_admin_tell_nothing_of_questions(
    client: Client, question: Question, role: str
) -> None:
    log_in(client, role, question)
    for address in (
        f"/beheer/pages/search/?q={SECRET}",
        f"/beheer/snippets/content/cannedreply/?q={SECRET}",
        "/beheer/reports/site-history/",
        "/beheer/",
    ):
        page = client.get(address, follow=True).content.decode().replace(f"q={SECRET}", "")
        assert f"Wat doe ik met {SECRET}" not in page, address
        assert ADDRESS not in page


def test_nobody_in_the_admin_sees_an_address_of_an_asker(client: Client, question: Question) -> None:
    log_in(client, "beheerder", question)
    for address in (DESK, f"{DESK}{question.reference}/", f"{DESK}{question.reference}/antwoord/"):
        page = client.get(address).content.decode()
        assert SECRET in page and ADDRESS not in page


def test_the_experts_link_opens_the_wording_and_nothing_else(
    client: Client, question: Question, invitation: Invitation
) -> None:
    link = experts.link_path(invitation)
    response = client.get(link)
    page = response.content.decode()
    assert response.status_code == 200
    assert SECRET not in page and ADDRESS not in page and question.reference not in page
    assert response["Referrer-Policy"] == "no-referrer" and "no-store" in response["Cache-Control"]
    assert "noindex" in response["X-Robots-Tag"] and not response.cookies
    assert "http" not in page.replace(link, "").split("<main", 1)[1].split("</main>")[0]
    for address in (DESK, f"{DESK}{question.reference}/", reverse("my-question", args=[link.split("/")[2]])):
        assert SECRET not in client.get(address, follow=True).content.decode()


@pytest.mark.parametrize("view", ("my-question", "confirm-address", "erase-mine", "my-data", "asked"))
def test_the_experts_token_is_worth_nothing_elsewhere(
    client: Client, question: Question, invitation: Invitation, view: str
) -> None:
    token = experts.LINK.token(str(invitation.nonce))
    for method in (client.get, client.post):
        assert SECRET not in method(reverse(view, args=[token]), follow=True).content.decode()
    assert Question.objects.filter(pk=question.pk).exists()


def test_no_other_token_opens_the_experts_page(
    client: Client, question: Question, invitation: Invitation
) -> None:
    right = experts.LINK.token(str(invitation.nonce))
    body, signature = right.rsplit(":", 1)
    wrong = [
        STATUS.token(question.reference),
        STATUS.token(str(invitation.nonce)),
        CONFIRM.token(str(invitation.nonce)),
        signing.dumps(str(invitation.nonce)),
        str(invitation.nonce),
        str(invitation.pk),
        f"{body}:{signature[:-2]}xx",
        right.swapcase(),
        "x" * 5000,
        "%00",
    ]
    for token in wrong:
        response = client.get(f"/deskundige/{token}/")
        assert response.status_code in (404, 410), token[:40]
        assert "algemene woorden?" not in response.content.decode()
        assert client.post(f"/deskundige/{token}/", {"short_answer": "Proef"}).status_code in (404, 410)
    assert not Invitation.objects.get().written_at


def test_an_experts_link_runs_out_by_its_signature_too(
    client: Client, invitation: Invitation, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = experts.link_path(invitation)
    Invitation.objects.update(expires_at=timezone.now() + datetime.timedelta(days=999))
    later = signing.time.time() + (experts.LINK.days + 1) * signed.SECONDS_A_DAY
    monkeypatch.setattr(signing.time, "time", lambda: later)
    assert client.get(link).status_code == 410


def test_no_address_of_questions_is_in_sitemap_api_or_feed(
    client: Client, question: Question, demo: Any
) -> None:
    for address in ("/sitemap.xml", "/api/", f"/zoeken/?q={SECRET}", f"/feeds/zoeken.atom?q={SECRET}"):
        page = client.get(address, follow=True).content.decode()
        assert question.reference not in page and f"met {SECRET}" not in page
