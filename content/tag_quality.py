"""How well tags are given, on gold texts of which half is held out: never tune on that half."""

from dataclasses import dataclass, replace
from pathlib import Path

from django.conf import settings

from content import vocabulary
from content.nlp.gold import SCHEMES, GoldText, Quality, measure, read_gold
from content.nlp.learned import LearnedModel, Rule
from content.nlp.pipeline import Pipeline, build_pipeline
from content.nlp.tagging import TextField

GOLD = Path(settings.BASE_DIR) / "tests" / "gold" / "tags"
THRESHOLDS = [step / 50 for step in range(10, 50)]
WANTED_PRECISION = 0.95  # of strong tags: a wrong one costs trust, a missed one is still suggested


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


def read_sets(folder: Path) -> dict[str, list[GoldText]]:
    """The gold sets of a folder by name.

    Raises:
        OSError, KeyError: a gold set cannot be read.
    """
    return {path.stem: read_gold(path) for path in sorted(folder.glob("*.yaml"))}


def evaluate(folder: Path, model: LearnedModel | None) -> list[Part]:
    """The quality on each half of each gold set in a folder, with or without a learned model.

    Raises:
        OSError, KeyError: a gold set cannot be read.
    """
    pipeline = build_pipeline(vocabulary.current(), model=None, learned=model)
    parts = []
    for name, gold in read_sets(folder).items():
        for held_out in (False, True):
            half = [text for text in gold if text.held_out is held_out]
            given = [strong_tags(pipeline, text.text) for text in half]
            parts += [
                Part(name, held_out, scheme, len(half), measure(half, given, scheme)) for scheme in SCHEMES
            ]
    return parts


def with_thresholds(model: LearnedModel, folder: Path = GOLD) -> LearnedModel:
    """The model with, for each scheme, the probability from which its tags are strong: the one with the best F1 of those
    that reach ``WANTED_PRECISION`` on the halves for tuning, all sets together, and the most precise where none does.

    Raises:
        OSError, KeyError: a gold set cannot be read.
    """
    gold = [text for found in read_sets(folder).values() for text in found if not text.held_out]
    pipeline = build_pipeline(vocabulary.current(), model=None, learned=model)
    tags = [pipeline.tag((TextField("body", text.text),)) for text in gold]
    rules = {}
    for scheme, rule in model.rules.items():
        scored = [
            [((tag.scheme, tag.concept), tag.score) for tag in found if tag.scheme == scheme]
            for found in tags
        ]
        quality = {
            step: measure(gold, [[key for key, score in found if score >= step] for found in scored], scheme)
            for step in THRESHOLDS
        }
        best = max(THRESHOLDS, key=lambda step: _worth(quality[step]))
        rules[scheme] = Rule.of([*rule.weights, rule.intercept, best])
    return replace(model, rules=rules)


def _worth(quality: Quality) -> tuple[float, float]:
    return min(quality.precision, WANTED_PRECISION), quality.f1


def errors(folder: Path, model: LearnedModel | None) -> list[Error]:
    """What goes wrong on the halves that are for tuning.

    Raises:
        OSError, KeyError: a gold set cannot be read.
    """
    pipeline = build_pipeline(vocabulary.current(), model=None, learned=model)
    gold = [text for found in read_sets(folder).values() for text in found if not text.held_out]
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
