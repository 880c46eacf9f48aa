"""How well tags are given, on gold texts of which half is held out: never tune on that half."""

from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from content import vocabulary
from content.nlp.gold import SCHEMES, Quality, measure, read_gold
from content.nlp.learned import LearnedModel
from content.nlp.pipeline import Pipeline, build_pipeline
from content.nlp.tagging import TextField

GOLD = Path(settings.BASE_DIR) / "tests" / "gold" / "tags"


@dataclass(frozen=True, slots=True)
class Part:
    """The quality of strong tags in one scheme on one half of a gold set; ``name`` is that of its file."""

    name: str
    held_out: bool
    scheme: str
    texts: int
    quality: Quality


@dataclass(frozen=True, slots=True)
class Error:
    """A text with the tags of one scheme that were missed or given too much."""

    kind: str
    text: str
    missed: tuple[str, ...]
    too_much: tuple[str, ...]


def evaluate(folder: Path, model: LearnedModel | None) -> list[Part]:
    """The quality on each half of each gold set in a folder, with or without a learned model.

    Raises:
        OSError, KeyError: a gold set cannot be read.
    """
    pipeline = build_pipeline(vocabulary.current(), model=None, learned=model)
    parts = []
    for path in sorted(folder.glob("*.yaml")):
        gold = read_gold(path)
        for held_out in (False, True):
            half = [text for text in gold if text.held_out is held_out]
            given = [strong_tags(pipeline, text.text) for text in half]
            parts += [
                Part(path.stem, held_out, scheme, len(half), measure(half, given, scheme))
                for scheme in SCHEMES
            ]
    return parts


def errors(folder: Path, model: LearnedModel | None) -> list[Error]:
    """What goes wrong on the halves that are for tuning.

    Raises:
        OSError, KeyError: a gold set cannot be read.
    """
    pipeline = build_pipeline(vocabulary.current(), model=None, learned=model)
    gold = [text for path in sorted(folder.glob("*.yaml")) for text in read_gold(path) if not text.held_out]
    found = []
    for text in gold:
        given = strong_tags(pipeline, text.text)
        if given != text.tags:
            found.append(Error(text.kind, text.text, _names(text.tags - given), _names(given - text.tags)))
    return found


def strong_tags(pipeline: Pipeline, text: str) -> frozenset[tuple[str, str]]:
    """The tags that count at once, as (scheme, concept)."""
    tags = pipeline.tag((TextField("body", text),))
    return frozenset((tag.scheme, tag.concept) for tag in tags if tag.strong)


def _names(tags: frozenset[tuple[str, str]]) -> tuple[str, ...]:
    return tuple(sorted(concept for _, concept in tags))
