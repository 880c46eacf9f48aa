"""The judged queries: the measures themselves, and a floor under the held-out half of what ships."""

import math
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from search import relevance, results
from search.engine import backend
from search.management.commands.evaluate_search import DEFAULT_FILE
from search.query import SearchQuery
from search.relevance import JudgedQuery

FLOOR = 0.855  # nDCG@10 on the held-out half; raise it with every gain, lower it never
LEAST = 170
CONTENT = Path(__file__).resolve().parents[2] / "fixtures" / "content"


def judged(**grades: int) -> JudgedQuery:
    return JudgedQuery("vraag", "soort", grades, held_out=False)


def test_ndcg_is_one_for_the_best_order_and_less_for_another() -> None:
    grades = {"a": 3, "b": 1}
    assert relevance.ndcg(["a", "b"], grades) == 1
    assert relevance.ndcg(["b", "a"], grades) == pytest.approx(
        (1 + 7 / math.log2(3)) / (7 + 1 / math.log2(3))
    )
    assert relevance.ndcg(["x", "y"], grades) == 0


def test_scores_are_means_over_the_queries() -> None:
    answers = {"vraag": ["x", "a"]}
    found = relevance.score(
        [judged(a=3), JudgedQuery("niets", "s", {"a": 1}, False)], lambda t: answers.get(t, [])
    )
    assert (found.mrr, found.zero_hits, found.queries) == (0.25, 0.5, 2)
    assert relevance.score([], lambda text: []).queries == 0


def test_the_judged_pages_exist_and_both_halves_are_there() -> None:
    queries = relevance.load(DEFAULT_FILE)
    assert len(queries) >= LEAST
    assert len({query.text for query in queries}) == len(queries)
    assert all((CONTENT / f"{page}.md").exists() for query in queries for page in query.grades)
    assert 0.3 < sum(query.held_out for query in queries) / len(queries) < 0.7


@pytest.mark.django_db
@pytest.mark.usefixtures("demo")
def test_the_held_out_half_stays_above_its_floor() -> None:
    def find(text: str) -> list[str]:
        hits = results.run(SearchQuery(text), backend()).hits
        return [relevance.page_key(hit.type, hit.slug) for hit in hits]

    found = relevance.score([query for query in relevance.load(DEFAULT_FILE) if query.held_out], find)
    assert found.ndcg >= FLOOR
    assert found.zero_hits == 0


@pytest.mark.django_db
@pytest.mark.usefixtures("demo")
def test_the_command_prints_a_table_and_names_a_bad_file(tmp_path: Path) -> None:
    out = StringIO()
    call_command("evaluate_search", stdout=out)
    assert "apart gehouden" in out.getvalue()
    bad = tmp_path / "bad.yaml"
    bad.write_text("queries: [1]")
    with pytest.raises(CommandError, match=r"bad\.yaml"):
        call_command("evaluate_search", bad)
