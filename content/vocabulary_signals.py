"""A change of a concept or label in the admin makes every process read the vocabulary again."""

from typing import Any

from django.db.models.signals import post_delete, post_save

from content import vocabulary
from content.models import Concept, ConceptScheme, Label


def connect() -> None:
    """Listen to concepts, schemes and labels."""
    for model in (Concept, ConceptScheme, Label):
        for signal in (post_save, post_delete):
            signal.connect(_changed, sender=model, dispatch_uid=f"vocabulary-{model.__name__}-{id(signal)}")


def _changed(sender: Any, **kwargs: Any) -> None:
    vocabulary.vocabulary_changed()
