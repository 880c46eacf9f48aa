"""Words, lemmas and compound parts."""

from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.nlp.analysis import ANALYSIS_VERSION, analyse, index_tokens, word, words_of
from content.nlp.compounds import split
from content.nlp.stems import stem
from content.nlp.tokens import fold, sentences, tokenize
from tests.content.nlp import dutch_gold

WORDS = (
    "opvoeding",
    "schuldhulpverlening",
    "verslavingszorg",
    "veiligheidsplannen",
    "regisseurs",
    "moeilijkheden",
)
GOLD = {
    "lemmas": (dutch_gold.lemmas(), lambda text: word(text).lemma, 95),
    "compounds": (dutch_gold.compounds(), lambda text: " ".join(word(text).parts) or dutch_gold.NO_PARTS, 92),
}


@pytest.mark.parametrize("name", GOLD)
def test_every_word_that_may_be_tuned_on_is_right(name: str) -> None:
    rows, answer, _ = GOLD[name]
    assert dutch_gold.wrong(dutch_gold.half(rows, held_out=False), answer) == {}


@pytest.mark.parametrize("name", GOLD)
def test_nearly_every_other_word_is_right(name: str) -> None:
    rows, answer, least = GOLD[name]
    held_out = dutch_gold.half(rows, held_out=True)
    errors = len(dutch_gold.wrong(held_out, answer))  # how many, never which: nothing may be tuned on them
    assert 100 * (len(held_out) - errors) / len(held_out) >= least


def test_words_that_only_look_alike_stay_apart() -> None:
    rows = dutch_gold.half(dutch_gold.apart(), held_out=False)
    assert [row.word for row in rows if word(row.word).lemma == word(row.right[0]).lemma] == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("MDA++ en Top600.", ["MDA++", "en", "Top600"]),
        ("'s avonds om 20.30 uur", ["'s", "avonds", "om", "20.30", "uur"]),
        ("één gezin – één plan", ["één", "gezin", "één", "plan"]),
        ("KOPP/KOV 0-2 jaar", ["KOPP", "KOV", "0-2", "jaar"]),
        (
            "mail a.b@voorbeeld.nl of https://x.nl/a?b=1 nu",
            ["mail", "a.b@voorbeeld.nl", "of", "https://x.nl/a?b=1", "nu"],
        ),
        ("", []),
    ],
)
def test_tokens(text: str, words: list[str]) -> None:
    assert [token.text for token in tokenize(text)] == words


@given(st.text(max_size=300))
def test_offsets_are_exact_for_any_text(text: str) -> None:
    tokens = analyse(text)
    assert all(text[token.start : token.end] == token.text for token in tokens)
    assert all(a.end <= b.start for a, b in pairwise(tokens))
    assert all(0 <= start < end <= len(text) for start, end in sentences(text))


@given(st.text(max_size=200))
def test_index_tokens_keep_one_lemma_a_word(text: str) -> None:
    assert len(index_tokens(words_of(text)).lemmas.split(" ")) == max(1, len(tokenize(text)))


def test_long_words_and_texts_take_no_unreasonable_work() -> None:
    assert split("a" * 10_000) == ()
    assert len(tokenize("woord-" * 20_000)) > 0
    for noise in ("a." * 50_000, "woord-" * 20_000, "gezins- " * 5_000, "e\u0301" * 50_000, "ouder(" * 5_000):
        assert all(len(token.parts) < 100 for token in analyse(noise))


def test_a_word_does_not_share_its_stem_with_a_small_word() -> None:
    assert stem("meten") != stem("met") and stem("eenheid") != stem("een") and stem("daten") != stem("dat")


@pytest.mark.parametrize("person", ["schuldenaar", "ambtenaar", "kunstenaar", "wandelaar", "hulpvragenaar"])
def test_the_ending_of_a_person_is_no_part_of_a_compound(person: str) -> None:
    assert word(person).parts == ()


def test_related_words_share_a_stem() -> None:
    for left, right in (
        ("opvoeden", "opvoeding"),
        ("schulden", "schuldenproblematiek"),
        ("uitzetting", "huisuitzetting"),
    ):
        assert set(word(left).stems) & set(word(right).stems), (left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("geweld", "wel"),
        ("gezin", "zin"),
        ("begeleiding", "beleid"),
        ("gemeente", "meenemen"),
        ("gezag", "zagen"),
    ],
)
def test_a_first_syllable_is_no_prefix_to_be_cut_off(left: str, right: str) -> None:
    assert not set(word(left).stems) & set(word(right).stems)


def test_a_sentence_does_not_end_at_an_abbreviation() -> None:
    text = "Dat geldt o.a. Voor ouders. En voor kinderen."
    assert [text[a:b] for a, b in sentences(text)] == ["Dat geldt o.a. Voor ouders.", "En voor kinderen."]


def test_the_version_names_code_and_data() -> None:
    assert ANALYSIS_VERSION.count("-") == 1
    assert fold("Eén CLIËNT") == "een client"


def test_threads_do_not_disturb_each_other() -> None:
    words = [f"{word}{number}" for number in range(200) for word in WORDS]
    alone = [stem.__wrapped__(word) for word in words]
    with ThreadPoolExecutor(8) as pool:
        for together in pool.map(lambda _: [stem.__wrapped__(word) for word in words], range(16)):
            assert together == alone


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("jeugd- en gezinshulp", ["jeugdhulp", "en", "gezinshulp"]),
        ("Jeugd-, gezins- en opvoedhulp.", ["jeugdhulp", "gezinshulp", "en", "opvoedhulp"]),
        ("schuldhulpverlening en -preventie", ["schuldhulpverlening", "en", "schuldpreventie"]),
        ("16-/17-jarigen", ["16-jarig", "17-jarigen"]),
        ("wet- en regelgeving", ["wetgeving", "en", "regelgeving"]),
        ("in-, door- en uitstroom", ["instroom", "doorstroom", "en", "uitstroom"]),
        ("alcohol- en/of drugsverslaving", ["alcoholverslaving", "en", "of", "drugsverslaving"]),
        ("GGZ- en LVB-problematiek", ["ggz-problematiek", "en", "LVB-problematiek"]),
        ("zij kwam - en ging - weg", ["zij", "kwam", "en", "ging", "weg"]),
        ("de ex- en huidige partner", ["de", "ex", "en", "huidige", "partner"]),
        ("jeugd- en", ["jeugd", "en"]),
        ("- begeleiding\n- hulp", ["begeleiding", "hulp"]),
    ],
)
def test_a_part_that_is_written_once_belongs_to_every_word_that_shares_it(
    text: str, forms: list[str]
) -> None:
    tokens = analyse(text)
    assert [token.form for token in tokens] == forms
    assert index_tokens(words_of(text)).lemmas.split() == [token.lemma for token in tokens]
    assert all(text[token.start : token.end] == token.text for token in tokens)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("g.g.z.-instelling", "GGZ-instelling"),
        ("o.t.s.", "OTS’en"),
        ("ouder(s)", "ouder"),
        ("kind(eren)", "kinderen"),
        ("’s-Gravenhage", "'s-Gravenhage"),
        ("jeugd\u00adhulp", "jeugdhulp"),
        ("e\u0301e\u0301n", "één"),
        ("ﬁnanciële", "financieel"),
        ("SCHULDEN", "schuld"),
        ("KLACHTEN", "klacht"),
        ("coordinatoren", "coördinator"),
        ("geinformeerde", "informeren"),
        ("foto’s", "foto"),
        ("oma'tje", "oma"),
        ("zzp-ers", "ZZP'er"),
        ("reintegratie", "re-integratie"),
    ],
)
def test_spellings_of_one_word_are_one_word(left: str, right: str) -> None:
    assert [token.text for token in tokenize(left)] == [left]
    assert word(left).lemma == word(right).lemma
