"""Texts in general words: nothing personal is left, and they still read as sentences."""

import datetime

import pytest

from content.general_words import in_general_words
from content.nlp.screen import screen
from content.nlp.screen.findings import NAME
from tests.content.nlp.screen_gold import cases

TODAY = datetime.date(2026, 4, 1)


def general(text: str) -> str:
    return in_general_words(text, screen(text).findings, TODAY)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kevin (9) gaat niet naar school.", "Een kind van 8 tot 12 gaat niet naar school."),
        ("Sanne, 3 jaar, huilt veel.", "Een kind van 0 tot 4 huilt veel."),
        ("Wat doe ik met Daan van 14?", "Wat doe ik met een jongere van 12 tot 18?"),
        (
            "Kevin (9) slaat. Op school is Kevin rustig.",
            "Een kind van 8 tot 12 slaat. Op school is dit kind rustig.",
        ),
        (
            "Kevin (9) en Sanne (10) slapen samen.",
            "Een kind van 8 tot 12 en een ander kind van 8 tot 12 slapen samen.",
        ),
        ("Fatima (34) drinkt.", "Een volwassene drinkt."),
        ("Mevrouw De Vries wil niet praten.", "Deze vrouw wil niet praten."),
        ("Mevrouw De Vries slaat haar kinderen.", "De moeder slaat haar kinderen."),
        ("Volgens dhr. Bakker is dat zo.", "Volgens deze man is dat zo."),
        ("De heer Bakker is de vader.", "De vader is de vader."),
        ("Mevrouw Bakker en mevrouw De Vries ruziën.", "Deze vrouw en een andere vrouw ruziën."),
        ("De familie Jansen heeft schulden.", "Het gezin heeft schulden."),
        ("Onze dochter Sanne slaapt slecht.", "Onze dochter slaapt slecht."),
        ("De gezinsvoogd, Gert-Jan Postmus, belt niet.", "De gezinsvoogd belt niet."),
        ("De moeder (Fatima) drinkt.", "De moeder drinkt."),
        ("Ik maak me zorgen om Sanne.", "Ik maak me zorgen om deze persoon."),
        (
            "Met Yusuf gaat het beter, met Ilyas niet.",
            "Met deze persoon gaat het beter, met iemand anders niet.",
        ),
        ("Yusra, Ilyas en Safa spijbelen.", "Deze personen spijbelen."),
        ("De kinderen Hassan en Noor huilen.", "De kinderen huilen."),
        ("De moeder, Hanin Al Khatib, vier kinderen, huilt.", "De moeder, vier kinderen, huilt."),
        ("Voogd mw. Kluivert belt nooit.", "Voogd belt nooit."),
        ("Ik ben de vader van Thirza.", "Ik ben de vader van deze persoon."),
        ("Zij noemt zich Roos.", "Zij noemt zich anders."),
        ("Haar dochter heet Samira Bouzid.", "Haar dochter heet hier anders."),
        ("Kevin's moeder drinkt.", "Zijn of haar moeder drinkt."),
        ("Zoon, geboren op 12-03-2018, is bang.", "Zoon, 8 tot 12 jaar, is bang."),
        ("Het meisje (geb. 3 mei 2014) huilt.", "Het meisje (8 tot 12 jaar) huilt."),
        ("Vader is geboren op 30 november 1979.", "Vader is 18 jaar of ouder."),
        ("Zij werd geboren op 27 februari 1994.", "Zij werd geboren op een bepaalde dag."),
        ("Sanne is jarig op 3 mei.", "Deze persoon is jarig op een bepaalde dag."),
        ("Zij wonen in de Kerkstraat 12.", "Zij wonen op het adres van het gezin."),
        ("Kerkstraat 12, 8011 CD Zwolle is vervuild.", "Het adres van het gezin is vervuild."),
        ("Bel 06 12 34 56 78 na vieren.", "Bel na vieren."),
        ("Moeder is bereikbaar op 06-12345678.", "Moeder is bereikbaar per telefoon."),
        ("Het gaat om mevrouw met BSN 441672115, wat nu?", "Het gaat om mevrouw, wat nu?"),
        ("Kan het plan naar s.devries@ziggo.nl gestuurd?", "Kan het plan per mail gestuurd?"),
        ("Moeder (441672115) belde.", "Moeder belde."),
        ("441672115 is zijn nummer.", "Een nummer is zijn nummer."),
        ("De rekening NL27INGB0006581566 staat rood.", "De bankrekening staat rood."),
        ("Haar polisnummer 30045678912 is geroyeerd.", "Haar polisnummer is geroyeerd."),
        ("Zaaknummer C/09/612345 loopt nog.", "De zaak loopt nog."),
        ("Hij rijdt in een GK-123-B.", "Hij rijdt in een auto."),
        ("Er is niets persoonlijks aan.", "Er is niets persoonlijks aan."),
        ("", ""),
    ],
)
def test_a_text_in_general_words_reads_as_a_sentence(text: str, expected: str) -> None:
    assert general(text) == expected


def test_nothing_that_was_found_is_left_in_any_text_and_no_sign_stands_alone() -> None:
    for case in (case for case in cases() if not case.held_out):
        findings = screen(case.text).findings
        words = in_general_words(case.text, findings, TODAY)
        if not findings:
            assert words == case.text
        for finding in findings:
            found = case.text[finding.start : finding.end]
            assert len(found) < 4 or finding.kind == NAME or found not in words, (case.text, words)
        assert "[" not in words or "[" in case.text
        for stray in ("  ", " ,", "( ", "()", " ."):
            assert stray not in words or stray in case.text, (case.text, words)
