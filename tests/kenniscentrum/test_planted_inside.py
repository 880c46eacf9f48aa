"""Details that are planted where colleagues write, and what is left of a stored one: in the index, the API, the files of the
database, and when its terms are over.
"""

import datetime
import io
import itertools
import json
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import connection
from django.db.utils import ConnectionHandler
from django.test import Client
from django.utils import timezone

from content.addresses import code_of
from content.admin.questions.operations import OPERATIONS
from content.handling import experts
from content.mail import folder
from content.mail.delivery import deliver_due
from content.models import AnswerPage, Invitation, OutgoingMail, Question
from content.privacy.wiping import PATIENCE, wipe_log
from content.questions.asker import CONFIRM
from search import asked
from search.backends.elasticsearch import ElasticsearchBackend
from search.changes import drain
from search.engine import _elasticsearch, backend
from tests.kenniscentrum.planting import plant, traces, whole_log
from tests.kenniscentrum.test_planted import GOOD

pytestmark = pytest.mark.django_db
DESK = "/beheer/ingezonden-vragen/"
# What a handler types well in the steps.
TYPED = {
    "text": "Overleg met een collega.",
    "wording": "Wat helpt bij schulden?",
    "wording_context": "",
    "message": "Dit staat al op de site.",
    "reason": "outside",
    "into": "AAAA-1111",
    "email": "deskundige@example.org",
    "name": "",
    "role": "jurist",
    "days": "14",
    "checked": "on",
}
STOPPED = frozenset(["text", "wording", "wording_context", "message", "role", "email", "into"])
OPEN_TO_ALL = (
    "/sitemap.xml",
    "/feeds/zoeken.atom?q=schulden",
    "/vragen/",
    "/",
    "/kenniskaart/",
    "/gezondheid/",
)
FAR = datetime.timedelta(days=1000)  # longer than anything is kept
numbers = itertools.count(5000)


@pytest.fixture
def browser(settings: Any, tmp_path: Path) -> Iterator[Client]:
    """A browser of which each answer comes back, also where the site fails; what is asked is counted."""
    settings.COUNT_QUERIES = True
    yield Client(raise_request_exception=False, headers={"Sec-Fetch-Site": "same-origin"})
    asked.tally.flush()


@pytest.fixture
def desk(browser: Client) -> Client:
    browser.force_login(User.objects.create_superuser("behandelaar", password="x"))
    return browser


def once() -> dict[str, str]:
    """What makes a form the same one when it is sent twice."""
    return {"submission": str(uuid.uuid4())}


def ask(client: Client, **fields: str) -> Question:
    data = {**GOOD, **once(), **fields}
    assert client.post("/vraag-stellen/", data).status_code == 302
    return Question.objects.get(submission=data["submission"])


def test_what_is_typed_at_the_desk_and_stopped_is_nowhere(desk: Client) -> None:
    question, planted = ask(Client()), list[str]()
    with whole_log() as log:
        for step, operation in OPERATIONS.items():
            for field in STOPPED & set(operation.form.base_fields):
                Question.objects.update(wording="Wat helpt?", status="assigned")
                seed = plant(next(numbers))
                desk.post(f"{DESK}{question.reference}/{step}/", {**TYPED, field: f"{seed.bsn} {seed.email}"})
                planted += seed.values
        seed = plant(next(numbers))
        desk.post(DESK, {"words": seed.text})
        desk.get(f"{DESK}?status={seed.bsn}&domain={seed.email}")
        desk.get("/beheer/rapporten/lezers/reacties/", {"status": seed.text, "pagina": seed.bsn})
        desk.get("/beheer/apart-gehouden-vragen/", {"p": seed.text})
        for field in ("title", "text"):
            made = {"title": "Proef", "text": "Proef", "reason": "", field: f"{seed.bsn} {seed.email}"}
            assert desk.post("/beheer/snippets/content/cannedreply/add/", made).status_code == 200
        planted += seed.values
    assert len(planted) > 30
    assert traces(tuple(planted), log.getvalue()) == []


def test_a_note_is_in_its_table_alone_and_an_expert_in_theirs(desk: Client) -> None:
    question, at, note = ask(Client()), plant(next(numbers)), "zwqxnotitieblad"
    Question.objects.update(wording="Wat helpt?", status="assigned")
    desk.post(f"{DESK}{question.reference}/notitie/", {"text": f"Eerst bellen, {note}."})
    desk.post(
        f"{DESK}{question.reference}/deskundige/", {**TYPED, "email": at.email, "name": "Zwqxdeskundige"}
    )
    assert traces((note,)) == ["table content_questionnote"]
    kept = {f"table {model._meta.db_table}" for model in (Invitation, OutgoingMail)}
    assert set(traces((at.email, "Zwqxdeskundige"))) == kept


@pytest.fixture(params=["tantivy", pytest.param("elasticsearch", marks=pytest.mark.elasticsearch)])
def live_index(demo: None, settings: Any, request: Any) -> Iterator[None]:
    """The demo content in the index of each engine."""
    if request.param == "tantivy":
        yield
        return
    settings.ELASTICSEARCH_URL = request.getfixturevalue("elasticsearch_url")
    settings.ELASTICSEARCH_INDEX = "planted"
    _elasticsearch.cache_clear()  # with a breaker that no other test opened
    call_command("index", "rebuild", json=True, stdout=io.StringIO())
    yield
    engine = backend()
    assert isinstance(engine, ElasticsearchBackend)
    engine._drop(engine._generations())


@pytest.mark.usefixtures("live_index")
def test_index_api_and_feeds_hold_nothing_of_it(browser: Client) -> None:
    page, seeds = AnswerPage.objects.live().first(), [plant(next(numbers)) for _ in range(3)]
    assert page
    words = "zwqxvraagwoord"
    ask(browser, question=f"Hoe help ik een gezin met {words}?", profession="Zwqxberoep")
    for seed in seeds:
        for _ in range(asked.MIN_ASKED + 1):
            browser.get("/zoeken/", {"q": seed.text})
            browser.get("/api/v1/search", {"q": seed.text})
            browser.get("/api/v1/suggest", {"q": seed.name})
        browser.post("/vraag-stellen/bekend/", {"question": seed.text})
        browser.post(f"/reactie/{code_of(page.pk)}/fout/", {"text": seed.text})
    asked.tally.flush()
    page.save_revision().publish()
    drain()
    sought = (words, "zwqxberoep", *(value for seed in seeds for value in seed.values))
    assert traces(sought) == ["table content_question"]
    said = "".join(got(browser, address) for address in (*OPEN_TO_ALL, *_api(browser)))
    assert not [value for value in sought if value in said]
    for value in sought[:8]:
        found = json.loads(got(browser, "/api/v1/search", q=value))["results"]
        suggested = json.loads(got(browser, "/api/v1/suggest", q=value[:5]))["groups"]
        feed = got(browser, "/feeds/zoeken.atom", q=value).partition("<entry")[2]
        assert value not in str((found, suggested, feed))


def got(client: Client, address: str, **query: str) -> str:
    answer = client.get(address, query or None)
    assert answer.status_code == 200, address
    return answer.content.decode()


def _api(client: Client) -> list[str]:
    """Every list of the API, and all pages of the list of pages."""
    spec = json.loads(got(client, "/api/v1/openapi.json"))
    lists = [
        f"/api/v1{path}"
        for path in spec["paths"]
        if "{" not in path and "search" not in path and "suggest" not in path
    ]
    pages = json.loads(got(client, "/api/v1/pages?perPage=50"))["pageCount"]
    return [*lists, *(f"/api/v1/pages?perPage=50&page={number + 1}" for number in range(pages))]


@pytest.mark.parametrize("status", [400, 403, 404, 413])
def test_a_page_that_refuses_says_nothing_of_what_was_sent(status: int) -> None:
    seed = plant(next(numbers))
    client = Client(raise_request_exception=False, enforce_csrf_checks=True)
    answers = {
        400: lambda: client.get("/", headers={"Host": f"{seed.bsn}.nl:x"}),
        403: lambda: client.post("/vraag-stellen/", {"question": seed.text}, secure=True),
        404: lambda: client.get(f"/{seed.email}/{seed.bsn}/{seed.name}/", {"q": seed.text}),
        413: lambda: client.post("/vraag-stellen/", {"question": seed.text * 2000}),
    }
    answer = answers[status]()
    assert answer.status_code == status
    assert not [value for value in seed.values if value in answer.content.decode()]


def test_when_every_term_is_over_nothing_is_left(
    desk: Client, settings: Any, tmp_path: Path, monkeypatch: Any
) -> None:
    settings.EMAIL_BACKEND, settings.DATA_DIR = folder.BACKEND, tmp_path
    words = _everything_that_is_stored(desk)
    assert {place.partition(" ")[0] for place in traces(tuple(words))} == {"table", "file"}
    real = timezone.now
    monkeypatch.setattr(timezone, "now", lambda: real() + FAR)
    call_command("housekeeping", verbosity=0)
    assert traces(tuple(words)) == []


def _everything_that_is_stored(desk: Client) -> list[str]:
    """A question, an address, one held apart, a remark, a follower, a note and an expert with a draft."""
    visitor, seeds = (
        Client(headers={"Sec-Fetch-Site": "same-origin"}),
        [plant(next(numbers)) for _ in range(4)],
    )
    page = AnswerPage.objects.live().first() or _answer()
    question = ask(visitor, profession="Zwqxberoep", email=seeds[0].email)
    visitor.post(f"/vraag-stellen/adres/{CONFIRM.token(question.reference)}/")
    spam = f"[url=x] Zwqxreclame {GOOD['question']}"
    visitor.post(
        "/vraag-stellen/",
        {**GOOD, "question": spam, "email": seeds[1].email, **once()},
    )
    visitor.post(
        f"/reactie/{code_of(page.pk)}/fout/",
        {"text": "Stap twee klopt niet, zwqxreactie.", **once()},
    )
    visitor.post(f"/volgen/pagina/{code_of(page.pk)}/", {"email": seeds[2].email, "frequency": "weekly"})
    Question.objects.update(wording="Wat helpt?", status="assigned")
    desk.post(f"{DESK}{question.reference}/notitie/", {"text": "Eerst bellen, zwqxnotitie."})
    desk.post(
        f"{DESK}{question.reference}/deskundige/", {**TYPED, "email": seeds[3].email, "role": "zwqxrol"}
    )
    visitor.post(
        experts.link_path(Invitation.objects.get()), {"short_answer": "Zwqxkort.", "text": "Zwqxlang."}
    )
    deliver_due()
    words = ["zwqxberoep", "zwqxreclame", "zwqxreactie", "zwqxnotitie", "zwqxrol", "zwqxkort", "zwqxlang"]
    addresses = [seed.email for seed in seeds]
    assert all(traces((word,)) for word in (*words, *addresses))
    return [*words, *addresses]


def _answer() -> AnswerPage:
    from content.models import OverviewPage

    made = AnswerPage(title="Mag ik delen?", slug="delen", short_answer="Ja.")
    return OverviewPage.objects.get(lists="answer").add_child(instance=made)


def test_what_is_erased_is_in_no_file_of_the_database_once_its_log_is_wiped(tmp_path: Path) -> None:
    settings = connection.settings_dict
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL cleans its own pages")
    name = tmp_path / "db.sqlite3"
    handler = ConnectionHandler(
        {"default": {**settings, "NAME": str(name)}, "reader": {**settings, "NAME": str(name)}}
    )
    database, reader = handler["default"], handler["reader"]
    with database.cursor() as cursor:
        cursor.execute("CREATE TABLE t (x TEXT)")
        cursor.execute("INSERT INTO t VALUES ('zwqxspoor'), ('blijft')")
    with reader.cursor() as reading:
        reading.execute("BEGIN")
        reading.execute("SELECT * FROM t")
        reading.fetchall()
        with database.cursor() as cursor:
            cursor.execute("DELETE FROM t WHERE x = 'zwqxspoor'")
        assert not wipe_log(database), "somebody still reads what was there"
        reading.execute("COMMIT")
    assert wipe_log(database)
    assert b"zwqxspoor" not in b"".join(path.read_bytes() for path in tmp_path.iterdir())
    with database.cursor() as cursor:
        assert cursor.execute("PRAGMA busy_timeout").fetchone()[0] > PATIENCE
    handler.close_all()
