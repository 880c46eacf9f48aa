"""Whether a question that was asked before in other words is found among many others."""

from pathlib import Path

import pytest
import yaml

from content.handling import nearness
from content.handling.nearness import near_questions
from content.models import AnswerPage, OverviewPage, Question

pytestmark = pytest.mark.django_db
GOLD = Path(__file__).resolve().parents[1] / "gold"
PAIRS: list[list[str]] = yaml.safe_load((GOLD / "near_questions.yaml").read_text(encoding="utf-8"))
OTHERS: dict[str, str] = yaml.safe_load((GOLD / "deflection.yaml").read_text(encoding="utf-8"))
WANTED, WANTED_FIRST = 0.9, 0.75  # present figures: 16 of 16 found, 14 of 16 first
SHOWN_BESIDE = 2.0  # others shown with it, on average; present figure: 1.2


def test_the_same_question_in_other_words_is_found_and_little_else() -> None:
    asked = [*OTHERS, *(text for pair in PAIRS for text in pair)]
    rows = {text: Question.objects.create(question=text, profession="wijkteam") for text in asked}
    ranks, beside = [], 0
    for one, other in [*PAIRS, *(reversed(pair) for pair in PAIRS)]:
        near = [found.question.question for found in near_questions(rows[one])]
        ranks.append(near.index(other) if other in near else None)
        beside += len(near) - (other in near)
    assert sum(rank is not None for rank in ranks) >= WANTED * len(ranks)
    assert ranks.count(0) >= WANTED_FIRST * len(ranks)
    assert beside <= SHOWN_BESIDE * len(ranks)


def test_an_answer_is_read_once_and_again_when_it_changed(
    vocabulary: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    nearness._answer_stems.cache_clear()
    parent = OverviewPage.objects.get(lists="answer")
    page = parent.add_child(instance=AnswerPage(title="Wie belt de school?", short_answer="De mentor."))
    question = Question.objects.create(question="Wie belt de school?")
    read: list[str] = []
    profile = nearness.profile
    monkeypatch.setattr(nearness, "profile", lambda text: read.append(text) or profile(text))
    for _ in range(3):
        near_questions(question)
    assert read.count("Wie belt de school?\nDe mentor.") == 1
    page.short_answer = "De leerplichtambtenaar."
    page.save()
    near_questions(question)
    assert read.count("Wie belt de school?\nDe leerplichtambtenaar.") == 1


def test_what_was_asked_is_not_remembered(vocabulary: None) -> None:
    nearness._answer_stems.cache_clear()
    one = Question.objects.create(question="Wie belt de school?")
    Question.objects.create(question="Wie belt de school nu?")
    near_questions(one)
    assert nearness._answer_stems.cache_info().currsize == AnswerPage.objects.live().public().count()
