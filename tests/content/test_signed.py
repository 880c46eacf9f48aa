"""Signed links: for one purpose, for some days, and never told to anybody by the browser."""

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from content.signed import BadLink, OldLink, Purpose, private_link

STATUS, EXPERT = Purpose("proef-stand", days=10), Purpose("proef-deskundige", days=10)


def test_a_token_says_what_it_is_about() -> None:
    assert STATUS.about(STATUS.token("K7PD-3XQM")) == "K7PD-3XQM"


def test_a_token_for_one_purpose_is_worth_nothing_for_another() -> None:
    with pytest.raises(BadLink):
        EXPERT.about(STATUS.token("K7PD-3XQM"))


def test_days_end() -> None:
    with pytest.raises(OldLink):
        Purpose("proef-stand", days=-1).about(STATUS.token("K7PD-3XQM"))


@pytest.mark.parametrize(
    "change", [lambda t: "", lambda t: "x", lambda t: t[:-1], lambda t: "A" + t, lambda t: t + "é"]
)
def test_a_bent_token_is_refused(change: object) -> None:
    with pytest.raises(BadLink):
        STATUS.about(change(STATUS.token("K7PD-3XQM")))  # type: ignore[operator]


def test_a_token_of_anything_but_text_is_refused() -> None:
    with pytest.raises(BadLink):
        STATUS.about(STATUS.token(["K7PD-3XQM"]))  # type: ignore[arg-type]


def test_a_page_behind_a_link_is_kept_and_named_by_nobody(rf: RequestFactory) -> None:
    @private_link
    def view(request: HttpRequest) -> HttpResponse:
        return HttpResponse("hier")

    response = view(rf.get("/"))
    assert response["Referrer-Policy"] == "no-referrer"
    assert "no-store" in response["Cache-Control"] and "private" in response["Cache-Control"]
    assert "noindex" in response["X-Robots-Tag"]
    assert not response.cookies
    assert view.csrf_exempt  # type: ignore[attr-defined]
