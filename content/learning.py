"""What the learned model is trained on, and where it is kept: one that ships with the code, and one of this site's own."""

import logging
import re
from collections.abc import Iterator
from pathlib import Path

import yaml
from django.conf import settings

from content import vocabulary
from content.models import ContentPage, Decision
from content.nlp import learned
from content.nlp.gold import SCHEMES
from content.nlp.learned import Key, LearnedModel
from content.nlp.learning import Example, train
from content.nlp.vocabulary import Vocabulary

logger = logging.getLogger(__name__)

SHIPPED = Path(learned.__file__).with_name("data") / "learned.npz"
SENTENCES = Path(settings.BASE_DIR) / "fixtures" / "training" / "sentences.yaml"
BOTH_SCHEMES = frozenset(SCHEMES)
SENTENCE_WEIGHT, INTRODUCTION_WEIGHT, PARAGRAPH_WEIGHT = 4.0, 2.0, 0.4
MIN_PARAGRAPH = 60  # characters; shorter ones say too little to learn from


def own_model() -> Path:
    """Where the model goes that is trained on this site's decisions."""
    return Path(settings.DATA_DIR) / "learned.npz"


def present_model() -> LearnedModel | None:
    """The site's own model, else the one that ships; None where neither can be read, and tags are the matcher's alone."""
    for path in (own_model(), SHIPPED):
        try:
            return learned.load(path, path.stat().st_mtime_ns)
        except FileNotFoundError:
            continue
        except (OSError, ValueError, KeyError) as error:
            logger.warning("The learned model %s cannot be read (%s).", path.name, type(error).__name__)
    return None


def train_model() -> LearnedModel:
    """A model from the labels of the vocabulary, the sentences that ship and the decisions of editors."""
    words = vocabulary.current()
    concepts = [(c.scheme, c.slug) for c in words.concepts if c.broader is None]
    return train([*_labels(words), *_sentences(), *_pages()], concepts)


def _labels(words: Vocabulary) -> Iterator[Example]:
    """Each label and definition, as a text about the top concept it falls under."""
    for concept in words.concepts:
        about: frozenset[Key] = frozenset([(concept.scheme, words.top_of(concept.scheme, concept.slug))])
        for text in (*(label.text for label in concept.labels), concept.definition):
            if text:
                yield Example(text, about, frozenset([concept.scheme]))


def _sentences() -> Iterator[Example]:
    rows = yaml.safe_load(SENTENCES.read_text(encoding="utf-8"))["sentences"]
    for row in rows:
        about = frozenset((scheme, slug) for scheme, key in SCHEMES.items() for slug in row[key])
        yield Example(row["text"], about, BOTH_SCHEMES, SENTENCE_WEIGHT)


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
