"""Who may do what: a matrix of role × action over the real admin."""

from importlib import import_module
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission, User
from django.core.files.base import ContentFile
from django.test import Client
from wagtail.documents.models import Document
from wagtail.models import Collection, GroupCollectionPermission, Workflow

from content.models import ArticlePage, Concept, OverviewPage, TagDecision
from content.roles import ensure_roles

pytestmark = pytest.mark.django_db

ROLES = ("bezoeker", "Redacteur", "Eindredacteur", "beheerder")
# action: (method, address, who may). Addresses are filled with the ids of the pages made below.
MATRIX = {
    "open the admin": ("get", "/beheer/", "Redacteur Eindredacteur beheerder"),
    "open the editor": ("get", "/beheer/pages/{draft}/edit/", "Redacteur Eindredacteur beheerder"),
    "start an article": (
        "get",
        "/beheer/pages/add/content/articlepage/{overview}/",
        "Redacteur Eindredacteur beheerder",
    ),
    "see the history": ("get", "/beheer/pages/{live}/history/", "Redacteur Eindredacteur beheerder"),
    "unpublish": ("get", "/beheer/pages/{live}/unpublish/", "Eindredacteur beheerder"),
    "delete a live page": ("get", "/beheer/pages/{live}/delete/", "Eindredacteur beheerder"),
    "list concepts": ("get", "/beheer/snippets/content/concept/", "Eindredacteur beheerder"),
    "edit a concept": ("get", "/beheer/snippets/content/concept/edit/{concept}/", "Eindredacteur beheerder"),
    "report: due for review": ("get", "/beheer/rapporten/te-herzien/", "Redacteur Eindredacteur beheerder"),
    "report: sources": ("get", "/beheer/rapporten/bronnen/", "Redacteur Eindredacteur beheerder"),
    "report: readers": ("get", "/beheer/rapporten/lezers/", "Redacteur Eindredacteur beheerder"),
    "remarks of readers": ("get", "/beheer/rapporten/lezers/reacties/", "Redacteur Eindredacteur beheerder"),
    "mail that failed": ("get", "/beheer/rapporten/mail/", "Eindredacteur beheerder"),
    "see questions": ("get", "/beheer/ingezonden-vragen/", "Eindredacteur beheerder"),
    "images": ("get", "/beheer/images/", "beheerder"),
    "upload an image": ("get", "/beheer/images/add/", "beheerder"),
    "documents": ("get", "/beheer/documents/", "beheerder"),
    "upload a document": ("get", "/beheer/documents/multiple/add/", "beheerder"),
    "redirects": ("get", "/beheer/redirects/", "Eindredacteur beheerder"),
    "users": ("get", "/beheer/users/", "beheerder"),
    "groups": ("get", "/beheer/groups/", "beheerder"),
    "workflows": ("get", "/beheer/workflows/list/", "beheerder"),
    "sites": ("get", "/beheer/sites/", "beheerder"),
}


@pytest.fixture
def pages(vocabulary: None) -> dict[str, int]:
    overview = OverviewPage.objects.get(lists="article")
    live = overview.add_child(instance=ArticlePage(title="Live", slug="live-proef"))
    draft = overview.add_child(instance=ArticlePage(title="Concept", slug="concept-proef", live=False))
    return {
        "overview": overview.pk,
        "live": live.pk,
        "draft": draft.pk,
        "concept": Concept.objects.in_scheme("domein").first().pk,
    }


def login(client: Client, role: str) -> None:
    if role == "bezoeker":
        return
    user = User.objects.create_user(f"proef-{role}", password="x", is_superuser=role == "beheerder")
    if role != "beheerder":
        user.groups.add(Group.objects.get(name=role))
    client.force_login(user)


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("action", MATRIX)
def test_the_matrix(client: Client, pages: dict[str, int], role: str, action: str) -> None:
    login(client, role)
    method, address, allowed = MATRIX[action]
    response = getattr(client, method)(address.format(**pages))
    if role in allowed.split():
        assert response.status_code == 200, (response.status_code, response.headers.get("Location"))
    else:
        assert response.status_code in (302, 403, 404)


def editor_data(page: ArticlePage, **extra: str) -> dict[str, str]:
    """What the page editor posts for an article."""
    formsets = {}
    for name in ("sources", "related_pages", "comments"):
        for count in ("TOTAL", "INITIAL", "MIN_NUM", "MAX_NUM"):
            formsets[f"{name}-{count}_FORMS"] = "0"
    return {
        "title": page.title,
        "slug": page.slug,
        "summary": "",
        "body-count": "0",
        "editor": "",
        **formsets,
        **extra,
    }


def test_a_writer_cannot_publish_by_bending_the_form(client: Client, pages: dict[str, int]) -> None:
    login(client, "Redacteur")
    draft = ArticlePage.objects.get(pk=pages["draft"])
    address = f"/beheer/pages/{draft.pk}/edit/"
    client.post(address, editor_data(draft, **{"action-publish": "1"}))
    draft.refresh_from_db()
    assert not draft.live


def test_write_submit_approve_and_be_live(client: Client, pages: dict[str, int]) -> None:
    login(client, "Redacteur")
    draft = ArticlePage.objects.get(pk=pages["draft"])
    address = f"/beheer/pages/{draft.pk}/edit/"
    concept = Concept.objects.in_scheme("domein").get(slug="schulden")
    response = client.post(
        address,
        editor_data(draft, **{"action-submit": "1", f"tag-{concept.pk}": "accepted", "summary": "Nieuw"}),
    )
    assert response.status_code == 302, response.context["form"].errors
    state = draft.current_workflow_state
    assert state.workflow.name == "Redactie"

    client.logout()
    login(client, "Eindredacteur")
    approve = {
        "action-workflow-action": "true",
        "workflow-action-name": "approve",
        "workflow-action-extra-data": "{}",
    }
    client.post(address, editor_data(draft, summary="Nieuw", **{f"tag-{concept.pk}": "accepted"}, **approve))
    draft.refresh_from_db()
    assert draft.live and draft.summary == "Nieuw"
    assert {(d.concept.slug, d.decision) for d in draft.tag_decisions.all()} == {("schulden", "accepted")}


def test_a_writers_decision_on_a_live_page_waits_for_publishing(
    client: Client, pages: dict[str, int]
) -> None:
    login(client, "Redacteur")
    live = ArticlePage.objects.get(pk=pages["live"])
    concept = Concept.objects.in_scheme("domein").get(slug="schulden")
    response = client.post(
        f"/beheer/pages/{live.pk}/edit/", editor_data(live, **{f"tag-{concept.pk}": "accepted"})
    )
    assert response.status_code == 302, response.context["form"].errors
    assert not TagDecision.objects.filter(page=live).exists()
    live.refresh_from_db()
    draft = live.get_latest_revision_as_object()
    assert [d.decision for d in draft.tag_decisions.all()] == ["accepted"]


def test_making_roles_again_changes_nothing(vocabulary: None) -> None:
    group = Group.objects.get(name="Redacteur")
    group.permissions.clear()
    ensure_roles()
    assert not group.permissions.exists(), "what an administrator changed stays"
    assert Workflow.objects.filter(name="Redactie").count() == 1


def test_an_older_group_of_publishers_gets_the_canned_replies(vocabulary: None) -> None:
    publishers = Group.objects.get(name="Eindredacteur")
    canned = publishers.permissions.filter(codename__endswith="_cannedreply")
    assert canned.count() == 4
    publishers.permissions.remove(*canned)
    migration = import_module("content.migrations.0018_canned_replies_for_publishers")
    for _ in range(2):
        migration.grant(apps, None)
        assert canned.count() == 4
    Group.objects.filter(name="Eindredacteur").delete()
    migration.grant(apps, None)


FILES = ("add_image", "choose_image", "add_document", "choose_document")


def test_older_groups_lose_what_they_might_do_with_files(vocabulary: None) -> None:
    root = Collection.get_first_root_node()
    group = Group.objects.get(name="Redacteur")
    other = Group.objects.create(name="Van een beheerder")
    assert not GroupCollectionPermission.objects.filter(
        group__name__in=("Redacteur", "Eindredacteur")
    ).exists()
    for each in (group, other):
        for permission in Permission.objects.filter(codename__in=FILES):
            GroupCollectionPermission.objects.create(group=each, collection=root, permission=permission)
    migration = import_module("content.migrations.0022_no_files_for_editors")
    migration.take_away(apps, None)
    kept = GroupCollectionPermission.objects.values_list("group__name", flat=True)
    assert set(kept) == {other.name} and len(kept) == len(FILES)


def test_an_uploaded_document_is_at_no_address(admin_client: Client, client: Client) -> None:
    document = Document.objects.create(title="Verslag", file=ContentFile(b"een gezin", name="verslag.txt"))
    assert admin_client.get("/beheer/documents/").status_code == 200
    for address in (f"/documenten/{document.pk}/{document.filename}", document.url):
        assert client.get(address).status_code == 404
    document.file.delete()


def test_an_old_address_keeps_working_after_a_new_slug_and_a_move(
    client: Client, pages: dict[str, int], django_capture_on_commit_callbacks: Any
) -> None:
    page = ArticlePage.objects.get(pk=pages["live"])
    page.save_revision().publish()
    old = page.url
    page.slug = "ander-adres"
    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision().publish()
    assert client.get(old).status_code in (301, 302)
    assert client.get(old)["Location"].endswith("/artikelen/ander-adres/")
    page.move(OverviewPage.objects.get(lists="answer"), pos="last-child")
    response: Any = client.get("/artikelen/ander-adres/")
    assert response.status_code in (301, 302) and response["Location"].endswith("/vragen/ander-adres/")
