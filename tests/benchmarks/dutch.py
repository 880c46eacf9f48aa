"""How well Dutch words are analysed, beside what somebody would otherwise run: simplemma as it is, and Snowball's stems.

``python -m tests.benchmarks.dutch`` prints the table of the README, over the half of the gold that nothing was tuned on;
with ``--tuning`` over the other half, with the errors.
"""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import simplemma
import snowballstemmer

from content.nlp.analysis import word
from content.nlp.tokens import fold
from tests.content.nlp import dutch_gold
from tests.content.nlp.dutch_gold import NO_PARTS, Row

_SNOWBALL = snowballstemmer.stemmer("dutch_porter")


@dataclass(frozen=True)
class Way:
    """A way to analyse words: what a word is found under, and its lemma and parts where it gives those."""

    name: str
    keys: Callable[[str], frozenset[str]]
    lemma: Callable[[str], str] | None = None
    parts: Callable[[str], str] | None = None


def our_parts(text: str) -> str:
    """The parts of a word as the gold writes them."""
    return " ".join(word(text).parts) or NO_PARTS


def our_lemma(text: str) -> str:
    """The lemma of a word."""
    return word(text).lemma


def _stem(text: str) -> frozenset[str]:
    return frozenset([_SNOWBALL.stemWord(text.lower())])


def _plain_lemma(text: str) -> str:
    return fold(simplemma.lemmatize(text, lang="nl"))


WAYS = (
    Way("Kenniscentrum", lambda text: frozenset([word(text).lemma]), our_lemma, our_parts),
    Way("simplemma", lambda text: frozenset([_plain_lemma(text)]), _plain_lemma),
    Way("Snowball", _stem),
)


def table(held_out: bool) -> str:
    """The table over one half, measured now."""
    lemmas, compounds, apart = (
        dutch_gold.half(rows, held_out)
        for rows in (dutch_gold.lemmas(), dutch_gold.compounds(), dutch_gold.apart())
    )
    real = [row for row in compounds if NO_PARTS not in row.right]
    whole = [row for row in compounds if row.right == (NO_PARTS,)]
    lines = [
        f"| woorden, {'apart gehouden' if held_out else 'afgestemde'} helft (%) | "
        + " | ".join(way.name for way in WAYS)
        + " |",
        "|---" * (len(WAYS) + 1) + "|",
        _line(f"grondvorm klopt ({len(lemmas)})", [_right(lemmas, way.lemma) for way in WAYS]),
        _line(f"vorm vindt haar grondvorm ({len(lemmas)})", [_meets(lemmas, way) for way in WAYS]),
        _line(f"andere woorden blijven apart ({len(apart)})", [100 - _meets(apart, way) for way in WAYS]),
        _line(f"samenstelling: alle delen kloppen ({len(real)})", [_right(real, way.parts) for way in WAYS]),
        _line(
            f"samenstelling: het laatste deel klopt ({len(real)})", [_heads(real, way.parts) for way in WAYS]
        ),
        _line(f"geen samenstelling, en heel gelaten ({len(whole)})", [_right(whole, w.parts) for w in WAYS]),
    ]
    return "\n".join(lines)


def _line(label: str, shares: Sequence[float | None]) -> str:
    return f"| {label} | " + " | ".join("" if share is None else f"{share:.0f}" for share in shares) + " |"


def _right(rows: Sequence[Row], answer: Callable[[str], str] | None) -> float | None:
    return None if answer is None else 100 - 100 * len(dutch_gold.wrong(rows, answer)) / len(rows)


def _heads(rows: Sequence[Row], parts: Callable[[str], str] | None) -> float | None:
    if parts is None:
        return None
    last = [Row(row.word, tuple(reading.split()[-1] for reading in row.right)) for row in rows]
    return _right(last, lambda text: parts(text).split()[-1])


def _meets(rows: Sequence[Row], way: Way) -> float:
    met = [any(way.keys(row.word) & way.keys(right) for right in row.right) for row in rows]
    return 100 * sum(met) / len(met)


def main() -> None:
    """Print the table; for the half that is tuned on the errors too."""
    tuning = "--tuning" in sys.argv
    print(table(held_out=not tuning))
    if tuning:
        for rows, answer in ((dutch_gold.lemmas(), our_lemma), (dutch_gold.compounds(), our_parts)):
            right = {row.word: " | ".join(row.right) for row in rows}
            for text, given in dutch_gold.wrong(dutch_gold.half(rows, held_out=False), answer).items():
                print(f"{text}: {given}, not {right[text]}")


if __name__ == "__main__":
    main()
