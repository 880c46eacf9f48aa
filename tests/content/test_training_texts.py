"""The texts that ship for training: labels that exist, nothing twice, and nothing that a gold set measures with."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

import pytest

from content.learning import TRAINING, training_texts
from content.nlp.analysis import analyse
from content.nlp.gold import read_gold
from content.nlp.learned import Key
from content.tag_quality import GOLD
from content.vocabulary import current

SHINGLE = 3  # lemmas in a row
TOO_ALIKE = 0.5  # of the shingles of the shorter of two texts


def labelled() -> Iterator[tuple[str, frozenset[Key]]]:
    for path in sorted(TRAINING.glob("*.yaml")):
        yield from training_texts(path)


def shingles(text: str) -> frozenset[tuple[str, ...]]:
    lemmas = [token.lemma for token in analyse(text)]
    return frozenset(tuple(lemmas[n : n + SHINGLE]) for n in range(max(1, len(lemmas) - SHINGLE + 1)))


def alike(one: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]) -> float:
    return len(one & other) / min(len(one), len(other))


def test_no_training_text_stands_in_a_gold_set_nor_nearly() -> None:
    gold = [shingles(text.text) for path in sorted(GOLD.glob("*.yaml")) for text in read_gold(path)]
    taught = {text: shingles(text) for text, _ in labelled()}
    assert [
        text for text, own in taught.items() if any(alike(own, known) > TOO_ALIKE for known in gold)
    ] == []


def test_a_near_duplicate_would_be_seen() -> None:
    text = "De deurwaarder komt vrijdag langs voor de oude rekening."
    assert alike(shingles(text), shingles("De deurwaarder komt vrijdag langs voor een rekening.")) > TOO_ALIKE
    assert alike(shingles(text), shingles("De wijkagent komt maandag langs voor een praatje.")) < TOO_ALIKE


def test_no_text_is_taught_twice() -> None:
    texts = sorted(" ".join(token.lemma for token in analyse(text)) for text, _ in labelled())
    assert [one for one, other in pairwise(texts) if one == other] == []


@pytest.mark.usefixtures("vocabulary")
def test_every_domain_and_theme_is_taught_with_many_texts_and_beside_others() -> None:
    tops = {(c.scheme, c.slug) for c in current().concepts if c.broader is None}
    texts = list(labelled())
    counted = Counter(key for _, about in texts for key in about)
    assert set(counted) == tops
    assert min(counted.values()) >= 40
    assert sum(not about for _, about in texts) >= 300
    assert sum(len(about) > 1 for _, about in texts) >= 250
