"""What the learned model is trained on, and where it is kept: one that ships with the code, and one of this site's own."""

import logging
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import numpy as np
import yaml
from django.conf import settings

from content import vocabulary
from content.models import ContentPage, Decision
from content.nlp import learned
from content.nlp.combining import opinions_on
from content.nlp.gold import SCHEMES
from content.nlp.learned import Floats, Key, LearnedModel
from content.nlp.learning import Example, fit_rule, train
from content.nlp.matching import ConceptMatcher
from content.nlp.tagging import TextField, tag_fields
from content.nlp.vocabulary import Vocabulary

logger = logging.getLogger(__name__)

SHIPPED = Path(learned.__file__).with_name("data") / "learned.npz"
TRAINING = Path(settings.BASE_DIR) / "fixtures" / "training"
BOTH_SCHEMES = frozenset(SCHEMES)
SENTENCE_WEIGHT, LABEL_WEIGHT, INTRODUCTION_WEIGHT, PARAGRAPH_WEIGHT = 4.0, 6.0, 1.0, 0.1
FOLDS = 4
PAIR_WEIGHT = 2.0
MIN_PARAGRAPH = 60  # characters; shorter ones say too little to learn from


def own_model() -> Path:
    """Where the model goes that is trained on this site's decisions."""
    return Path(settings.DATA_DIR) / "learned.npz"


def present_model() -> LearnedModel | None:
    """The site's own model, else the one that ships; None where neither can be read, and tags are the matcher's alone."""
    return next((model for path in (own_model(), SHIPPED) if (model := _model_in(path))), None)


def model_problem() -> str:
    """What is wrong with the learned model, what that means and what to do, in Dutch; empty when nothing is."""
    own, shipped = own_model(), _model_in(SHIPPED)
    if own.exists() and _model_in(own) is None:
        instead = "het model dat bij de site hoort" if shipped else "de woordenlijst alleen"
        return (
            f"Het geleerde model van deze site is beschadigd. Labels komen nu van {instead}. "
            f"Vraag uw beheerder om het opnieuw te maken met manage.py train_tags, of {own} weg te halen."
        )
    if shipped is None and not own.exists():
        return (
            "Het geleerde model ontbreekt of is beschadigd. Labels komen nu van de woordenlijst alleen en zijn minder "
            f"goed. Vraag uw beheerder om {SHIPPED.name} terug te zetten uit de broncode."
        )
    return ""


def _model_in(path: Path) -> LearnedModel | None:
    """The model in a file; None where there is none, or not a whole one, which is logged."""
    try:
        changed = path.stat().st_mtime_ns
        return learned.load(path, changed)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError) as error:
        _warn(path, type(error).__name__)
        return None


@lru_cache(maxsize=8)
def _warn(path: Path, kind: str) -> None:
    """Once a process, not at every page that is tagged."""
    logger.warning("The learned model %s cannot be read (%s).", path.name, kind)


def train_model() -> LearnedModel:
    """A model from the labels of the vocabulary, the sentences that ship and the decisions of editors.

    Its rules are fitted on what matcher and model say of each sentence while the model has not learned from it; from which
    probability a tag is strong they do not know yet (``tag_quality.with_thresholds``).
    """
    words = vocabulary.current()
    concepts = [(c.scheme, c.slug) for c in words.concepts if c.broader is None]
    others, sentences = [*_labels(words), *_pages()], list(_sentences())
    folds = [[*fold, *_pairs(fold)] for fold in (sentences[n::FOLDS] for n in range(FOLDS))]
    examples = [example for fold in folds for example in fold]
    opinions = _cross_fitted(words, concepts, others, folds)
    rules = {scheme: fit_rule(*_cases(scheme, concepts, examples, opinions)) for scheme in SCHEMES}
    return replace(train([*others, *examples], concepts), rules=rules)


def _pairs(sentences: list[Example]) -> list[Example]:
    """Every sentence followed by one from elsewhere: a text about what both are about, as real texts mostly are."""
    shift = len(sentences) // 3
    return [
        Example(f"{one.text} {two.text}", one.concepts | two.concepts, BOTH_SCHEMES, PAIR_WEIGHT)
        for one, two in zip(sentences, [*sentences[shift:], *sentences[:shift]], strict=True)
    ]


def _cross_fitted(
    words: Vocabulary, concepts: list[Key], others: list[Example], folds: list[list[Example]]
) -> list[Floats]:
    """What matcher and model think of each concept in each text of the folds, the model trained on the other folds."""
    matcher = ConceptMatcher(words)
    opinions = []
    for fold in folds:
        rest = [example for other in folds if other is not fold for example in other]
        model = train([*others, *rest], concepts)
        for example in fold:
            matched = tag_fields((TextField("body", example.text),), matcher, words)
            opinions.append(opinions_on(concepts, matched, model.probabilities(example.text)))
    return opinions


def _cases(
    scheme: str, concepts: list[Key], sentences: list[Example], opinions: list[Floats]
) -> tuple[Floats, list[bool]]:
    """The opinions of one scheme below each other, and of each whether the sentence is about its concept."""
    own = [place for place, key in enumerate(concepts) if key[0] == scheme]
    wanted = [concepts[place] in sentence.concepts for sentence in sentences for place in own]
    return np.concatenate([rows[own] for rows in opinions]), wanted


def _labels(words: Vocabulary) -> Iterator[Example]:
    """Each label and definition, as a text about the top concept it falls under."""
    for concept in words.concepts:
        about: frozenset[Key] = frozenset([(concept.scheme, words.top_of(concept.scheme, concept.slug))])
        for text in (*(label.text for label in concept.labels), concept.definition):
            if text:
                yield Example(text, about, frozenset([concept.scheme]), LABEL_WEIGHT)


def _sentences() -> Iterator[Example]:
    for path in sorted(TRAINING.glob("*.yaml")):
        for text, about in training_texts(path):
            yield Example(text, about, BOTH_SCHEMES, SENTENCE_WEIGHT)


def training_texts(path: Path) -> Iterator[tuple[str, frozenset[Key]]]:
    """The texts of a training file, each with the top concepts it is about."""
    for group in yaml.safe_load(path.read_text(encoding="utf-8"))["groups"]:
        about = frozenset((scheme, slug) for scheme, key in SCHEMES.items() for slug in group[key])
        for text in group["texts"]:
            yield text, about


def _pages() -> Iterator[Example]:
    """The pages whose tags editors decided on: title and summary together, and each paragraph for a little."""
    pages = ContentPage.objects.live().public().prefetch_related("tag_decisions__concept__scheme")
    for page in pages.specific().iterator(chunk_size=100):
        about = frozenset(
            (d.concept.scheme.slug, d.concept.slug)
            for d in page.tag_decisions.all()
            if d.decision == Decision.ACCEPTED
        )
        if not about:
            continue
        texts = {piece.name: piece.text for piece in page.text_fields()}
        introduction = f"{texts.get('title', '')}. {texts.get('summary', '')}"
        yield Example(introduction, about, BOTH_SCHEMES, INTRODUCTION_WEIGHT)
        for paragraph in re.split(r"\n+", texts.get("body", "")):
            if len(paragraph) >= MIN_PARAGRAPH:
                yield Example(paragraph, about, BOTH_SCHEMES, PARAGRAPH_WEIGHT)
