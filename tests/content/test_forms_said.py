"""What a screen reader is told: every reference points at something, on every form with errors."""

from collections.abc import Iterator
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import User
from django.test import Client

from content.addresses import code_of
from content.handling import answers, experts
from content.models import AnswerPage, ElementPage, OverviewPage, Question

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vocabulary")]
HERE = {"HTTP_SEC_FETCH_SITE": "same-origin"}
ASK = "/vraag-stellen/"


def dangling(html: bytes) -> Iterator[str]:
    """References to an id that is not there, and ids without a name or that are there twice."""
    soup = BeautifulSoup(html, "html.parser")
    ids = [tag["id"] for tag in soup.find_all(id=True)]
    yield from (f"id {name!r}" for name in {*ids} if not name or ids.count(name) > 1)
    for name in ("aria-describedby", "aria-labelledby", "aria-controls", "for"):
        for tag in soup.find_all(attrs={name: True}):
            wanted = tag[name] if isinstance(tag[name], list) else tag[name].split()
            yield from (f"{name}={each}" for each in wanted or [""] if each not in ids)
    for link in soup.find_all("a", href=lambda href: href and href.startswith("#")):
        if link["href"][1:] not in ids:
            yield f"href={link['href']}"


def page() -> AnswerPage:
    parent = OverviewPage.objects.get(lists="answer")
    return parent.add_child(instance=AnswerPage(title="Wie belt de school?"))


def expert_path() -> str:
    user = User.objects.create_user("h", password="x", is_superuser=True)
    question = Question.objects.create(question="Hoe help ik?", profession="wijkteam", may_publish=True)
    answers.set_wording(question, user, "Hoe help ik een gezin?", "")
    invitation = experts.invite(question, user, "d@example.org", "", "jurist", 14)
    return experts.link_path(invitation)


FORMS: dict[str, tuple[Any, list[dict[str, str]]]] = {
    "asking": (
        lambda: ASK,
        [
            {
                "question": "",
                "profession": "",
                "urgency": "soms",
                "setting": "x",
                "email": "x",
                "domains": "x",
            },
            {"question": "Bel 06-12345678 over dit gezin", "context": "BSN 123456782", "profession": ""},
        ],
    ),
    "expert": (
        expert_path,
        [
            {"short_answer": "", "text": ""},
            {"short_answer": "Bel 06-12345678.", "text": "x" * 10_001},
            {"short_answer": "Vraag het mevrouw Yilmaz.", "text": ""},
        ],
    ),
    "following": (lambda: f"/volgen/pagina/{code_of(page().pk)}/", [{"email": "x", "frequency": "ooit"}]),
    "fault": (lambda: f"/reactie/{code_of(page().pk)}/fout/", [{"text": ""}, {"text": "Bel 06-12345678."}]),
}


@pytest.mark.parametrize("name", FORMS)
def test_every_reference_in_a_form_points_at_something(client: Client, name: str) -> None:
    make, wrong = FORMS[name]
    path = make()
    shown = client.get(path)
    assert shown.status_code == 200 and not list(dangling(shown.content))
    for data in wrong:
        again = client.post(path, data, **HERE)
        html = again.content
        assert b"error-summary" in html, (again.status_code, data)
        assert not list(dangling(html)), data


def test_an_element_without_facts_has_no_empty_table(client: Client) -> None:
    parent = OverviewPage.objects.get(lists="element")
    element = parent.add_child(instance=ElementPage(title="Kaal"))
    assert not BeautifulSoup(client.get(element.url).content, "html.parser").find("table")


def test_an_answer_without_role_or_date_has_no_empty_paragraph(client: Client) -> None:
    bare = page()
    soup = BeautifulSoup(client.get(bare.url).content, "html.parser")
    assert not [
        tag for tag in soup.main.find_all("p") if not tag.get_text(strip=True) and not tag.attrs.get("role")
    ]
