"""Gold sets: texts with the tags that a careful editor gives, their fixed halves, and how well a tagger does on them."""

import hashlib
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

SCHEMES = {"domein": "domains", "thema": "themes"}


@dataclass(frozen=True, slots=True)
class GoldText:
    """A text, the kind of text it is, and its tags as (scheme, concept)."""

    text: str
    kind: str
    tags: frozenset[tuple[str, str]]

    @property
    def held_out(self) -> bool:
        """Whether the text may only be used to measure; decided by the text itself, so that it never changes."""
        return hashlib.sha256(self.text.encode()).digest()[0] % 2 == 0


@dataclass(frozen=True, slots=True)
class Quality:
    """Counts over all texts together (micro): right, too much and missed."""

    right: int
    too_much: int
    missed: int

    @property
    def precision(self) -> float:
        """Share of the given tags that is right; 1 where none was given."""
        given = self.right + self.too_much
        return self.right / given if given else 1.0

    @property
    def recall(self) -> float:
        """Share of the wanted tags that was given; 1 where none was wanted."""
        wanted = self.right + self.missed
        return self.right / wanted if wanted else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = 2 * self.right + self.too_much + self.missed
        return 2 * self.right / total if total else 1.0


def read_gold(path: Path) -> list[GoldText]:
    """The texts of a gold file.

    Raises:
        OSError: the file cannot be read.
        KeyError: a row lacks kind, text, domains or themes.
    """
    rows = yaml.safe_load(path.read_text(encoding="utf-8"))
    return [
        GoldText(
            row["text"],
            row["kind"],
            frozenset((scheme, slug) for scheme, key in SCHEMES.items() for slug in row[key]),
        )
        for row in rows
    ]


def measure(gold: Sequence[GoldText], given: Iterable[Collection[tuple[str, str]]], scheme: str) -> Quality:
    """The quality of the tags ``given``, a collection a gold text, in one scheme."""
    right = too_much = missed = 0
    for text, tags in zip(gold, given, strict=True):
        wanted = {tag for tag in text.tags if tag[0] == scheme}
        found = {tag for tag in tags if tag[0] == scheme}
        right += len(wanted & found)
        too_much += len(found - wanted)
        missed += len(wanted - found)
    return Quality(right, too_much, missed)
