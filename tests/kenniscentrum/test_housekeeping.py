"""The periodic work: scheduled pages, tags of an older pipeline, and what piles up."""

import datetime
import time

import pytest
from django.core.management import call_command
from django.utils import timezone

from content.candidates import refresh_nightly
from content.models import ArticlePage, OverviewPage, TagRun
from content.tagging import pipeline, tag_page
from search.changes import pending

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vocabulary")]


def article(**fields: object) -> ArticlePage:
    parent = OverviewPage.objects.get(lists="article")
    return parent.add_child(instance=ArticlePage(title="Proef", slug="proef", **fields))


def test_a_scheduled_page_goes_live_in_time_and_is_announced_to_the_index() -> None:
    page = article(live=False)
    page.go_live_at = timezone.now() + datetime.timedelta(seconds=2)
    page.save_revision().publish()
    page.refresh_from_db()
    assert not page.live
    call_command("housekeeping")
    page.refresh_from_db()
    assert not page.live

    time.sleep(2.1)
    call_command("housekeeping")
    page.refresh_from_db()
    assert page.live and pending() == 1


def test_a_page_goes_offline_in_time() -> None:
    page = article(expire_at=timezone.now() - datetime.timedelta(minutes=1))
    call_command("housekeeping")
    page.refresh_from_db()
    assert not page.live and page.expired


def test_new_words_are_looked_for_once_a_night() -> None:
    zone = timezone.get_default_timezone()
    night, day = (datetime.datetime(2026, 3, 3, hour, 30, tzinfo=zone) for hour in (2, 14))
    assert refresh_nightly(day), "the first time"
    assert not refresh_nightly(day + datetime.timedelta(hours=2))
    nights = [night + datetime.timedelta(days=number) for number in (1, 2)]
    assert not refresh_nightly(nights[0])
    assert refresh_nightly(nights[1]) and not refresh_nightly(nights[1] + datetime.timedelta(hours=2))
    assert not refresh_nightly(day + datetime.timedelta(days=2)), "by day it can wait"
    assert refresh_nightly(day + datetime.timedelta(days=4)), "a night was missed"


def test_pages_tagged_by_an_older_pipeline_are_tagged_again() -> None:
    page = article(body=[("text", "<p>De schulden lopen op.</p>")])
    tag_page(page)
    from search.models import IndexChange

    IndexChange.objects.all().delete()
    call_command("housekeeping")
    assert pending() == 0
    TagRun.objects.filter(page=page).update(pipeline="older")
    call_command("housekeeping")
    call_command("housekeeping")
    assert list(IndexChange.objects.values_list("page_id", flat=True)) == [page.pk], "once, while it waits"
    assert pipeline().version != "older"
