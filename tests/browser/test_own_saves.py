"""The page editor saves by itself and asks who else is editing. Where the two cross, no other window is meant."""

import re
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Site
from tests.browser.test_journeys import SECONDS_TO_ANSWER, log_in, overview_id

pytestmark = pytest.mark.browser
ASKED = re.compile(r"/editing-sessions/ping/")
SAVED = re.compile(r"/beheer/pages/\d+/edit/")


@pytest.mark.parametrize("saved_first", [True, False])
def test_what_this_window_saved_is_no_other_window(page: Any, site: Site, saved_first: bool) -> None:
    """Asked before it was saved and answered after, which the window hears of before or after its own saving."""
    log_in(page, site, "eindredacteur")
    address = f"/beheer/pages/{overview_id(page)}/edit/"
    page.goto(address)
    answers: list[Any] = []
    page.on("response", partial(hold, answers))
    type_until(page, lambda: any(SAVED.search(answer.url) for answer in answers))
    page.goto(address)
    questions: list[Any] = []
    savings: list[Any] = []
    page.route(ASKED, partial(hold, questions))
    page.route(SAVED, partial(hold, savings))
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    type_until(page, lambda: savings)
    assert questions
    saved = savings[0].fetch()
    if saved_first:
        savings[0].fulfill(response=saved)
        expect(page.locator("[name=revision_id]")).to_have_value(str(saved.json()["revision_id"]))
    with page.expect_response(ASKED) as answer:
        questions[-1].continue_()  # those before were given up
    assert [session["revision_id"] for session in answer.value.json()["other_sessions"]], "it does look so"
    if not saved_first:
        savings[0].fulfill(response=saved)
        expect(page.locator("[name=revision_id]")).to_have_value(str(saved.json()["revision_id"]))
    expect(page.locator(".w-editing-sessions")).to_have_attribute("data-w-session-intercept-value", "")


def hold(held: list[Any], caught: Any) -> None:
    held.append(caught)


def type_until(page: Any, reached: Callable[[], Any]) -> None:
    """Type on until something happened: what is typed before the editor is ready is not noticed."""
    for number in range(SECONDS_TO_ANSWER * 2):
        if reached():
            return
        page.fill("input[name=title]", f"Werkzame elementen ({number})")
        page.wait_for_timeout(500)
    pytest.fail("nothing was saved")
