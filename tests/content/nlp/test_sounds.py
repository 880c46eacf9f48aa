"""Words that are written by ear sound like the word that is meant, and other words do not."""

import pytest

from content.nlp.sounds import sound


@pytest.mark.parametrize(
    ("heard", "meant"),
    [
        ("sgulden", "schulden"),
        ("psygiater", "psychiater"),
        ("verslaaft", "verslaafd"),
        ("uithuisplaatzing", "uithuisplaatsing"),
        ("krisis", "crisis"),
        ("swangersgap", "zwangerschap"),
        ("politsie", "politie"),
        ("rezjie", "regie"),
        ("fisiek", "fysiek"),
        ("schijding", "scheiding"),
        ("ouwders", "ouders"),
        ("outisme", "autisme"),
        ("terapie", "therapie"),
        ("ekonomisch", "economisch"),
        ("gefangenis", "gevangenis"),
        ("mishandelling", "mishandeling"),
        ("huurachterstant", "huurachterstand"),
        ("schultsanering", "schuldsanering"),
    ],
)
def test_written_by_ear(heard: str, meant: str) -> None:
    assert sound(heard) == sound(meant)


@pytest.mark.parametrize(
    ("one", "other"),
    [("huur", "hoer"), ("regie", "regio"), ("bed", "bad"), ("school", "schaal"), ("pil", "bil")],
)
def test_other_words_sound_otherwise(one: str, other: str) -> None:
    assert sound(one) != sound(other)


def test_any_text_has_a_sound() -> None:
    assert sound("") == ""
    assert len(sound("x" * 100_000)) < 100
