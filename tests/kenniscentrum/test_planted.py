"""Details that are planted in every input of the site, and looked for in every place where one could stay."""

import itertools
import logging
import re
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core import mail
from django.core.cache import cache
from django.core.management import call_command
from django.test import Client
from django.urls import URLPattern

from content.addresses import code_of
from content.handling import experts
from content.mail.delivery import deliver_due
from content.models import AnswerPage, Contact, OutgoingMail, OverviewPage, Question
from content.questions.asker import CONFIRM, STATUS
from search import asked
from tests.kenniscentrum.planting import Plant, addresses, plant, traces, whole_log

pytestmark = pytest.mark.django_db
GOOD = {
    "question": "Hoe help ik een gezin met schulden?",
    "context": "Een moeder met drie kinderen.",
    "profession": "wijkteam",
    "action": "send",
}
REMARK = {"text": "De tweede stap is niet duidelijk genoeg."}
# Every address that takes something in, and the fields it reads. The first field is typed well, the others are planted in
# one by one. An address that is not here must refuse to take anything in.
TAKES: dict[str, dict[str, str]] = {
    "vraag-stellen/": GOOD
    | dict.fromkeys(
        (
            "email_",
            "setting",
            "urgency",
            "may_publish",
            "domains",
            "website",
            "confirmed",
            "started",
            "chosen",
            "submission",
        ),
        "",
    ),
    "vraag-stellen/met-deze-woorden/": {"question": GOOD["question"]},
    "vraag-stellen/bekend/": {"question": "", "context": "", "urgency": ""},
    "vraag-stellen/beantwoord/": {"page": ""},
    "vraag-stellen/adres/<str:token>/": {},
    "vraag-stellen/mijn-vraag/<str:token>/wissen/": {},
    "deskundige/<str:token>/": {"short_answer": "", "text": ""},
    "zoeken/gekozen/": {"q": "", "text": "", "page": ""},
    "map/erbij/": {"page": "", "code": "", "next": ""},
    "map/wijzig/": {"page": "", "code": "", "action": ""},
    "reactie/<str:code>/hielp/": {"helped": ""},
    "reactie/<str:code>/hielp/<slug:said>/": REMARK
    | dict.fromkeys(("website", "confirmed", "submission", "action"), ""),
    "reactie/<str:code>/fout/": REMARK | dict.fromkeys(("website", "confirmed", "submission", "action"), ""),
    "reactie/<str:code>/ook/": {"page": ""},
    "volgen/pagina/<str:code>/": {"frequency": "weekly", "website": ""},
    "volgen/begrip/<slug:scheme>/<slug:slug>/": {"frequency": "weekly", "website": ""},
    "volgen/zoekvraag/": {"frequency": "weekly", "website": "", "q": ""},
    "volgen/bevestig/<str:token>/": {},
    "volgen/mijn/<str:token>/": {"frequency": "", "action": "", "follow": ""},
    "volgen/stop/<str:token>/": {"List-Unsubscribe": ""},
    "_util/authenticate_with_password/<int:page_view_restriction_id>/<int:page_id>/": {
        "password": "",
        "return_url": "",
    },
    "_util/login/": {"username": "", "password": ""},
    r"^((?:[\w\-]+/)*)$": {"q": ""},
    "api/^v1(?:/.*)?$": {"q": ""},
}
REFUSALS = (403, 404, 405)
# Asked with POST as with GET, these say the same and read nothing of what is sent.
ANSWERS_ALIKE = ("api/v1/openapi.json", "api/v1/", "sitemap.xml", "robots.txt")
HEADERS = ("User-Agent", "Referer", "X-Forwarded-For", "Accept-Language", "Origin", "X-Request-ID", "Cookie")
numbers = itertools.count(1)


@pytest.fixture
def page() -> AnswerPage:
    overview = OverviewPage.objects.get(lists="answer")
    return overview.add_child(instance=AnswerPage(title="Mag ik delen?", slug="delen", short_answer="Ja."))


@pytest.fixture
def browser(settings: Any) -> Iterator[Client]:
    """A browser of which each answer comes back, also where the site fails; what is asked is counted."""
    settings.COUNT_QUERIES = True
    yield Client(raise_request_exception=False, headers={"Sec-Fetch-Site": "same-origin"})
    asked.tally.flush()


def address(route: str, pattern: URLPattern, page: AnswerPage) -> str:
    """A real address for a route."""
    values = {"code": code_of(page.pk), "said": "ja", "token": "onzin", "page_id": str(page.pk)}
    filled = re.sub(r"<(?:\w+:)?(\w+)>", lambda match: values.get(match.group(1), "1"), route)
    return "/" + re.sub(r"\^|\$|\(.*\)", "", filled)


def sown(fields: dict[str, str]) -> Iterator[tuple[Plant, dict[str, str]]]:
    """The fields with a plant in each of them in turn."""
    for field in fields:
        seed = plant(next(numbers))
        yield seed, {"submission": str(uuid.uuid4()), **fields, field: seed.text}


def test_every_address_that_takes_something_in_is_planted_in(browser: Client, page: AnswerPage) -> None:
    known = {route for route, _ in addresses()}
    assert set(TAKES) <= known
    for route, pattern in addresses():
        if route not in TAKES:
            refused = browser.post(address(route, pattern, page), {"q": "x"}).status_code
            assert refused in REFUSALS or route in ANSWERS_ALIKE, (
                f"{route} takes something in: say which fields in TAKES"
            )


def test_what_is_typed_in_a_form_and_stopped_is_nowhere(browser: Client, page: AnswerPage) -> None:
    planted: list[str] = []
    with whole_log() as log:
        for route, pattern in addresses():
            for seed, fields in sown(TAKES.get(route, {})):
                response = browser.post(address(route, pattern, page), fields)
                assert not any(value in response.get("Location", "") for value in seed.values)
                planted += seed.values
        asked.tally.flush()
    assert len(planted) > 200
    assert traces(tuple(planted), log.getvalue()) == []


def test_what_is_looked_for_is_nowhere(browser: Client, page: AnswerPage) -> None:
    planted: list[str] = []
    with whole_log() as log:
        for route, pattern in addresses():
            seed = plant(next(numbers))
            names = (
                "q",
                "text",
                "domain",
                "sort",
                "page",
                "next",
                "scheme",
                "query",
                "question",
                "return_url",
            )
            browser.get(address(route, pattern, page), dict.fromkeys(names, seed.text))
            browser.get(f"/{route.split('<')[0].strip('^$')}{seed.email}/{seed.bsn}/")
            planted += seed.values
        asked.tally.flush()
    assert traces(tuple(planted), log.getvalue()) == []


def test_what_a_browser_says_of_itself_is_nowhere(browser: Client) -> None:
    planted: list[str] = []
    with whole_log() as log:
        for header, url in itertools.product(
            HEADERS, ("/", "/zoeken/?q=schulden", "/bestaat-niet/", "/vraag-stellen/")
        ):
            seed = plant(next(numbers))
            for send in (browser.get, browser.post):
                send(
                    url,
                    headers={
                        header: f"https://{seed.email}/?{seed.bsn}={seed.name} {seed.iban} {seed.phone}"
                    },
                )
            planted += seed.values
        strict = Client(raise_request_exception=False, enforce_csrf_checks=True)
        seed = plant(next(numbers))
        strict.post(
            "/vraag-stellen/",
            {"question": seed.text},
            headers={"Referer": f"https://x.nl/{seed.email}"},
            secure=True,
        )
        strict.get("/", headers={"Host": f"{seed.bsn}.nl:x"})
        planted += seed.values
    assert traces(tuple(planted), log.getvalue()) == []


@pytest.mark.parametrize(
    "kind", ["application/json", "multipart/form-data; boundary=x", "text/plain", "x/y", ""]
)
def test_a_body_that_is_no_form_or_too_large_is_nowhere(browser: Client, kind: str) -> None:
    seed, large = plant(next(numbers)), plant(next(numbers))
    with whole_log() as log:
        for url in ("/vraag-stellen/", "/zoeken/gekozen/", "/api/v1/search"):
            browser.generic("POST", url, f'--x\r\n{{"question": "{seed.text}"', kind)
            browser.generic("POST", url, f"question={large.text}&" * 40_000, kind)
    assert traces((*seed.values, *large.values), log.getvalue()) == []


def test_an_error_of_the_site_shows_and_logs_nothing_of_what_was_sent(
    browser: Client, page: AnswerPage, monkeypatch: Any
) -> None:
    def fail(*args: Any, **kwargs: Any) -> None:
        raise ValueError(f"cannot handle {args} {kwargs}")

    for place in (
        "content.questions.views.AskForm",
        "search.views.search_pages",
        "content.feedback.views.RemarkForm",
    ):
        monkeypatch.setattr(place, fail, raising=False)
    seed = plant(next(numbers))
    with whole_log() as log:
        answers = [
            browser.post("/vraag-stellen/", {**GOOD, "question": seed.text}),
            browser.post(f"/reactie/{code_of(page.pk)}/fout/", {"text": seed.text}),
        ]
    assert [answer.status_code for answer in answers] == [500, 500]
    assert not any(value in answer.content.decode() for answer in answers for value in seed.values)
    assert "ValueError" in log.getvalue()
    assert traces(seed.values, log.getvalue()) == []


def test_what_may_be_stored_is_where_the_register_says_and_after_erasing_nowhere(browser: Client) -> None:
    seed, about = plant(next(numbers)), "zwqxrolnaam"
    with whole_log() as log:
        fields = {**GOOD, "profession": about, "email": seed.email, "submission": str(uuid.uuid4())}
        assert browser.post("/vraag-stellen/", fields).status_code == 302
        question = Question.objects.get(submission=fields["submission"])
        deliver_due()
        browser.post(f"/vraag-stellen/adres/{CONFIRM.token(question.reference)}/")
    assert traces((about,), log.getvalue()) == [f"table {Question._meta.db_table}"]
    places = set(traces((seed.email,), log.getvalue()))
    assert f"table {Contact._meta.db_table}" in places
    assert places <= {f"table {Contact._meta.db_table}", f"table {OutgoingMail._meta.db_table}", "mail"}
    browser.post(f"/vraag-stellen/mijn-vraag/{STATUS.token(question.reference)}/wissen/")
    mail.outbox.clear()
    assert traces((about, seed.email)) == []


def test_what_a_colleague_or_an_expert_wrote_goes_with_the_question(browser: Client) -> None:
    editor = User.objects.create_user("behandelaar", is_superuser=True, is_staff=True, is_active=True)
    expert_at, draft, note = plant(next(numbers)), "zwqxconcept", "zwqxnotitie"
    submission = str(uuid.uuid4())
    browser.post("/vraag-stellen/", {**GOOD, "submission": submission})
    question = Question.objects.get(submission=submission)
    question.wording = "Wat helpt bij schulden?"
    question.save()
    question.notes.create(text=note, by=editor)
    invitation = experts.invite(question, editor, expert_at.email, "Deskundige", "onderzoeker", 14)
    browser.post(experts.link_path(invitation), {"short_answer": draft, "text": draft})
    assert traces((draft, note, expert_at.email)) != []
    question.delete()
    call_command("housekeeping", verbosity=0)
    left = traces((draft, note, expert_at.email))
    assert [place for place in left if place != "mail"] == []


def test_a_trace_is_noticed_wherever_it_stays(settings: Any) -> None:
    seed = plant(next(numbers))
    assert traces(seed.values) == []
    User.objects.create_user("spoor", email=seed.email)
    file = Path(settings.DATA_DIR) / "index" / "spoor.txt"
    file.parent.mkdir(exist_ok=True)
    file.write_text(seed.text, encoding="utf-8")
    cache.set("spoor", seed.name)
    with whole_log() as log:
        logging.getLogger("iets").warning("Zoek %s op", seed.name)
        logging.getLogger("iets").warning("Bel %s of mail %s", seed.phone, seed.email)
    try:
        found = traces(seed.values, log.getvalue())
    finally:
        file.unlink()
        cache.clear()
    assert found == ["cache default", "file spoor.txt", "log", "table auth_user"]
    assert seed.phone not in log.getvalue() and seed.email not in log.getvalue(), "identifiers are screened"
