"""Handling a question: the steps and who takes them, from question to answer, merging, declining and experts."""

import datetime
import re
from importlib import import_module
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, User
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from content.handling import answers, closing, experts, nearness
from content.handling.steps import STEPS, StepRefused, Who, open_steps, take
from content.models import AnswerPage, CannedReply, Contact, Invitation, OutgoingMail, Question
from content.models.handling import Status
from content.privacy.terms import INVITATION
from content.questions.asker import erase

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vocabulary")]
DESK = "/beheer/ingezonden-vragen/"
RAW = "Hoe help ik de moeder van Fatima Yilmaz met haar huurschuld?"
WORDED = "Hoe help ik een moeder met huurschuld?"


@pytest.fixture
def handler() -> User:
    return user("handler", "Eindredacteur")


@pytest.fixture
def writer() -> User:
    return user("writer", "Redacteur")


def user(name: str, group: str) -> User:
    made = User.objects.create_user(name, password="x")
    made.groups.add(Group.objects.get(name=group))
    return made


def asked(text: str = RAW, email: str = "", confirmed: bool = True, **fields: Any) -> Question:
    question = Question.objects.create(question=text, profession="wijkteam", may_publish=True, **fields)
    if email:
        Contact.objects.create(
            question=question, email=email, confirmed_at=timezone.now() if confirmed else None
        )
    return question


def act(client: Client, question: Question, step: str, **data: Any) -> Any:
    return client.post(f"{DESK}{question.reference}/{step}/", data)


def fresh(question: Question) -> Question:
    return Question.objects.get(pk=question.pk)


def mails(part: str) -> list[OutgoingMail]:
    return list(OutgoingMail.objects.filter(key__contains=part).order_by("pk"))


def mailed_link() -> str:
    """The address in the one mail that waits for an expert."""
    [mail] = mails("invitation-")
    found = re.search(r"/deskundige/\S+", mail.text)
    assert found, mail.text
    return found.group()


def answer(question: Question, by: User) -> AnswerPage:
    return answers.make(question, by, wording=(WORDED, "Zij heeft drie kinderen."))


def test_the_table_leads_from_every_state_but_the_end_and_each_step_has_somebody() -> None:
    for name, step in STEPS.items():
        assert step.who, name
        assert set(step.leads) <= set(Status) and set(step.leads.values()) <= set(Status)
    for state in Status:
        people = {Who.HANDLER, Who.ASSIGNEE}
        assert any(state in step.leads and step.who & people for step in STEPS.values())


def test_who_is_no_handler_takes_no_step_that_is_not_theirs(writer: User, handler: User) -> None:
    question = asked(assigned_to=writer, status=Status.ASSIGNED)
    assert {"word", "invite", "draft", "note"} <= open_steps(writer, question)
    assert not {"decline", "merge", "assign", "publish"} & open_steps(writer, question)
    for name in ("decline", "publish"):
        with pytest.raises(StepRefused):
            take(question, name, by=writer)
    with pytest.raises(StepRefused):
        take(question, "reopen", by=handler)
    assert fresh(question).status == Status.ASSIGNED and not question.events.exists()


def test_of_two_who_are_at_it_the_second_is_told(client: Client, handler: User) -> None:
    question = asked()
    stale = fresh(question)
    closing.decline(question, handler, "outside", "")
    with pytest.raises(StepRefused, match="niet in behandeling"):
        take(stale, "draft", by=handler)
    client.force_login(handler)
    page = client.get(f"{DESK}{question.reference}/antwoord/", follow=True).content.decode()
    assert "Dit kan nu niet" in page


def test_the_desk_assigns_notes_and_gives_back_with_who_and_when(
    client: Client, handler: User, writer: User
) -> None:
    question = asked()
    client.force_login(handler)
    act(client, question, "toewijzen", to=writer.pk)
    assert (fresh(question).status, fresh(question).assigned_to) == (Status.ASSIGNED, writer)
    act(client, question, "notitie", text="Vraag dit eens aan de schuldhulp.")
    assert act(client, question, "notitie", text="Bel haar op 06-12345678.").status_code == 422
    named = act(client, question, "notitie", text="Mevrouw Jansen weet hier meer van.")
    assert named.status_code == 422 and "Jansen" in named.content.decode()
    seen = named.context["form"]["names_seen"].value()
    act(
        client, question, "notitie", text="Mevrouw Jansen weet hier meer van.", no_names="on", names_seen=seen
    )
    assert [note.text for note in question.notes.all()] == [
        "Vraag dit eens aan de schuldhulp.",
        "Mevrouw Jansen weet hier meer van.",
    ]
    act(client, question, "vrijgeven")
    assert (fresh(question).status, fresh(question).assigned_to) == (Status.NEW, None)
    page = client.get(f"{DESK}{question.reference}/").content.decode()
    assert "handler: toegewezen: writer" in page and "handler: aan niemand meer toegewezen" in page


def test_the_inbox_shows_terms_in_words_and_filters_and_finds(client: Client, handler: User) -> None:
    late = asked("Een vraag over wonen?", status_since=timezone.now() - datetime.timedelta(days=5))
    asked("Een vraag over geld?")
    closing.decline(asked("Een vraag over voetbal?"), handler, "outside", "")
    client.force_login(handler)
    page = client.get(DESK).content.decode()
    assert "te laat" in page and "op tijd" in page
    for query, there in (("level=late", "wonen"), ("level=ontime", "geld"), ("status=declined", "voetbal")):
        page = client.get(f"{DESK}?{query}").content.decode()
        found = {word for word in ("wonen", "geld", "voetbal") if f"over {word}" in page}
        assert found == {there}
    for words in ("vraag WONEN", late.reference.lower()):
        page = client.post(DESK, {"words": words}).content.decode()
        assert "over wonen" in page and "over geld" not in page
    assert "geen vragen die hierbij passen" in client.post(DESK, {"words": "zzz"}).content.decode()


def test_the_askers_words_reach_a_page_only_through_a_second_reading(client: Client, handler: User) -> None:
    question, there = asked(), set(AnswerPage.objects.values_list("pk", flat=True))
    client.force_login(handler)
    form = client.get(f"{DESK}{question.reference}/antwoord/")
    proposal = form.context["form"]["wording"].value()
    assert "Yilmaz" not in proposal and "de moeder van deze persoon" in proposal
    assert "lijkt een naam" in form.content.decode()
    data = {"wording": WORDED, "wording_context": ""}
    assert act(client, question, "antwoord", **data).status_code == 422
    named = act(client, question, "antwoord", wording=RAW, wording_context="", checked="on")
    assert named.status_code == 422 and not AnswerPage.objects.exclude(pk__in=there)
    done = act(client, question, "antwoord", **data, checked="on")
    page = AnswerPage.objects.exclude(pk__in=there).get()
    assert done.url == f"/beheer/pages/{page.pk}/edit/"
    assert page.title == WORDED and not page.live and "Yilmaz" not in str(page.serializable_data())
    assert "huisvesting" in {d.concept.slug for d in page.tag_decisions.all()}
    assert (fresh(question).status, fresh(question).answer_page) == (Status.DRAFTED, page)
    assert act(client, question, "antwoord", **data, checked="on").status_code == 302
    assert AnswerPage.objects.count() == len(there) + 1


def test_who_did_not_allow_it_does_not_get_a_page_made_of_the_question(handler: User) -> None:
    question, there = asked(), AnswerPage.objects.count()
    Question.objects.update(may_publish=False)
    with pytest.raises(StepRefused, match="pagina die er al is, of schrijf een antwoord"):
        answer(fresh(question), handler)
    assert AnswerPage.objects.count() == there


def test_publishing_tells_every_asker_once_and_taking_down_reopens(handler: User) -> None:
    question, other, silent = (
        asked(email="een@example.org"),
        asked(email="twee@example.org"),
        asked(email="niet-bevestigd@example.org", confirmed=False),
    )
    closing.merge(other, question, handler)
    closing.merge(silent, question, handler)
    page = answer(question, handler)
    page.save_revision().publish()
    assert fresh(question).status == Status.PUBLISHED
    assert {mail.to for mail in mails("/answered")} == {"een@example.org", "twee@example.org"}
    assert all(WORDED in mail.text and page.url in mail.text for mail in mails("/answered"))
    assert not any("Yilmaz" in mail.text + mail.html + mail.subject for mail in OutgoingMail.objects.all())

    page.refresh_from_db()
    page.unpublish()
    assert fresh(question).status == Status.DRAFTED
    page.save_revision().publish()
    Contact.objects.filter(question=silent).update(confirmed_at=timezone.now())
    call_command("housekeeping")
    assert fresh(question).status == Status.PUBLISHED
    assert len(mails("/answered")) == 3, "who confirmed later hears it too, and the others once"

    late = asked(email="drie@example.org")
    closing.merge(late, question, handler)
    assert len(mails("/answered")) == 4
    page.delete()
    assert (fresh(question).status, fresh(question).answer_page) == (Status.ASSIGNED, None)


def test_an_existing_page_answers_at_once(client: Client, handler: User) -> None:
    page = answer(asked("Een andere vraag?"), handler)
    page.save_revision().publish()
    question = asked(email="een@example.org")
    client.force_login(handler)
    act(client, question, "koppelen", page=page.pk)
    assert fresh(question).status == Status.PUBLISHED and len(mails(f"question-{question.pk}/answered")) == 1


def test_merging_is_undone_and_survives_erasing_the_other(client: Client, handler: User) -> None:
    first, second, third = asked("Hoe voorkom ik een ontruiming?"), asked(), asked()
    client.force_login(handler)
    assert act(client, first, "samenvoegen", into=first.reference).status_code == 422
    assert act(client, first, "samenvoegen", into="AAAA-AAAA").status_code == 422
    act(client, first, "samenvoegen", into=second.reference.lower())
    act(client, second, "samenvoegen", into=third.reference)
    assert fresh(first).duplicate_of == third, "what was merged goes along"
    act(client, first, "losmaken")
    assert (fresh(first).status, fresh(first).duplicate_of) == (Status.NEW, None)
    third.delete()
    assert fresh(second).status == Status.NEW


def test_near_questions_share_rare_words_across_compounds(handler: User) -> None:
    question = asked("Hoe voorkom ik een huisuitzetting bij huurschuld?")
    near = asked("De huurschulden lopen op. Kan ik uitzetting uit het huis nog voorkomen?")
    for text in ("Wie heeft de regie in het gezin?", "Mag ik gegevens delen met school?", "Werkt nazorg?"):
        asked(text)
    found = nearness.near_questions(question)
    assert [item.question for item in found] == [near]
    assert "huisuitzetting" in found[0].words or "huurschuld" in found[0].words


def test_declining_explains_with_a_canned_reply_and_can_be_undone(client: Client, handler: User) -> None:
    question = asked(email="een@example.org")
    reply = CannedReply.objects.create(title="Eén gezin", reason="one_case", text="Overleg met uw team.")
    client.force_login(handler)
    filled = act(client, question, "afwijzen", reason="one_case", canned=reply.pk, fill="1")
    assert "Overleg met uw team." in filled.content.decode() and fresh(question).status == Status.NEW
    leak = act(client, question, "afwijzen", reason="one_case", message="Bel 06-12345678.")
    assert leak.status_code == 422 and fresh(question).status == Status.NEW
    act(client, question, "afwijzen", reason="one_case", message="Overleg met uw team.")
    assert (fresh(question).status, fresh(question).decline_reason) == (Status.DECLINED, "one_case")
    [mail] = mails("/declined")
    assert "Overleg met uw team." in mail.text and "vraagt om een besluit over één gezin" in mail.text
    act(client, question, "heropenen")
    assert (fresh(question).status, fresh(question).decline_reason) == (Status.ASSIGNED, "")


def invited(question: Question, by: User, days: int = 14) -> Invitation:
    answers.set_wording(question, by, WORDED, "Zij heeft drie kinderen.")
    return experts.invite(question, by, "deskundige@example.org", "Dr. Vos", "schuldhulpverlener", days)


def test_an_expert_reads_the_wording_writes_revises_and_is_taken_over(client: Client, handler: User) -> None:
    question = asked(email="vrager@example.org")
    client.force_login(handler)
    data = {"email": "deskundige@example.org", "name": "Dr. Vos", "role": "schuldhulpverlener", "days": "14"}
    assert act(client, question, "deskundige", **data).status_code == 422, "first the wording"
    act(client, question, "verwoorden", wording=WORDED, wording_context="", checked="on")
    assert act(client, question, "deskundige", **data).status_code == 302
    link = mailed_link()
    assert fresh(question).status == Status.EXPERT
    expert = Client()
    page = expert.get(link).content.decode()
    assert WORDED in page
    assert not any(secret in page for secret in ("Yilmaz", question.reference, "vrager@", "deskundige@"))
    wrong = expert.post(link, {"short_answer": "Bel 06-12345678.", "text": ""})
    assert wrong.status_code == 422 and "Bel 06-12345678." in wrong.content.decode()
    for text in ("Eerst de huur.", "Eerst de huur, dan de rest."):
        saved = expert.post(link, {"short_answer": text, "text": "Stap een.\nStap <b>twee</b>."})
        assert "Uw tekst is bewaard" in expert.get(saved.url).content.decode()
    assert fresh(question).status == Status.DRAFTED

    invitation = Invitation.objects.get()
    done = act(client, question, "overnemen", invitation=invitation.pk)
    draft = fresh(question).answer_page.get_latest_revision_as_object()
    assert done.url == f"/beheer/pages/{draft.pk}/edit/"
    assert draft.short_answer == "Eerst de huur, dan de rest." and draft.expert_role == "schuldhulpverlener"
    assert "&lt;b&gt;twee" in str(draft.body) and not draft.live
    assert expert.get(link).status_code == 410
    assert expert.post(link, {"short_answer": "Nog iets"}).status_code == 410
    assert act(client, question, "overnemen", invitation=invitation.pk).status_code == 302
    assert "Dr. Vos" not in str(draft.serializable_data())


def test_links_are_renewed_revoked_and_run_out(client: Client, handler: User) -> None:
    question = asked()
    invitation = invited(question, handler)
    old = mailed_link()
    experts.resend(invitation, handler)
    new = mailed_link()
    assert client.get(old).status_code == 410 and client.get(new).status_code == 200
    experts.revoke(invitation, handler)
    assert client.get(new).status_code == 410
    assert not mails("invitation-") and fresh(question).status == Status.ASSIGNED
    again = experts.invite(fresh(question), handler, "d@example.org", "", "jurist", 7)
    Invitation.objects.filter(pk=again.pk).update(expires_at=timezone.now())
    assert client.get(experts.link_path(again)).status_code == 410
    call_command("housekeeping")
    assert fresh(question).status == Status.ASSIGNED


def test_an_expert_is_reminded_once_and_forgotten_after_the_term(handler: User) -> None:
    invitation = invited(asked(), handler)
    call_command("housekeeping")
    assert len(mails("invitation-")) == 1
    soon = timezone.now() + datetime.timedelta(days=1)
    Invitation.objects.update(expires_at=soon)
    for _ in range(2):
        call_command("housekeeping")
    assert [mail.key.rpartition("/")[2] for mail in mails("invitation-")][1:] == ["reminder"]
    Invitation.objects.update(expires_at=INVITATION.began_before())
    call_command("housekeeping")
    invitation.refresh_from_db()
    assert not any(getattr(invitation, field) for field in experts.PERSONAL) and not mails("invitation-")


def test_the_role_of_an_expert_is_nowhere_after_the_term(client: Client, handler: User) -> None:
    role = "klinisch appelmoeskundige"
    question = asked()
    answers.set_wording(question, handler, WORDED, "")
    first = experts.invite(question, handler, "d@example.org", "Dr. Vos", role, 14)
    experts.resend(first, handler)
    experts.revoke(first, handler)
    second = experts.invite(fresh(question), handler, "d@example.org", "Dr. Vos", role, 14)
    experts.write(second, "Eerst de huur.", "Dan de rest.")
    experts.take_over(second, handler)
    Invitation.objects.update(expires_at=INVITATION.began_before())
    call_command("housekeeping")
    assert not any(second.role for second in Invitation.objects.all())
    assert not any(role in event.step for event in question.events.all())
    client.force_login(handler)
    history = client.get(f"{DESK}{question.reference}/").content.decode()
    assert role not in history and "concept van de deskundige overgenomen" in history


def test_roles_that_were_noted_before_are_taken_out_of_the_history(handler: User) -> None:
    question = asked()
    for step in ("deskundige gevraagd: jurist", "toegewezen: writer", "concept geschreven: jurist"):
        question.events.create(step=step)
    import_module("content.migrations.0021_no_roles_in_the_history").drop_roles(apps, None)
    assert [event.step for event in question.events.all()] == [
        "deskundige gevraagd",
        "toegewezen: writer",
        "concept geschreven",
    ]


def test_the_mails_to_an_expert_go_with_an_erased_question(handler: User) -> None:
    question = invited(asked(), handler).question
    assert mails("invitation-")
    erase(question)
    assert not mails("invitation-") and not Invitation.objects.exists()


def test_a_rejected_answer_is_noted_at_its_question(handler: User, writer: User) -> None:
    question = asked()
    page = answer(question, handler)
    state = page.get_workflow().start(page, writer)
    state.current_task_state.reject(user=handler)
    assert "teruggestuurd" in question.events.last().step
