"""The spaCy pipeline: our own registered components, on a blank Dutch pipeline or on nl_core_news_sm where installed.

Tags come from our components alone, which read the text by characters, so they are the same on every machine. A trained
model adds what only it can do: people and places (``entities``).
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from content.nlp.analysis import ANALYSIS_VERSION, AnalysedToken, analyse
from content.nlp.combining import combine
from content.nlp.learned import LearnedModel
from content.nlp.matching import ConceptMatcher
from content.nlp.tagging import TagScore, TextField, tag_matches
from content.nlp.thresholds import NO_LIMITS, Thresholds
from content.nlp.vocabulary import Vocabulary

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

PIPELINE_VERSION = "1"
MODEL = "nl_core_news_sm"
ANALYSIS, CONCEPTS = "kmpg_analysis", "kmpg_concepts"
ENTITY_KINDS = {"PERSON": "person", "PER": "person", "GPE": "place", "LOC": "place"}


@dataclass(frozen=True, slots=True)
class Entity:
    """A person or place that a trained model sees; ``start`` and ``end`` count characters."""

    kind: str
    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Pipeline:
    """Tags texts. ``message`` says in Dutch what is missing, and is empty when nothing is."""

    vocabulary: Vocabulary
    model: str | None = MODEL
    learned: LearnedModel | None = None
    limits: Thresholds = NO_LIMITS

    @cached_property
    def _loaded(self) -> tuple["Language", str]:
        return _load(self.model, self.vocabulary)

    @property
    def nlp(self) -> "Language":
        """The spaCy pipeline, loaded at first use."""
        return self._loaded[0]

    @property
    def message(self) -> str:
        """What is missing and what that means, in Dutch."""
        return self._loaded[1]

    @property
    def version(self) -> str:
        """All that makes a tag: code, analysis, vocabulary, learned model, thresholds; no tag depends on the spaCy model."""
        learned = self.learned.version if self.learned else "0"
        parts = (f"kmpg-{PIPELINE_VERSION}", ANALYSIS_VERSION, self.vocabulary.version, learned)
        return "/".join(map(str, filter(None, (*parts, self.limits.version))))

    def tag(self, fields: Sequence[TextField]) -> list[TagScore]:
        """The domains and themes of a text, strongest first, suggestions included."""
        docs = [self._own_components(piece.text) for piece in fields]
        words = [doc._.kmpg_words for doc in docs]
        found = [(piece, doc._.kmpg_matches) for piece, doc in zip(fields, docs, strict=True)]
        matched = tag_matches(found, self.vocabulary, words)
        tags = combine(fields, matched, self.learned, self.vocabulary, words) if self.learned else matched
        return self.limits.applied_to(tags)

    def entities(self, text: str) -> list[Entity]:
        """People and places; empty without a trained model."""
        return [
            Entity(ENTITY_KINDS[span.label_], span.start_char, span.end_char, span.text)
            for span in self.nlp(text).ents
            if span.label_ in ENTITY_KINDS
        ]

    def _own_components(self, text: str) -> "Doc":
        doc = self.nlp.make_doc(text)
        for name in (ANALYSIS, CONCEPTS):
            doc = self.nlp.get_pipe(name)(doc)
        return doc


def build_pipeline(
    vocabulary: Vocabulary,
    model: str | None = MODEL,
    learned: LearnedModel | None = None,
    limits: Thresholds = NO_LIMITS,
) -> Pipeline:
    """A pipeline for a vocabulary; with ``model`` None, or one that is absent or damaged, on a blank Dutch pipeline.

    Without a ``learned`` model the tags are the matcher's alone.
    """
    return Pipeline(vocabulary, model, learned, limits)


def _load(model: str | None, vocabulary: Vocabulary) -> tuple["Language", str]:
    import spacy
    from spacy.language import Language
    from spacy.tokens import Doc, Token

    if not Doc.has_extension("kmpg_matches"):
        Doc.set_extension("kmpg_matches", default=())
        Doc.set_extension("kmpg_words", default=())
        Token.set_extension("kmpg_lemma", getter=lambda token: known.lemma if (known := _word(token)) else "")
        Token.set_extension("kmpg_parts", getter=lambda token: known.parts if (known := _word(token)) else ())
        Language.factory(ANALYSIS)(_analysis_component)
        Language.factory(CONCEPTS)(_concepts_component)
    nlp, message = spacy.blank("nl"), ""
    if model:
        try:
            nlp = spacy.load(model)
        except (OSError, ValueError, KeyError, TypeError, AttributeError, ImportError) as error:
            there = spacy.util.is_package(model) or Path(model).exists()
            fault = (
                f"is beschadigd ({type(error).__name__}); installeer het opnieuw"
                if there
                else "is niet geïnstalleerd"
            )
            message = f"Taalmodel {model} {fault}. Labels blijven gelijk, namen worden niet herkend."
    nlp.add_pipe(ANALYSIS)
    nlp.add_pipe(CONCEPTS)
    component: Any = nlp.get_pipe(CONCEPTS)
    component.matcher = ConceptMatcher(vocabulary)
    return nlp, message


def _word(token: "Token") -> AnalysedToken | None:
    """Our own analysis of the word that begins where a token of spaCy begins."""
    words = token.doc._.kmpg_words
    place = bisect_left(words, token.idx, key=lambda word: word.start)
    return words[place] if place < len(words) and words[place].start == token.idx else None


def _analysis_component(nlp: "Language", name: str) -> Any:
    def analyse_doc(doc: "Doc") -> "Doc":
        doc._.kmpg_words = analyse(doc.text)
        return doc

    return analyse_doc


class _ConceptsComponent:
    """Finds the labels of the vocabulary; the matcher is set when the pipeline is built, for it is too large for config."""

    matcher: ConceptMatcher

    def __call__(self, doc: "Doc") -> "Doc":
        doc._.kmpg_matches = tuple(self.matcher.matches(doc.text, tokens=doc._.kmpg_words))
        return doc


def _concepts_component(nlp: "Language", name: str) -> _ConceptsComponent:
    return _ConceptsComponent()
