"""Whether who asks what is answered already is shown the answer: questions in other words over the demo content."""

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.test import Client

from content.questions.knowledge import known_about

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]
GOLD: dict[str, str] = yaml.safe_load(
    (Path(__file__).resolve().parents[1] / "gold" / "deflection.yaml").read_text(encoding="utf-8")
)
FIRST = 3
WANTED, WANTED_HELD_OUT = 0.92, 0.86  # present figures: 0.97, and 0.92 of the half that nothing was tuned on
ORDER = ("answer", "element", "factsheet", "article", "publication")


def held_out(question: str) -> bool:
    return hashlib.sha256(question.encode()).digest()[0] % 2 == 0


def share(among: Callable[[str], bool]) -> float:
    asked = [question for question in GOLD if among(question)]
    found = [question for question in asked if GOLD[question] in shown(question)]
    return len(found) / len(asked)


def shown(question: str) -> list[str]:
    return [known.url.rstrip("/").rpartition("/")[2] for known in known_about(question)[:FIRST]]


def test_the_answering_page_is_among_the_first_three() -> None:
    assert len(GOLD) >= 40
    assert share(lambda question: True) >= WANTED
    assert share(held_out) >= WANTED_HELD_OUT


def test_answers_come_first_and_each_page_has_a_passage() -> None:
    for question in list(GOLD)[:10]:
        known = known_about(question)
        assert 0 < len(known) <= 5
        places = [ORDER.index(item.type) for item in known]
        assert places == sorted(places)
        assert all("".join(part.text for part in item.passage).strip() for item in known)


def test_the_check_page_shows_the_answer_in_the_asker_s_own_form(client: Client) -> None:
    data = {"question": "Wat is het verschil tussen casusregie en procesregie?", "profession": "gemeente"}
    page = client.post("/vraag-stellen/", data).content.decode()
    assert "/vragen/wie-heeft-de-regie-en-wat-mag-die/" in page
    assert page.count("Dit beantwoordt mijn vraag") >= FIRST


@pytest.mark.parametrize("text", ["", "   ", "?!", '-- "', '-schulden "wonen', "de het een", "😀" * 20])
def test_any_text_gives_a_list(text: str) -> None:
    assert isinstance(known_about(text), tuple)


def test_nothing_of_a_question_is_logged(caplog: Any) -> None:
    with caplog.at_level("DEBUG"):
        known_about("Een geheimzinnig wwoord over schulden")
    assert not any("wwoord" in record.getMessage() for record in caplog.records)
