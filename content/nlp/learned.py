"""A learned model beside the matcher: linear, over lemmas, parts of compounds, their stems and pairs of neighbours.

One logistic regression per top concept. Because it is linear, what it saw can be shown: the words of the text with the
largest weights are its evidence. It is stored as arrays without code (NumPy's npz, never pickles).
"""

import hashlib
import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import chain
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
import numpy.typing as npt

from content.nlp.analysis import AnalysedToken, analyse, word
from content.nlp.asserting import denied_words
from content.nlp.data.function_words import FUNCTION_WORDS

Floats = npt.NDArray[np.float32]
Key = tuple[str, str]  # (scheme, concept)
Span = tuple[int, int]

CHUNK = 80  # words that are judged at once; a longer text is the mean of its chunks
# What stands before a feature that is no lemma. A word that the text denies is one feature of its own, after the idea of
# S. Das and M. Chen (2001): *geen geld* may speak for a concept that *geld* does not, and *geen schulden* for none.
PART, STEM, BEGIN, DENIED, PAIR = "~", "%", "^", "!", "_"
BEGIN_LENGTH = 5  # letters that a word and its inflected and derived forms mostly share
OPINIONS = 2  # on a concept: the model's and the matcher's (see ``combining``)
LARGE = 30.0  # logits beyond it are as good as certain
MIN_SHARE = 0.02  # of the evidence: words with a smaller share of the score are not shown


Read = tuple[str, tuple[AnalysedToken, ...]]  # a text and its words
Chunk = list[tuple[AnalysedToken, bool]]  # words that are judged at once, and whether the text denies each


def chunks(*texts: Read) -> list[Chunk]:
    """Texts that belong together, in chunks of ``CHUNK`` words; places of words count characters of each text."""
    words = [
        (token, number in denied)
        for text, tokens in texts
        for denied in (denied_words(text, tokens),)
        for number, token in enumerate(tokens)
    ]
    return [words[start : start + CHUNK] for start in range(0, len(words), CHUNK)]


def features(chunk: Chunk) -> set[str]:
    """What the model reads in a chunk."""
    return {name for names, _, _ in _read_features(chunk) for name in names}


def places(chunk: Chunk) -> dict[str, Span]:
    """The same, each with the place where it was first met."""
    found: dict[str, Span] = {}
    for names, start, end in _read_features(chunk):
        for name in names:
            found.setdefault(name, (start, end))
    return found


def read(text: str) -> Read:
    """A text with its words."""
    return text, analyse(text)


def _read_features(chunk: Chunk) -> Iterator[tuple[tuple[str, ...], int, int]]:
    """Features with where they begin and end: those of each word, and each pair of neighbours."""
    before = None
    for token, denied in chunk:
        if token.lemma in FUNCTION_WORDS or token.text[0].isdigit():
            before = None
            continue
        yield _names(token.form, denied), token.start, token.end
        if denied:
            before = None
            continue
        if before is not None and before.start < token.start:
            yield (before.lemma + PAIR + token.lemma,), before.start, token.end
        before = token


@lru_cache(maxsize=200_000)
def _names(text: str, denied: bool) -> tuple[str, ...]:
    """The features of one word."""
    known = word(text)
    if denied:
        return tuple(DENIED + stem for stem in known.stems)
    return (
        known.lemma,
        *(PART + part for part in known.parts),
        *(STEM + stem for stem in known.stems),
        *{
            BEGIN + base[:BEGIN_LENGTH]: None
            for base in (known.lemma, *known.parts)
            if len(base) > BEGIN_LENGTH
        },
    )


@dataclass(frozen=True, slots=True)
class Rule:
    """How the opinions on a concept become one probability: logistic, ``weights`` an opinion each, and ``intercept``.

    ``strong``: the probability from which a tag counts at once. All of it is found in training.
    """

    weights: tuple[float, ...]
    intercept: float
    strong: float

    def numbers(self) -> list[float]:
        """As they are stored."""
        return [*self.weights, self.intercept, self.strong]

    @classmethod
    def of(cls, numbers: Sequence[float]) -> "Rule":
        """The rule of these numbers, with the precision they have in a file."""
        *weights, intercept, strong = np.array(numbers, dtype=np.float32).tolist()
        return cls(tuple(weights), intercept, strong)

    def probability(self, opinions: Sequence[float]) -> float:
        """From 0 to 1, of as many opinions as there are weights."""
        total = self.intercept + sum(w * x for w, x in zip(self.weights, opinions, strict=True))
        return 1 / (1 + math.exp(-max(-LARGE, min(LARGE, total))))


@dataclass(frozen=True)
class LearnedModel:
    """Weights of shape (features, concepts) and intercepts of shape (concepts,); ``idf`` of shape (features,).

    ``rules``: how its opinion and the matcher's are combined, by scheme. ``quality``: figures by name, as measured on
    held-out texts when it was trained.
    """

    features: tuple[str, ...]
    concepts: tuple[Key, ...]
    idf: Floats
    weights: Floats
    intercepts: Floats
    rules: dict[str, Rule] = field(default_factory=dict)
    quality: dict[str, float] = field(default_factory=dict)

    @cached_property
    def version(self) -> str:
        """Changes with any weight or rule; eight hexadecimal digits."""
        rules = repr(sorted(self.rules.items())).encode()
        return hashlib.sha256(self.weights.tobytes() + self.intercepts.tobytes() + rules).hexdigest()[:8]

    def probabilities(self, text: str) -> dict[Key, float]:
        """How probable it is that a text is about each concept, from 0 to 1; empty for a text without words."""
        return self.probabilities_of(read(text))

    def probabilities_of(self, *texts: Read) -> dict[Key, float]:
        """As ``probabilities``, of texts that belong together and are analysed already."""
        parts = chunks(*texts)
        if not parts:
            return {}
        logits = np.stack([self._logits(part) for part in parts])
        shares = np.array([len(part) for part in parts], dtype=np.float32)
        mean = (shares[:, None] / (1 + np.exp(-logits))).sum(axis=0) / shares.sum()
        return {concept: float(value) for concept, value in zip(self.concepts, mean, strict=True)}

    def evidence(self, text: str, concept: Key, most: int) -> list[Span]:
        """Where the words stand that speak most for a concept, the strongest first."""
        return self.evidence_in(read(text), concept, most)

    def evidence_in(self, text: Read, concept: Key, most: int) -> list[Span]:
        """As ``evidence``, of a text that is analysed already."""
        column = self.weights[:, self.concepts.index(concept)]
        strength: dict[Span, float] = {}
        for chunk in chunks(text):
            known = [
                (row, span)
                for name, span in places(chunk).items()
                if (row := self._index.get(name)) is not None
            ]
            rows = [row for row, _ in known]
            for (_, span), value in zip(known, (column[rows] * self.idf[rows]).tolist(), strict=True):
                if value > 0:
                    strength[span] = strength.get(span, 0.0) + value
        total = sum(strength.values())
        ranked = sorted(strength.items(), key=lambda item: (-item[1], item[0]))
        chosen: list[Span] = []
        for span, value in ranked:
            apart = all(span[1] <= other[0] or other[1] <= span[0] for other in chosen)
            if apart and value >= MIN_SHARE * total and len(chosen) < most:
                chosen.append(span)
        return chosen

    def knows(self, text: str) -> bool:
        """Whether the model met one of the words of a text in training; words without a subject do not count."""
        lemmas = (token.lemma for token in analyse(text))
        return any(lemma in self._index for lemma in lemmas if lemma not in FUNCTION_WORDS)

    def known(self, names: Iterable[str]) -> tuple[list[int], Floats]:
        """The features of a text that the model knows: their rows, and their values as a vector of length 1."""
        return self._vector(row for name in names if (row := self._index.get(name)) is not None)

    def save(self, path: Path) -> None:
        """Write the model; a file that is there is replaced at once or not at all."""
        temporary = path.with_suffix(".new.npz")
        np.savez_compressed(
            temporary,
            features=np.array(self.features),
            concepts=np.array(["/".join(key) for key in self.concepts]),
            idf=self.idf.astype(np.float16),
            weights=self.weights.astype(np.float16),
            intercepts=self.intercepts,
            rule_schemes=np.array(list(self.rules)),
            rules=np.array([rule.numbers() for rule in self.rules.values()], dtype=np.float32),
            quality_names=np.array(list(self.quality)),
            quality_values=np.array(list(self.quality.values()), dtype=np.float32),
        )
        temporary.replace(path)

    @cached_property
    def _index(self) -> dict[str, int]:
        return {name: row for row, name in enumerate(self.features)}

    @cached_property
    def _rows_of(self) -> Callable[[tuple[str, ...]], tuple[int, ...]]:
        """The rows of the features of a word, or of a pair of words, remembered as long as the model is."""
        index = self._index

        @lru_cache(maxsize=200_000)
        def rows_of(names: tuple[str, ...]) -> tuple[int, ...]:
            return tuple(index[name] for name in names if name in index)

        return rows_of

    def _vector(self, found: Iterable[int]) -> tuple[list[int], Floats]:
        rows = sorted(set(found))
        values = self.idf[rows]
        norm = math.sqrt(float(values @ values))
        return rows, values / norm if norm else values

    def _logits(self, chunk: Chunk) -> Floats:
        rows_of = self._rows_of
        found = [rows_of(names) for names, _, _ in _read_features(chunk)]
        rows, values = self._vector(chain.from_iterable(found))
        logits: Floats = values @ self.weights[rows] + self.intercepts
        return logits

    def __hash__(self) -> int:
        return int(self.version, 16)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, LearnedModel) and self.version == other.version


@lru_cache(maxsize=2)
def load(path: Path, changed: int = 0) -> LearnedModel:
    """The model in a file, kept until the time it ``changed`` is another.

    Raises:
        OSError, ValueError, KeyError: there is no model there, or not a whole one.
    """
    try:
        return _read(path)
    except BadZipFile as error:
        raise ValueError(f"{path.name} is no model: {error}") from error


def as_stored(values: Floats) -> Floats:
    """Values with the precision they have in a file, so that a model is the same before and after it is kept."""
    return values.astype(np.float16).astype(np.float32)


def _read(path: Path) -> LearnedModel:
    with np.load(path, allow_pickle=False) as stored:
        rules = [Rule.of(numbers.tolist()) for numbers in stored["rules"]]
        if any(len(rule.weights) != OPINIONS for rule in rules):
            raise ValueError(f"{path.name} weighs other opinions; train it again")
        return LearnedModel(
            features=tuple(stored["features"].tolist()),
            concepts=tuple(tuple(name.split("/", 1)) for name in stored["concepts"].tolist()),
            idf=stored["idf"].astype(np.float32),
            weights=stored["weights"].astype(np.float32),
            intercepts=stored["intercepts"].astype(np.float32),
            rules=dict(zip(stored["rule_schemes"].tolist(), rules, strict=True)),
            quality=dict(
                zip(stored["quality_names"].tolist(), stored["quality_values"].tolist(), strict=True)
            ),
        )
