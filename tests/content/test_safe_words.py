"""The general words that the screen offers in the place of a name or a date of birth."""

import datetime

import pytest

from content.nlp.screen import screen
from content.safe_words import safe_words

TODAY = datetime.date(2026, 4, 1)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mevrouw Yilmaz wil niet praten.", "een moeder"),
        ("Dhr. Bakker wil niet praten.", "een vader"),
        ("De familie Jansen heeft schulden.", "een gezin"),
        ("Onze dochter Sanne slaapt slecht.", "een dochter"),
        ("Ik maak me zorgen om Sanne.", ""),
        ("Zoon, geboren op 12-03-2018, is bang.", "een kind van 8"),
        ("Zoon, geboren op 12-04-2018, is bang.", "een kind van 7"),
        ("geb. 3 mrt '24, huilt veel", "een kind van 2"),
        ("Vader is geboren op 30 november 1979.", "iemand van 46"),
        ("Moeder, geboren op 8-8-88, is alleen.", "iemand van 37"),
        ("Zij is geboren op 31-02-2018.", ""),
        ("Mijn BSN is 123456782.", ""),
    ],
)
def test_the_words_say_who_it_is_and_nothing_more(text: str, words: str) -> None:
    [finding] = screen(text).findings
    assert safe_words(text, finding, TODAY) == words
