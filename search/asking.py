"""How a whole question is put: who asks it, and verbs of which a part stands further on (*haken gezinnen af*)."""

import re
from collections.abc import Sequence
from typing import Protocol

from content.nlp.data.function_words import FUNCTION_WORDS
from content.nlp.words import dictionary_lemma
from search.near import plain_lemmas

PARTICLES = frozenset(
    ["aan", "af", "bij", "door", "in", "mee", "na", "om", "op", "over", "terug", "toe", "uit", "weg"]
)
# After a preposition comes what it is about; after a particle the sentence ends, or goes on with one of these.
_AFTER_PARTICLE = frozenset(
    ["aan", "achter", "als", "bij", "binnen", "dan", "door", "en", "in", "maar", "met", "na", "naar",
     "of", "om", "omdat", "op", "over", "sinds", "te", "tegen", "terwijl", "tijdens", "toen", "tot", "tussen",
     "uit", "van", "vanuit", "volgens", "voor", "want", "wanneer", "zoals", "zodat", "zonder"]
)  # fmt: skip
REACH = 8  # words between a verb and its particle
_ASKER = re.compile(
    r"\b(?:ik\s+ben|wij\s+zijn|we\s+zijn|ik\s+werk\s+als|wij\s+werken\s+als)\s+(?:een\s+)?(?P<who>\w+)"
    r"|\bals\s+(?:een\s+)?(?P<as>\w+)\s+(?:\w+\s+)?(?:ik|wij|we)\b",
    re.IGNORECASE,
)


class Word(Protocol):
    """A word of a query with its lemma; ``start`` counts characters."""

    @property
    def text(self) -> str: ...

    @property
    def start(self) -> int: ...

    @property
    def lemma(self) -> str: ...


def askers(text: str) -> frozenset[str]:
    """The words, in lower case, by which somebody says what they are: *ik ben wijkagent en …*. They are not asked for."""
    found = (match.group("who") or match.group("as") for match in _ASKER.finditer(text))
    return frozenset(word.lower() for word in found)


def whole_verbs(words: Sequence[Word]) -> dict[int, str]:
    """Start of a verb's first part → the whole verb, and of its particle → nothing, where the particle comes later and
    the dictionary has the two joined."""
    found: dict[int, str] = {}
    for place, particle in enumerate(words):
        if not _is_particle(particle, words[place + 1 : place + 2]):
            continue
        for word in reversed(words[max(0, place - REACH) : place]):
            whole = particle.text.lower() + word.text.lower()
            plain = word.lemma in FUNCTION_WORDS or word.lemma in plain_lemmas()
            if not plain and word.start not in found and dictionary_lemma(whole):
                found |= {word.start: whole, particle.start: ""}
                break
    return found


def _is_particle(word: Word, following: Sequence[Word]) -> bool:
    """Whether a word may be a part of a verb: *bij hetzelfde gezin* is none of *kom*, *op met je ouders* is of *bouw*."""
    if word.text.lower() not in PARTICLES:
        return False
    beside = [other for other in following if other.start == word.start + len(word.text) + 1]
    return all(other.text.lower() in _AFTER_PARTICLE for other in beside)
