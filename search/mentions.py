"""Which concepts a page mentions, by any of their labels: one token for each place, so that a query for a concept asks the
engine for one token and not for a hundred labels."""

import hashlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from content.nlp.analysis import analyse
from content.nlp.data.function_words import FUNCTION_WORDS
from content.nlp.stems import stem
from content.nlp.vocabulary import TRIED, Concept, Label, Vocabulary
from search.reading import one_near, words_of_page

TELLING = frozenset(
    ["alleen", "geen", "niet", "zonder", "weinig", "nooit", "tegen"]
)  # small words that turn a label's meaning


@dataclass(frozen=True, slots=True)
class _Pattern:
    """How a label is met. ``key``: the stem that must stand there; ``stems``: the others, each near it (see ``one_near``);
    ``run``: lemmas that must stand next to each other instead, for a label that is little more than small words;
    ``subject``: the token of the domain or theme that the label's concept falls under."""

    token: str
    subject: str
    key: str
    stems: tuple[str, ...] = ()
    run: tuple[str, ...] = ()


@lru_cache(maxsize=10_000)
def mention_token(concept: Concept) -> str:
    """What stands for a concept in an index. It changes with the labels: a page that was indexed with other labels has
    another token, and is not taken to mention what it was never asked about. Labels that are only tried out are in no
    index."""
    said = repr([(label.text, label.context) for label in concept.labels if label.kind != TRIED])
    return f"{concept.scheme}/{concept.slug}/{hashlib.sha256(said.encode()).hexdigest()[:8]}"


def subject_token(scheme: str, slug: str) -> str:
    """What stands in an index for any concept that falls under a domain or theme, whatever its labels."""
    return f"{scheme}/{slug}"


def mentions(text: str, vocabulary: Vocabulary) -> str:
    """A text's mentions as an engine indexes them, joined by spaces: for each place that a label of a concept is met at,
    the token of the concept and that of its subject. Labels that need context are left out, as a query leaves them out."""
    patterns = _patterns(vocabulary)
    lemmas: list[str] = []
    places: dict[str, list[int]] = defaultdict(list)
    for place, known in enumerate(words_of_page(text)):
        lemmas.append(known.lemma)
        for found in known.stems:
            places[found].append(place)
    met = {
        (token, place)
        for key in patterns.keys() & places.keys()
        for pattern in patterns[key]
        if all(other in places for other in pattern.stems)
        for place in places[key]
        if _met(pattern, place, lemmas, places)
        for token in (pattern.token, pattern.subject)
    }
    return " ".join(token for token, _ in sorted(met))


def _met(pattern: _Pattern, place: int, lemmas: Sequence[str], places: Mapping[str, Sequence[int]]) -> bool:
    if pattern.run:
        start = place - pattern.run.index(lemmas[place]) if lemmas[place] in pattern.run else -1
        return start >= 0 and tuple(lemmas[start : start + len(pattern.run)]) == pattern.run
    return all(one_near(place, places[other]) for other in pattern.stems)


@lru_cache(maxsize=2)
def _patterns(vocabulary: Vocabulary) -> Mapping[str, Sequence[_Pattern]]:
    """The labels by the stem that must be there at least: the longest, which few texts have."""
    found: dict[str, list[_Pattern]] = defaultdict(list)
    for concept in vocabulary.concepts:
        token = mention_token(concept)
        subject = subject_token(concept.scheme, vocabulary.top_of(concept.scheme, concept.slug))
        for label in concept.labels:
            pattern = None if label.context else _pattern(label, token, subject)
            if pattern:
                found[pattern.key].append(pattern)
    return found


def _pattern(label: Label, token: str, subject: str) -> _Pattern | None:
    words = analyse(label.text)
    telling = [known.lemma for known in words if known.lemma not in FUNCTION_WORDS]
    if not telling:
        return None
    if len(telling) == 1 < len(words):
        return _Pattern(token, subject, stem(telling[0]), run=tuple(known.lemma for known in words))
    needed = telling + [known.lemma for known in words if known.lemma in TELLING]
    key, *others = sorted(dict.fromkeys(map(stem, needed)), key=len, reverse=True)
    return _Pattern(token, subject, key, tuple(others))
