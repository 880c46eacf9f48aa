"""People that a trained spaCy model sees, where one is installed: names that stand in no list."""

from functools import lru_cache
from importlib.util import find_spec
from typing import TYPE_CHECKING

from content.nlp.pipeline import ENTITY_KINDS, MODEL
from content.nlp.screen.name_cues import is_ordinary

if TYPE_CHECKING:
    from spacy.language import Language

NEEDLESS = ("tagger", "morphologizer", "parser", "lemmatizer", "attribute_ruler", "senter")


def people(text: str, model: str = MODEL) -> list[tuple[int, int]]:
    """Spans of people; empty without the model, or with one that cannot be loaded.

    Small models take many a capital for a person, so a span counts only where none of its words is ordinary Dutch.
    """
    nlp = _loaded(model)
    if nlp is None:
        return []
    return [
        (span.start_char, span.end_char)
        for span in nlp(text).ents
        if ENTITY_KINDS.get(span.label_) == "person"
        and all(token.text[:1].isupper() and not is_ordinary(token.text.lower()) for token in span)
    ]


@lru_cache(maxsize=2)
def _loaded(model: str) -> "Language | None":
    if find_spec(model) is None:
        return None
    import spacy

    try:
        return spacy.load(model, exclude=list(NEEDLESS))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, ImportError):
        return None
