"""The tagger without spaCy, for a vocabulary that is looked at once: the same tags, ready in a fraction of the time."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from content.nlp.combining import combine
from content.nlp.learned import LearnedModel
from content.nlp.matching import ConceptMatcher
from content.nlp.tagging import TagScore, TextField, tag_fields
from content.nlp.thresholds import NO_LIMITS, Thresholds
from content.nlp.vocabulary import Vocabulary


@dataclass(frozen=True)
class QuickTagger:
    """Tags as ``content.nlp.pipeline.Pipeline`` does; a test holds the two to each other."""

    vocabulary: Vocabulary
    learned: LearnedModel | None
    limits: Thresholds = NO_LIMITS

    @cached_property
    def _matcher(self) -> ConceptMatcher:
        return ConceptMatcher(self.vocabulary)

    def tag(self, pieces: Sequence[TextField]) -> list[TagScore]:
        """The domains and themes of a text, strongest first, suggestions included."""
        matched = tag_fields(pieces, self._matcher, self.vocabulary)
        found = combine(pieces, matched, self.learned, self.vocabulary) if self.learned else matched
        return self.limits.applied_to(found)
