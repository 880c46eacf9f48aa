"""Which pages an editor's act puts in the outbox: the page itself, or all whose address or visibility goes with it."""

import pytest
from django.contrib.auth.models import User
from pytest_django import DjangoCaptureOnCommitCallbacks
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.models import Page, PageViewRestriction

from content import signals
from content.models import ArticlePage, HomePage, OverviewPage
from search import changes
from search.models import IndexChange

pytestmark = [pytest.mark.django_db]


@pytest.fixture
def overview() -> OverviewPage:
    return OverviewPage.objects.get(lists="article")


@pytest.fixture
def pages(overview: OverviewPage) -> list[int]:
    """All articles, three at least, which are published and wait for nothing."""
    for number in range(3):
        overview.add_child(instance=ArticlePage(title=f"Proef {number}", slug=f"proef-{number}"))
    IndexChange.objects.all().delete()
    return sorted(ArticlePage.objects.live().descendant_of(overview).values_list("pk", flat=True))


def waiting() -> list[int]:
    return sorted(IndexChange.objects.values_list("page_id", flat=True))


def test_publishing_a_page_is_about_that_page(pages: list[int]) -> None:
    ArticlePage.objects.get(pk=pages[0]).save_revision().publish()
    assert waiting() == pages[:1]


def test_publishing_a_page_above_others_changes_nothing_of_those(
    pages: list[int], overview: OverviewPage
) -> None:
    for page in (HomePage.objects.get(), overview):
        page.save_revision().publish()
    assert waiting() == []


def test_unpublishing_a_page_above_others_leaves_them_as_they_are(
    pages: list[int], overview: OverviewPage
) -> None:
    overview.unpublish()
    assert ArticlePage.objects.live().filter(pk__in=pages).count() == len(pages)
    assert waiting() == []


def test_unpublishing_all_below_is_about_each_of_them(pages: list[int], overview: OverviewPage) -> None:
    user = User.objects.create_superuser("die-intrekt")
    UnpublishPageAction(overview, user=user, include_descendants=True).execute()
    assert not ArticlePage.objects.live().filter(pk__in=pages).exists()
    assert waiting() == pages


def test_another_address_is_about_all_that_have_it_in_theirs(
    pages: list[int],
    overview: OverviewPage,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    overview.slug = "nieuws"
    with django_capture_on_commit_callbacks(execute=True):
        overview.save_revision().publish()
    assert waiting() == pages


def test_another_place_is_about_all_that_go_along(pages: list[int], overview: OverviewPage) -> None:
    other = OverviewPage.objects.exclude(pk=overview.pk).first()
    assert other
    Page.objects.get(pk=overview.pk).move(Page.objects.get(pk=other.pk), pos="first-child")
    assert waiting() == pages


def test_who_may_see_a_page_is_about_all_below_it(pages: list[int], overview: OverviewPage) -> None:
    closed = PageViewRestriction.objects.create(page=overview, restriction_type="login")
    assert waiting() == pages
    IndexChange.objects.all().delete()
    closed.delete()
    assert waiting() == pages


def test_what_an_editor_just_did_goes_before_a_whole_collection_that_gets_its_tags_again(
    pages: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(changes, "BATCH", len(pages) - 1)
    signals.content_changed.send(sender=None, page_ids=set(pages))
    ArticlePage.objects.get(pk=pages[-1]).save_revision().publish()
    signals.content_changed.send(sender=None, page_ids={pages[0]})
    order = [row.page_id for row in changes._due()]
    assert order[:2] == [pages[-1], pages[0]]
    assert sorted(order[2:]) == pages
