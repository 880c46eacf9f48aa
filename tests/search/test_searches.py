"""Searches that editors write for a page: what they find, what they say, and that no reader sees them on the page."""

import pytest
from django.test import Client

from content.models import ArticlePage
from search import results
from search.changes import drain
from search.engine import backend
from search.hits import Hit
from search.query import SearchQuery
from search.searches import beside, features

OWN = "krentenbrij op de vliering"


def as_indexed(*searches: str) -> list[str]:
    return [" ".join(features(search)) for search in searches]


class TestBeside:
    def test_the_same_words_in_another_form_are_nearer_than_some_of_them(self) -> None:
        pages = [as_indexed("de deur blijft dicht"), as_indexed("wie heeft de regie", "deuren bleven dicht")]
        first, second = beside("deur bleef dicht", pages).nearest
        assert second and second.number == 1
        assert first and 0 < first.closeness <= 1
        assert beside("regie", pages).nearest[0] is None

    def test_words_in_the_same_order_are_nearer(self) -> None:
        pages = [as_indexed("kind slaat moeder"), as_indexed("moeder slaat kind")]
        one, other = beside("kind slaat moeder", pages).closeness
        assert one == pytest.approx(1) and other < 1

    def test_how_near_the_searches_of_a_page_are_together(self) -> None:
        pages = [as_indexed("deur dicht", "deur dicht", "iets anders"), as_indexed("deur dicht"), []]
        found = beside("deur dicht", pages)
        assert found.closeness.tolist() == pytest.approx([1, 1, 0])
        assert found.three.tolist() == pytest.approx([2 / 3, 1 / 3, 0])
        assert found.together.tolist() == pytest.approx([2 ** (1 / 3), 1, 0])

    def test_in_how_many_searches_a_word_stands(self) -> None:
        found = beside(
            "deur dicht", [as_indexed("deur open", "een deur", "raam"), as_indexed("deuren dicht")]
        )
        times = dict(zip(found.asked, found.times.T.tolist(), strict=True))
        assert times["deur"] == [2, 1] and times["dicht"] == [0, 1]

    def test_small_words_alone_tell_nothing(self) -> None:
        assert all("_" in feature for feature in features("wat is het er"))

    def test_nothing_asked_or_nothing_written(self) -> None:
        assert beside("", [as_indexed("de deur")]).nearest == (None,)
        assert beside("deur", [[], [""]]).nearest == (None, None)
        assert beside("deur", []).nearest == ()


@pytest.mark.django_db
class TestSearching:
    @pytest.fixture(autouse=True)
    def page(self, own_index: None) -> ArticlePage:
        page = ArticlePage.objects.first()
        page.searched_as = f"{OWN}\niets heel anders"
        page.save_revision().publish()
        drain()
        return page

    def found(self, text: str) -> Hit:
        return results.run(SearchQuery(text), backend()).hits[0]

    def test_they_find_the_page_and_it_says_so(self, page: ArticlePage, client: Client) -> None:
        hit = self.found("krentenbrij vliering")
        assert hit.id == page.pk
        assert {reason.place for reason in hit.reasons} == {"zoekvragen bij deze pagina"}
        shown = client.get("/zoeken/", {"q": "krentenbrij vliering"}).content.decode()
        assert "(in de zoekvragen bij deze pagina)" in shown

    def test_they_are_no_part_of_what_readers_and_programs_see(
        self, page: ArticlePage, client: Client
    ) -> None:
        assert OWN not in client.get(page.url).content.decode()
        assert OWN not in client.get(f"/api/v1/pages/{page.pk}").content.decode()
        assert not any("vliering" in part.text for part in self.found("krentenbrij vliering").snippet)

    def test_what_readers_see_goes_before_them_in_a_reason(self, page: ArticlePage) -> None:
        page.searched_as = page.title
        page.save_revision().publish()
        drain()
        places = {reason.place for reason in self.found(page.title).reasons}
        assert places <= {"titel", "tekst"}

    def test_personal_data_in_them_is_refused(self, page: ArticlePage) -> None:
        from content.page_screen import PersonalDataFound

        page.searched_as = "bel 06-12345678"
        with pytest.raises(PersonalDataFound, match="Zo zoeken mensen hiernaar"):
            page.save_revision().publish()


@pytest.mark.django_db
@pytest.mark.usefixtures("demo")
def test_an_editor_writes_a_line_each_and_each_once() -> None:
    page = ArticlePage.objects.first()
    form = page.get_edit_handler().get_form_class()(instance=page)
    form.cleaned_data = {"searched_as": "  deur  dicht \r\n\r\nregie\r\ndeur dicht\r\n"}
    assert form.clean_searched_as() == "deur dicht\nregie"
    assert "searched_as" in form.fields
