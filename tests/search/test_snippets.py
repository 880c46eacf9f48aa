"""What is marked in titles and passages: the asker's words and what stands for them, never words that only look alike."""

import pytest

from content import vocabulary
from content.nlp.analysis import analyse
from search.backends.base import Group, Phrase
from search.reading import read
from search.snippets import mark, plain, snippet, wanted
from search.understanding import understand


def marked(text: str, groups: tuple[Group, ...]) -> list[str]:
    return [part.text for part in mark(read(text, wanted(groups))) if part.found]


def phrase(text: str) -> tuple[Group, ...]:
    return (Group(text, (Phrase(tuple(token.lemma for token in analyse(text))),)),)


def test_the_words_of_a_phrase_are_marked_where_they_stand_together_and_nowhere_else() -> None:
    groups = phrase("drang en dwang")
    assert marked("Drang en dwang in het gezin", groups) == ["Drang", "en", "dwang"]
    assert "en" not in marked("Wonen en werken, zonder drang", groups)


@pytest.mark.django_db
@pytest.mark.usefixtures("vocabulary")
def test_small_words_of_a_synonym_are_not_marked() -> None:
    groups = understand("schulden en verslaving", vocabulary.current()).groups
    found = marked("In de schulden, en op de rand van een verslaving", groups)
    assert found == ["schulden", "verslaving"]


def test_lines_of_a_page_do_not_run_into_each_other() -> None:
    text = "Wat te doen bij schulden\nBel eerst.\nVraag dan"
    shown = plain(snippet((read(text, wanted(phrase("schulden"))),)))
    assert shown == "Wat te doen bij schulden · Bel eerst. Vraag dan"


@pytest.mark.django_db
@pytest.mark.usefixtures("vocabulary")
def test_a_word_that_shares_its_last_part_is_marked_where_it_stands() -> None:
    groups = understand("jeugdhulp", vocabulary.current()).groups
    assert marked("Jeugd- en gezinshulp in de buurt", groups)[:1] == ["Jeugd"]
    shared = understand("pleeg- en stiefouders", vocabulary.current()).groups
    assert marked("Een pleegouder belt", shared) == ["pleegouder"]
