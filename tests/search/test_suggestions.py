"""Suggestions while typing: which labels fit, which come first, and how fast."""

import random
import statistics
import time
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wagtail.models import PageViewRestriction

from content.models import Concept, ElementPage, Label
from content.vocabulary import vocabulary_changed
from search import suggestions
from search.asked import ASKED, CLICKS, MIN_ASKED, WITHOUT_HITS, tally
from search.labels import LabelIndex
from search.models import SuggestedSearch
from search.suggestions import CONCEPT, PAGE, QUERY, suggest

LABELS = (
    "Huisuitzetting voorkomen",
    "Eén gezin, één plan",
    "Uitzetting",
    "Plan van aanpak",
    "Drang en dwang",
)


def found(text: str, limit: int = 10) -> list[str]:
    return [LABELS[n] for n in LabelIndex(LABELS).find(text, limit)]


class TestLabels:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("huisuit", ["Huisuitzetting voorkomen"]),
            ("HUISUIT", ["Huisuitzetting voorkomen"]),
            ("een gezin", ["Eén gezin, één plan"]),
            ("één gezin één pl", ["Eén gezin, één plan"]),
            ("voork", ["Huisuitzetting voorkomen"]),
            ("plan", ["Plan van aanpak", "Eén gezin, één plan"]),
            ("uitzet", ["Uitzetting", "Huisuitzetting voorkomen"]),
            ("dwang drang", ["Drang en dwang"]),
            ("zz", []),
            ("", []),
            ("…", []),
        ],
    )
    def test_which_labels_fit_and_in_which_order(self, text: str, expected: list[str]) -> None:
        assert found(text) == expected

    def test_no_more_than_asked_for(self) -> None:
        assert len(found("a", 1)) <= 1
        assert found("plan", 0) == []

    @given(st.text(max_size=40), st.lists(st.text(max_size=20), max_size=8))
    def test_any_text_against_any_labels(self, text: str, labels: list[str]) -> None:
        places = LabelIndex(labels).find(text, 5)
        assert len(set(places)) == len(places) <= 5
        assert all(0 <= place < len(labels) for place in places)

    def test_a_hundred_thousand_titles_take_no_longer_than_10_ms(self) -> None:
        chance = random.Random(1)
        words = [
            "".join(chance.choices("abdeghiklmnoprstuvz", k=chance.randint(2, 11))) for _ in range(20_000)
        ]
        index = LabelIndex([" ".join(chance.choices(words, k=6)) + " van de buurt" for _ in range(100_000)])
        texts = [chance.choice(words)[: chance.randint(1, 6)] for _ in range(100)]
        texts += ["v", "van d", "van de b", "van de buurt x", "zzzzzz", "buur"]
        took = []
        for text in texts:
            started = time.perf_counter()
            index.find(text, 15)
            took.append((time.perf_counter() - started) * 1000)
        assert statistics.quantiles(took, n=20)[-1] < 10


@pytest.mark.django_db
@pytest.mark.usefixtures("demo")
class TestSuggest:
    @pytest.fixture(autouse=True)
    def _fresh(self) -> Iterator[None]:
        suggestions.forget()
        yield
        suggestions.forget()

    def labels(self, text: str, kind: str) -> list[str]:
        return [item.label for item in suggest(text) if item.kind == kind]

    def test_concepts_come_before_pages_and_both_are_few(self) -> None:
        kinds = [item.kind for item in suggest("schul")]
        assert kinds == sorted(kinds, key=(CONCEPT, PAGE).index)
        assert 0 < kinds.count(CONCEPT) <= 5 and 0 < kinds.count(PAGE) <= 5

    def test_a_concept_is_found_by_another_name_and_says_so_once(self) -> None:
        label = Label.objects.filter(kind="alt", concept__scheme__slug="domein").first()
        assert label
        items = [item for item in suggest(label.text) if item.label == label.concept.pref_label]
        assert len(items) == 1
        assert label.text in items[0].note or items[0].note == "Domein"

    def test_a_concept_that_is_found_by_its_own_name_names_no_other(self) -> None:
        item = next(item for item in suggest("schul") if item.label == "Schulden en inkomen")
        assert item.note == "Domein"

    def test_a_hidden_label_finds_but_is_not_shown(self) -> None:
        concept = Concept.objects.in_scheme("domein").tops().first()
        assert concept
        Label.objects.create(concept=concept, text="qwxverborgen", kind="hidden")
        vocabulary_changed()
        items = suggest("qwxver")
        assert [item.label for item in items] == [concept.pref_label]
        assert "qwx" not in items[0].note + items[0].url

    def test_every_suggestion_leads_somewhere(self, client: Any) -> None:
        for text in ("schul", "veilig", "nazorg", "een"):
            for item in suggest(text):
                assert client.get(item.url).status_code == 200, item

    def asked(self, text: str, times: int, empty: int = 0, clicks: int = 1) -> None:
        """As ``asked`` counts it."""
        for number in range(times):
            tally.note(
                text,
                [ASKED, *([WITHOUT_HITS] if number < empty else []), *([CLICKS] if number < clicks else [])],
            )
        tally.flush()
        suggestions.forget()

    def test_a_former_search_that_led_somewhere_is_suggested_between_concepts_and_pages(
        self, settings: Any
    ) -> None:
        settings.COUNT_QUERIES = True
        self.asked("schulden na scheiding", MIN_ASKED)
        kinds = [item.kind for item in suggest("schulden")]
        assert kinds == sorted(kinds, key=(CONCEPT, QUERY, PAGE).index) and set(kinds) == {
            CONCEPT,
            QUERY,
            PAGE,
        }
        item = next(item for item in suggest("scheid") if item.kind == QUERY)
        assert (item.label, item.url) == ("schulden na scheiding", "/zoeken/?q=schulden+na+scheiding")

    @pytest.mark.parametrize(
        ("text", "times", "empty", "clicks"),
        [
            ("qwx zelden", MIN_ASKED - 1, 0, 1),
            ("qwx nergens", MIN_ASKED, MIN_ASKED, 1),
            ("qwx ongekozen", MIN_ASKED, 0, 0),
            ("qwx bsn 441672115", MIN_ASKED, 0, 1),
        ],
    )
    def test_one_that_is_rare_or_personal_or_led_nowhere_is_not(
        self, settings: Any, text: str, times: int, empty: int, clicks: int
    ) -> None:
        settings.COUNT_QUERIES = True
        self.asked(text, times, empty, clicks)
        assert not suggest("qwx")

    def test_editors_have_the_last_word(self, settings: Any) -> None:
        settings.COUNT_QUERIES = True
        self.asked("qwx verboden", MIN_ASKED)
        assert suggest("qwx")
        SuggestedSearch.objects.create(text="Qwx verboden", shown=False)
        SuggestedSearch.objects.create(text="qwx gewenst")
        suggestions.forget()
        assert [item.label for item in suggest("qwx")] == ["qwx gewenst"]

    def test_a_concept_is_not_repeated_as_a_search(self, settings: Any) -> None:
        settings.COUNT_QUERIES = True
        self.asked("schulden en inkomen", MIN_ASKED)
        assert not [item for item in suggest("schulden en") if item.kind == QUERY]

    def test_accents_and_capitals_do_not_count(self) -> None:
        assert suggest("EEN GEZIN") == suggest("één gezin")

    def test_a_page_that_is_no_longer_public_leaves_at_once(self) -> None:
        page = ElementPage.objects.live().first()
        assert page and page.title in self.labels(page.title, PAGE)
        restriction = PageViewRestriction.objects.create(page=page, restriction_type="login")
        assert page.title not in self.labels(page.title, PAGE)
        restriction.delete()
        page.unpublish()
        assert page.title not in self.labels(page.title, PAGE)

    def test_a_new_page_comes_after_a_while(self, monkeypatch: pytest.MonkeyPatch) -> None:
        page = ElementPage.objects.live().first()
        assert page and not suggest("qwxnieuw")
        page.title = "Qwxnieuw in de wijk"
        page.save_revision().publish()
        later = time.monotonic() + suggestions.TITLES_SECONDS
        monkeypatch.setattr("search.suggestions.time.monotonic", lambda: later)
        assert self.labels("qwxnieuw", PAGE) == ["Qwxnieuw in de wijk"]

    def test_few_queries_when_nothing_changed(self, django_assert_max_num_queries: Any) -> None:
        suggest("schul")
        with django_assert_max_num_queries(6):
            suggest("schulden")

    @pytest.mark.parametrize("text", ["", " ", "\x00", "%", "_", "'", "\\", "a" * 5000, "🙂", "."])
    def test_odd_input(self, text: str) -> None:
        assert isinstance(suggest(text), tuple)
