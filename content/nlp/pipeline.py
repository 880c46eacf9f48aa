"""The spaCy pipeline: our own registered components, on a blank Dutch pipeline or on nl_core_news_sm where installed.

Tags come from our components alone, which read the text by characters, so they are the same on every machine; a page is
tagged by what the components call, without the documents that spaCy would carry between them. A trained model adds what
only it can do: people and places (``entities``).
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
from content.nlp.matching import ConceptMatcher, Match
from content.nlp.tagging import TagScore, TextField, tag_matches
from content.nlp.thresholds import NO_LIMITS, Thresholds
from content.nlp.vocabulary import Vocabulary

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

PIPELINE_VERSION = "1"
MODEL = "nl_core_news_sm"
ANALYSIS, CONCEPTS, TAGS = OWN = ("kmpg_analysis", "kmpg_concepts", "kmpg_tags")
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
        return _load(self)

    @cached_property
    def matcher(self) -> ConceptMatcher:
        """What finds the labels of the vocabulary, built at first use."""
        return ConceptMatcher(self.vocabulary)

    @property
    def nlp(self) -> "Language":
        """The spaCy pipeline, loaded at first use; its documents carry our words, matches and tags (``doc._.kmpg_tags``)."""
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
        words = [analyse(piece.text) for piece in fields]
        found = [
            self.matcher.matches(piece.text, tokens=tokens)
            for piece, tokens in zip(fields, words, strict=True)
        ]
        return self.judge(fields, words, found)

    def judge(
        self,
        fields: Sequence[TextField],
        words: Sequence[tuple[AnalysedToken, ...]],
        found: Sequence[Sequence[Match]],
    ) -> list[TagScore]:
        """The tags of a text of which the words and the labels met in it are known, a piece each."""
        matched = tag_matches(list(zip(fields, found, strict=True)), self.vocabulary, words)
        tags = combine(fields, matched, self.learned, self.vocabulary, words) if self.learned else matched
        return self.limits.applied_to(tags)

    def entities(self, text: str) -> list[Entity]:
        """People and places; empty without a trained model."""
        return [
            Entity(ENTITY_KINDS[span.label_], span.start_char, span.end_char, span.text)
            for span in self.nlp(text, disable=OWN).ents
            if span.label_ in ENTITY_KINDS
        ]


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


def _load(pipeline: Pipeline) -> tuple["Language", str]:
    import spacy
    from spacy.language import Language
    from spacy.tokens import Doc, Token

    if not Doc.has_extension("kmpg_matches"):
        for name in ("kmpg_words", "kmpg_matches", "kmpg_tags"):
            Doc.set_extension(name, default=())
        Token.set_extension("kmpg_lemma", getter=lambda token: known.lemma if (known := _word(token)) else "")
        Token.set_extension("kmpg_parts", getter=lambda token: known.parts if (known := _word(token)) else ())
        Language.factory(ANALYSIS)(_analysis_component)
        Language.factory(CONCEPTS)(_Concepts)
        Language.factory(TAGS)(_Tags)
    model = pipeline.model
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
    for name in OWN:
        nlp.add_pipe(name)
    for name in (CONCEPTS, TAGS):
        component: Any = nlp.get_pipe(name)
        component.pipeline = pipeline
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


class _OwnComponent:
    """A component that needs the vocabulary or the learned model: too large for a config, so set when it is added."""

    pipeline: Pipeline

    def __init__(self, nlp: "Language", name: str) -> None:
        self.name = name


class _Concepts(_OwnComponent):
    """Finds the labels of the vocabulary."""

    def __call__(self, doc: "Doc") -> "Doc":
        doc._.kmpg_matches = tuple(self.pipeline.matcher.matches(doc.text, tokens=doc._.kmpg_words))
        return doc


class _Tags(_OwnComponent):
    """Scores the domains and themes of a text that is one piece."""

    def __call__(self, doc: "Doc") -> "Doc":
        piece = TextField("body", doc.text)
        doc._.kmpg_tags = tuple(self.pipeline.judge([piece], [doc._.kmpg_words], [doc._.kmpg_matches]))
        return doc
