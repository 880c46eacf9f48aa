"""Which labels met in a text it asserts: not denied, not inside a reference, an address or a link.

Denial follows NegEx (Chapman et al., 2001, *A simple algorithm for identifying negated findings and diseases*): a word
that denies reaches over words without a subject of their own, up to the next clause. Dutch denies from both sides: *geen
sprake van verslaving* and *van verslaving is geen sprake*.
"""

import re
from collections.abc import Sequence

from content.nlp.analysis import AnalysedToken, analyse
from content.nlp.data.function_words import DENYING_ENDS, EMPTY_NOUNS, FUNCTION_WORDS, NEGATIONS
from content.nlp.matching import Match

NEAR = 2  # words that any negation reaches
FAR = 5  # words that *geen* and *zonder* reach, over words without a subject
AFTER = 6  # words behind a label in which a closing denial ("speelt geen rol") must begin
_REACHING = frozenset(["geen", "zonder", "noch"])
WORD_NEGATIONS = frozenset(["geen", "zonder", "noch", "nooit", "nergens"])
_ENDS_BY_FIRST = {
    first: tuple(end for end in DENYING_ENDS if end[0] == first) for first in {end[0] for end in DENYING_ENDS}
}
_JOINING = frozenset(["of", "en", "noch"])
_CLAUSE_END = frozenset(".;:!?\n")
_REFERENCE = re.compile(r"\([^()]*\b(?:1[89]|20)\d\d[a-z]?\)|https?://\S+")
_ADDRESS = re.compile(r"\S+@\S+")  # looked for only where there is an @: it is tried at every character


def asserted(
    text: str, matches: Sequence[Match], tokens: Sequence[AnalysedToken] | None = None
) -> list[Match]:
    """The matches that the text asserts, in the order given.

    Args:
        matches: labels met in ``text``, in order of place.
        tokens: the text as analysed, where the caller has it.
    """
    if not matches:
        return []
    references = [match.span() for match in _REFERENCE.finditer(text)]
    references += [match.span() for match in _ADDRESS.finditer(text)] if "@" in text else []
    tokens = analyse(text) if tokens is None else tokens
    kept: list[Match] = []
    denied_until = -1  # the word after the last denied label
    for match in matches:
        last = _last(tokens, match)
        before = _denied_before(text, tokens, match.position, NEGATIONS, denied_until)
        if before or _denied_behind(text, tokens, last):
            denied_until = max(denied_until, last + 1)
        elif not any(start <= match.start < end for start, end in references):
            kept.append(match)
    return kept


def denied_words(text: str, tokens: Sequence[AnalysedToken]) -> frozenset[int]:
    """The words that a text denies, by their number: *schulden* in *geen schulden* and in *van schulden is geen sprake*.

    Unlike for labels, *niet* denies no word here: *niet slapen* and *niet naar school gaan* are subjects of their own.
    """
    lemmas = [token.lemma for token in tokens]
    denying = [number for number, lemma in enumerate(lemmas) if lemma in WORD_NEGATIONS]
    behind = [n for n, lemma in enumerate(lemmas) if lemma in _ENDS_BY_FIRST and _ends_at(lemmas, n)]
    reach = {number for start in denying for number in range(start + 1, min(start + 1 + FAR, len(tokens)))}
    tail = {number for end in behind for number in range(max(0, end - AFTER - 4), end)}
    return frozenset(
        number
        for number in reach | tail
        if (number in reach and _denied_before(text, tokens, number, WORD_NEGATIONS))
        or (number in tail and _denied_behind(text, tokens, number))
    )


def _last(tokens: Sequence[AnalysedToken], match: Match) -> int:
    last = match.position
    while last + 1 < len(tokens) and tokens[last + 1].end <= match.end:
        last += 1
    return last


def _denied_before(
    text: str,
    tokens: Sequence[AnalysedToken],
    place: int,
    negations: frozenset[str],
    denied_until: int = -1,
) -> bool:
    for distance in range(1, FAR + 1):
        position = place - distance
        if position < 0 or _CLAUSE_END & set(text[tokens[position].end : tokens[position + 1].start]):
            return False
        lemma = tokens[position].lemma
        if lemma in negations:
            return (distance <= NEAR or lemma in _REACHING) and tokens[position + 1].lemma != "alleen"
        if lemma in _JOINING and position == denied_until:
            return True
        if distance >= NEAR and lemma not in FUNCTION_WORDS and lemma not in EMPTY_NOUNS:
            return False
    return False


def _denied_behind(text: str, tokens: Sequence[AnalysedToken], last: int) -> bool:
    """Whether the clause closes with a denial (*is geen sprake*, *speelt geen rol*, *is niet aan de orde*)."""
    lemmas: list[str] = []
    for position in range(last + 1, min(last + 1 + AFTER + 4, len(tokens))):
        if (_CLAUSE_END | {","}) & set(text[tokens[position - 1].end : tokens[position].start]):
            break
        lemmas.append(tokens[position].lemma)
    return any(_ends_at(lemmas, start) for start in range(min(AFTER, len(lemmas))))


def _ends_at(lemmas: list[str], start: int) -> bool:
    """Whether one of the denying ends begins at a word."""
    ends = _ENDS_BY_FIRST.get(lemmas[start], ())
    return any(tuple(lemmas[start : start + len(end)]) == end for end in ends)
