"""Nothing personal gets published: every road to publishing goes through the screen, and daily work is not hindered."""

import datetime
import json
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from wagtail.models import Page, Revision

from content import page_screen
from content.models import ArticlePage, ElementPage, OverviewPage, PublicationPage
from content.page_screen import PersonalDataFound
from tests.content.test_roles import editor_data

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vocabulary")]
PHONE, BSN = "06-12345678", "123456782"
PUBLISH = {"action-publish": "1"}
APPROVE = {
    "action-workflow-action": "true",
    "workflow-action-name": "approve",
    "workflow-action-extra-data": "{}",
}


@pytest.fixture
def draft() -> ArticlePage:
    parent = OverviewPage.objects.get(lists="article")
    page: ArticlePage = parent.add_child(instance=ArticlePage(title="Proef", slug="proef", live=False))
    page.save_revision()
    return page


def log_in(client: Client, group: str) -> User:
    user = User.objects.create_user(f"u-{group}", password="x")
    user.groups.add(Group.objects.get(name=group))
    client.force_login(user)
    return user


def edit(client: Client, page: Page, **data: str) -> Any:
    return client.post(f"/beheer/pages/{page.pk}/edit/", editor_data(page, **data))


def is_live(page: Page) -> bool:
    return Page.objects.get(pk=page.pk).live


def text_block(text: str) -> dict[str, str]:
    """What the editor posts for a body of one block."""
    return {
        "body-count": "1",
        "body-0-deleted": "",
        "body-0-order": "0",
        "body-0-type": "note",
        "body-0-id": "",
        "body-0-value": json.dumps(
            {
                "blocks": [
                    {
                        "key": "a",
                        "text": text,
                        "type": "unstyled",
                        "depth": 0,
                        "inlineStyleRanges": [],
                        "entityRanges": [],
                    }
                ],
                "entityMap": {},
            }
        ),
    }


@pytest.mark.parametrize(
    "data",
    [
        {"title": f"Bel moeder op {PHONE}"},
        {"summary": f"Haar nummer is {BSN}."},
        text_block(f"Bel haar op {PHONE}."),
    ],
)
@pytest.mark.parametrize("action", [PUBLISH, {"action-submit": "1"}])
def test_an_identifier_stops_publishing_and_the_place_is_shown(
    client: Client, draft: ArticlePage, data: dict[str, str], action: dict[str, str]
) -> None:
    log_in(client, "Eindredacteur")
    response = edit(client, draft, **data, **action)
    page = response.content.decode()
    assert response.status_code == 200 and not is_live(draft)
    assert "lijkt een telefoonnummer" in page or "lijkt een burgerservicenummer" in page
    assert draft.current_workflow_state is None


def test_saving_a_draft_is_never_held_up(client: Client, draft: ArticlePage) -> None:
    log_in(client, "Redacteur")
    assert edit(client, draft, summary=f"Nog weghalen: {PHONE}").status_code == 302


def test_a_name_asks_once_and_other_names_are_asked_about_anew(client: Client, draft: ArticlePage) -> None:
    log_in(client, "Eindredacteur")
    first = edit(client, draft, summary="Gesprek met mevrouw Yilmaz over schulden.", **PUBLISH)
    form = first.context["form"]
    assert "Yilmaz</strong> in" in first.content.decode() and not is_live(draft)
    ticked = {"no_names": "on", "names_seen": form.names_signature()}
    other = edit(client, draft, summary="Gesprek met mevrouw Jansen over schulden.", **ticked, **PUBLISH)
    assert other.status_code == 200 and not is_live(draft)
    edit(client, draft, summary="Gesprek met mevrouw Yilmaz over schulden.", **ticked, **PUBLISH)
    assert is_live(draft)
    stored = json.dumps(ArticlePage.objects.get(pk=draft.pk).names_confirmed)
    assert "yilmaz" not in stored.lower()
    again = edit(client, draft, summary="Nog een gesprek met mevrouw Yilmaz.", **PUBLISH)
    assert again.status_code == 302, "who was confirmed is not asked about again"


def test_an_approver_meets_the_screen_and_may_send_back(client: Client, draft: ArticlePage) -> None:
    log_in(client, "Redacteur")
    edit(client, draft, **{"action-submit": "1"})
    draft.refresh_from_db()
    assert draft.current_workflow_state
    log_in(client, "Eindredacteur")
    assert edit(client, draft, summary=f"Bel {PHONE}", **APPROVE).status_code == 200
    assert not is_live(draft)
    reject = {
        **APPROVE,
        "workflow-action-name": "reject",
        "workflow-action-extra-data": '{"comment": "nog niet"}',
    }
    assert edit(client, draft, summary=f"Bel {PHONE}", **reject).status_code == 302


def test_approval_without_the_page_form_is_held_up_too(client: Client, draft: ArticlePage) -> None:
    draft.summary = "Gesprek met mevrouw Yilmaz."
    draft.save_revision()
    writer = log_in(client, "Redacteur")
    draft.get_workflow().start(draft, writer)
    log_in(client, "Eindredacteur")
    state = draft.current_workflow_task_state
    address = f"/beheer/pages/workflow/action/{draft.pk}/approve/{state.pk}/"
    response = client.post(address, {"comment": ""}, follow=True)
    assert "is niet gepubliceerd" in response.content.decode()
    state.refresh_from_db()
    assert state.status == state.STATUS_IN_PROGRESS and not is_live(draft)


@pytest.mark.parametrize("text", [f"Bel {PHONE}", "Gesprek met mevrouw Yilmaz."])
def test_publishing_many_at_once_goes_through_the_screen(
    client: Client, draft: ArticlePage, text: str
) -> None:
    draft.summary = text
    draft.save_revision()
    log_in(client, "Eindredacteur")
    address = f"/beheer/bulk/wagtailcore/page/publish/?id={draft.pk}"
    response = client.post(address, {"include_descendants": ""}, follow=True)
    assert "is niet gepubliceerd" in response.content.decode()
    assert "Yilmaz" not in "".join(str(m) for m in response.context["messages"])
    assert not is_live(draft)


def test_nobody_publishes_or_schedules_an_identifier_by_program(draft: ArticlePage) -> None:
    draft.summary = f"Bel {PHONE}"
    with pytest.raises(PersonalDataFound) as refused:
        draft.save_revision().publish()
    assert PHONE not in str(refused.value) and "telefoonnummer" in str(refused.value)
    draft.go_live_at = timezone.now() + datetime.timedelta(days=1)
    with pytest.raises(PersonalDataFound):
        draft.save_revision().publish()
    assert not Revision.objects.exclude(approved_go_live_at=None).exists() and not is_live(draft)


def test_one_bad_page_on_the_schedule_does_not_keep_others_from_going_live(draft: ArticlePage) -> None:
    past = timezone.now() - datetime.timedelta(minutes=1)
    draft.summary = f"Bel {PHONE}"
    bad = draft.save_revision()
    good = draft.get_parent().add_child(instance=ArticlePage(title="Goed", slug="goed", live=False))
    for revision in (bad, good.save_revision()):
        Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=past)
    call_command("housekeeping")
    assert is_live(good) and not is_live(draft)


def test_editors_see_that_a_page_was_held_back_until_somebody_does_something_about_it(
    client: Client, draft: ArticlePage
) -> None:
    draft.summary = f"Bel {PHONE}"
    bad = draft.save_revision()
    Revision.objects.filter(pk=bad.pk).update(
        approved_go_live_at=timezone.now() - datetime.timedelta(minutes=1)
    )
    log_in(client, "Redacteur")
    said = "Niet volgens planning gepubliceerd"
    assert said not in client.get("/beheer/").content.decode()
    call_command("housekeeping")
    start = client.get("/beheer/").content.decode()
    assert said in start and f"/beheer/pages/{draft.pk}/edit/" in start
    history = client.get(f"/beheer/pages/{draft.pk}/history/").content.decode()
    assert f"{said}: er lijken persoonsgegevens in te staan" in history
    call_command("housekeeping")
    assert list(page_screen.held_back()) == [Page.objects.get(pk=draft.pk)]
    client.force_login(User.objects.create_user("lezer", password="x"))
    assert said not in client.get("/beheer/", follow=True).content.decode()
    log_in(client, "Eindredacteur")
    draft.summary = "Bel het wijkteam."
    draft.save_revision()
    assert said not in client.get("/beheer/").content.decode()


def test_a_refusal_says_what_to_do(draft: ArticlePage) -> None:
    draft.summary = f"Bel {PHONE}"
    with pytest.raises(PersonalDataFound) as identifier:
        page_screen.check_person(draft)
    assert str(identifier.value).count("publiceer de pagina dan opnieuw") == 1
    assert "bewerkscherm" not in str(identifier.value), "nobody can say that an identifier may stand there"
    draft.summary = "Gesprek met mevrouw Yilmaz."
    with pytest.raises(PersonalDataFound) as name:
        page_screen.check_person(draft)
    assert "Zeg dat dan bovenaan het bewerkscherm" in str(name.value)


@pytest.mark.parametrize(
    "link", ['<a href="mailto:piet@example.com">mail</a>', '<a href="tel:+31612345678">bel</a>']
)
def test_what_stands_behind_a_link_counts_too(draft: ArticlePage, link: str) -> None:
    draft.body = [("text", f"<p>Zeg het met een {link}.</p>")]
    with pytest.raises(PersonalDataFound):
        draft.save_revision().publish()


def test_rich_text_is_read_as_its_reader_does() -> None:
    cited = 'Dit werkt <a linktype="page" id="123456782">(Jansen, 2019)</a>.'
    assert page_screen.screen_page(ElementPage(title="Proef", what=f"<p>{cited}</p>")).details == []
    split = ElementPage(title="Proef", what="<p>Bel 06-<b>1234</b>5678.</p>")
    assert [detail.field for detail in page_screen.screen_page(split).stopping] == ["what"]


@pytest.mark.parametrize(
    "text",
    [
        "Zie artikel 7:264 BW en ECLI:NL:HR:2019:1234, en Wmo 2015.",
        "Bel Veilig Thuis op 0800-2000, of 112 als een kind nu in gevaar is.",
        "Het wijkteam zit aan de Dorpsstraat 12, 1234 AB, in het gemeentehuis.",
        "Holwerda en collega's vonden in 2014 dat 27 van de 41 gezinnen vooruitgingen.",
    ],
)
def test_daily_work_is_not_stopped(draft: ArticlePage, text: str) -> None:
    draft.body = [("text", f"<p>{text}</p>")]
    draft.save_revision().publish()
    assert is_live(draft)


def test_authors_of_literature_are_no_family() -> None:
    page = PublicationPage(title="Een onderzoek", publisher="Jan Jansen", doi="10.1000/06-12345678")
    page.authors = [("person", {"family": "Jansen", "given": "Petra"})]
    assert page_screen.screen_page(page).details == []


@pytest.mark.usefixtures("demo")
def test_no_page_of_the_demo_would_be_stopped() -> None:
    names = 0
    for page in Page.objects.live().specific():
        screened = page_screen.screen_page(page)
        assert not screened.stopping, page.title
        names += bool(screened.warnings)
    assert names <= 0.05 * Page.objects.live().count(), "an editor is asked about few pages"
