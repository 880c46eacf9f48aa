"""Whether a question that was asked before in other words is found among many others."""

from pathlib import Path

import pytest
import yaml

from content.handling.nearness import near_questions
from content.models import Question

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
