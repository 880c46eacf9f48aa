"""The queue of tags: weakest first, one or many at once, by who may publish and who may not, and back again."""

from html import unescape
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from wagtail.models import PageLogEntry

from content.models import (
    ArticlePage,
    Concept,
    Decision,
    DecisionBatch,
    Label,
    OverviewPage,
    Tag,
    TagDecision,
)
from content.tagging import tag_page

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vocabulary")]
QUEUE = "/beheer/labels/nakijken/"


@pytest.fixture
def gruis() -> Concept:
    """A domain of our own, so that pages of other tests do not matter."""
    scheme = Concept.objects.in_scheme("domein")[0].scheme
    row = Concept.objects.create(scheme=scheme, slug="gruis", pref_label="Gruis")
    Label.objects.create(concept=row, text="splinterbreuk")
    return row


def article(text: str, slug: str = "proef") -> ArticlePage:
    page = OverviewPage.objects.get(lists="article").add_child(
        instance=ArticlePage(title=f"Over {slug}", slug=slug, body=[("text", f"<p>{text}</p>")])
    )
    page.save_revision().publish()
    tag_page(page)
    return ArticlePage.objects.get(pk=page.pk)


def log_in(client: Client, role: str) -> User:
    user = User.objects.create_user(f"proef-{role}", password="x")
    user.groups.add(Group.objects.get(name=role))
    client.force_login(user)
    return user


def tag_of(page: ArticlePage, concept: Concept) -> Tag:
    return Tag.objects.get(page=page, concept=concept)


def counts(page: ArticlePage, concept: Concept) -> bool:
    tag_page(ArticlePage.objects.get(pk=page.pk))
    return Tag.objects.active().filter(page=page, concept=concept).exists()


def shown(client: Client, concept: Concept, **filters: str) -> str:
    return unescape(client.get(QUEUE, {"begrip": concept.pk, **filters}).content.decode())


def test_the_weakest_evidence_comes_first_with_its_sentence(client: Client, gruis: Concept) -> None:
    log_in(client, "Redacteur")
    strong = article("Een splinterbreuk. Nog een splinterbreuk. Splinterbreuken overal.", "sterk")
    weak = article("Hij had een splinterbreuk in zijn arm.", "zwak")
    html = shown(client, gruis)
    assert html.index(weak.title) < html.index(strong.title)
    assert "Hij had een <mark>splinterbreuk</mark> in zijn arm." in html
    other = shown(client, gruis, volgorde="sterk")
    assert other.index(strong.title) < other.index(weak.title)
    assert weak.title not in shown(client, gruis, bron="learned")
    assert weak.title not in shown(client, gruis, stand="mogelijk")
    for hostile in ({"begrip": "x' OR 1=1"}, {"volgorde": "pk; DROP"}, {"p": "-1"}, {"lijst": "<script>"}):
        assert client.get(QUEUE, hostile).status_code == 200


def test_an_editor_decides_with_one_click_and_takes_it_back(client: Client, gruis: Concept) -> None:
    user = log_in(client, "Eindredacteur")
    page = article("Hij had een splinterbreuk.")
    published = page.last_published_at
    client.post(QUEUE, {"one": f"rejected:{tag_of(page, gruis).pk}"})
    page.refresh_from_db()
    assert not counts(page, gruis) and not page.has_unpublished_changes
    assert page.last_published_at == published, "a decision is no new version of the text"
    entry = PageLogEntry.objects.filter(page=page.pk, action="content.tag_decided").get()
    assert entry.user == user and entry.formatter.format_message(entry) == "Label Gruis: hoort er niet bij"
    assert page.title not in shown(client, gruis)
    assert page.get_latest_revision_as_object().tag_decisions.get().decision == Decision.REJECTED
    batch = DecisionBatch.objects.get()
    assert "Maak ongedaan" in client.get(QUEUE).content.decode()
    client.post(f"{QUEUE}{batch.pk}/ongedaan/")
    assert counts(page, gruis) and not page.get_latest_revision_as_object().tag_decisions.exists()
    assert page.title in shown(client, gruis)
    assert client.post(f"{QUEUE}{batch.pk}/ongedaan/").status_code == 404


def test_many_at_once_and_only_what_was_not_decided_since_goes_back(client: Client, gruis: Concept) -> None:
    log_in(client, "Eindredacteur")
    pages = [article("Hij had een splinterbreuk.", f"p{n}") for n in range(4)]
    locked = pages[3]
    ArticlePage.objects.filter(pk=locked.pk).update(locked=True)
    sent = {"tag": [tag_of(page, gruis).pk for page in pages], "decision": "accepted"}
    answer = client.post(QUEUE, sent, follow=True).content.decode()
    assert "3 labels: hoort erbij" in answer and "1 label niet veranderd" in answer
    assert TagDecision.objects.filter(concept=gruis, decision=Decision.ACCEPTED).count() == 3
    TagDecision.objects.filter(page=pages[0]).update(decision=Decision.REJECTED)
    fresh = ArticlePage.objects.get(pk=pages[0].pk)
    fresh.save_revision().publish()
    client.post(f"{QUEUE}{DecisionBatch.objects.get().pk}/ongedaan/")
    left = TagDecision.objects.filter(concept=gruis).values_list("page", "decision")
    assert list(left) == [(pages[0].pk, Decision.REJECTED)]
    assert "Kruis eerst aan" in client.post(QUEUE, {"decision": "accepted"}, follow=True).content.decode()
    for one in ("wis:1", "accepted:²", f"accepted:{'9' * 5000}"):
        assert "Kruis eerst aan" in client.post(QUEUE, {"one": one}, follow=True).content.decode()


def test_a_draft_gets_the_decision_and_stays_a_draft(client: Client, gruis: Concept) -> None:
    log_in(client, "Eindredacteur")
    page = article("Hij had een splinterbreuk.")
    page.title = "Halve titel"
    page.save_revision()
    client.post(QUEUE, {"one": f"accepted:{tag_of(page, gruis).pk}"})
    page = ArticlePage.objects.get(pk=page.pk)
    assert page.title == "Over proef" and page.has_unpublished_changes
    assert page.tag_decisions.get().decision == Decision.ACCEPTED
    page.get_latest_revision().publish()
    page = ArticlePage.objects.get(pk=page.pk)
    assert page.title == "Halve titel" and page.tag_decisions.get().decision == Decision.ACCEPTED


def test_a_writer_proposes_and_an_editor_publishes(client: Client, gruis: Concept) -> None:
    writer = log_in(client, "Redacteur")
    page = article("Hij had een splinterbreuk.")
    answer = client.post(QUEUE, {"one": f"rejected:{tag_of(page, gruis).pk}"}, follow=True).content.decode()
    assert "Een eindredacteur kijkt dit na" in answer
    assert counts(page, gruis), "what is public is the editors'"
    assert page.title not in shown(client, gruis)
    page = ArticlePage.objects.get(pk=page.pk)
    state = page.current_workflow_state
    assert state.requested_by == writer and page.has_unpublished_changes
    editor = log_in(client, "Eindredacteur")
    assert page.title not in shown(client, gruis)
    state.current_task_state.approve(user=editor)
    assert not counts(page, gruis)


def test_a_decision_on_a_page_in_moderation_is_published_with_it(client: Client, gruis: Concept) -> None:
    page = article("Hij had een splinterbreuk.")
    writer = User.objects.create_user("schrijver")
    page.title = "Ingestuurd"
    page.save_revision(user=writer)
    state = page.get_workflow().start(page, writer)
    editor = log_in(client, "Eindredacteur")
    client.post(QUEUE, {"one": f"rejected:{tag_of(page, gruis).pk}"})
    state.refresh_from_db()
    state.current_task_state.approve(user=editor)
    page = ArticlePage.objects.get(pk=page.pk)
    assert page.title == "Ingestuurd" and page.tag_decisions.get().decision == Decision.REJECTED


def test_decisions_go_along_with_a_copy_and_a_move(client: Client, gruis: Concept) -> None:
    log_in(client, "Eindredacteur")
    page = article("Hij had een splinterbreuk.")
    client.post(QUEUE, {"one": f"rejected:{tag_of(page, gruis).pk}"})
    page = ArticlePage.objects.get(pk=page.pk)
    copy = page.copy(update_attrs={"slug": "kopie", "title": "Kopie"})
    page.move(OverviewPage.objects.get(lists="article"), pos="last-child")
    for each in (page, copy):
        assert not counts(each, gruis)
        assert TagDecision.objects.get(page=each).decision == Decision.REJECTED


def test_the_start_page_names_what_waits_and_a_visitor_sees_nothing(client: Client, gruis: Concept) -> None:
    assert client.get(QUEUE).status_code == 302
    page = article("Hij had een splinterbreuk.")
    Tag.objects.filter(page=page, concept=gruis).update(score=0.3, strong=True)
    log_in(client, "Redacteur")
    assert "weinig bewijs" in client.get("/beheer/").content.decode()


def test_passages_survive_an_edit_that_was_not_tagged_yet(client: Client, gruis: Concept) -> None:
    log_in(client, "Redacteur")
    page = article("Hij had een splinterbreuk.")
    stale: dict[str, Any] = {"pieces": [["body", "Iets anders."]]}
    type(page.tagged_text).objects.filter(page=page).update(**stale)
    assert "De zinnen zijn er nog niet" in shown(client, gruis)
