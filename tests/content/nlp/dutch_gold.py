"""The gold sets of Dutch analysis, for its tests and for the benchmark that prints the README's table.

``lemmas.tsv``: a form and its lemma; ``compounds.tsv``: a word and the lemmas of its parts, readings that are as good with
``|`` between them, and ``-`` where the word is none; ``apart.tsv``: words that only look alike.
"""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "gold"
NO_PARTS = "-"


@dataclass(frozen=True)
class Row:
    """A word and the answers that are right."""

    word: str
    right: tuple[str, ...]

    @property
    def held_out(self) -> bool:
        """Whether nothing may be tuned on it: half of the words, by their hash."""
        return hashlib.sha256(self.word.encode()).digest()[0] % 2 == 0


def lemmas() -> list[Row]:
    """Forms with their lemma, folded."""
    return _rows("lemmas.tsv")


def compounds() -> list[Row]:
    """Words with their parts, joined by spaces; ``-`` for a word that is no compound."""
    return _rows("compounds.tsv")


def apart() -> list[Row]:
    """Words with one that they may share nothing with."""
    return _rows("apart.tsv")


def half(rows: Sequence[Row], held_out: bool) -> list[Row]:
    """The half that may be tuned on, or the one that may only be measured."""
    return [row for row in rows if row.held_out == held_out]


def wrong(rows: Sequence[Row], answer: Callable[[str], str]) -> dict[str, str]:
    """The words that are answered wrongly, with the answer."""
    answers = {row.word: answer(row.word) for row in rows}
    return {row.word: answers[row.word] for row in rows if answers[row.word] not in row.right}


def _rows(name: str) -> list[Row]:
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    pairs = (line.split("\t") for line in lines if line)
    return [Row(word, tuple(reading.strip() for reading in right.split("|"))) for word, right in pairs]
