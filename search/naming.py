"""Which labels of the vocabulary a query names: whole, spelled out, typed apart, and abbreviated in any case."""

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from content.nlp.analysis import AnalysedToken, analyse
from content.nlp.data.function_words import FUNCTION_WORDS
from content.nlp.matching import COMPOUND_PART, EXACT, INFLECTED, PARTS_TOGETHER, ConceptMatcher, Match
from content.nlp.vocabulary import Vocabulary
from search.everyday import EVERYDAY, EVERYDAY_WORD, Said, everyday_matches
from search.mentions import TELLING

MOST_PIECES = 3  # into which somebody types one word
LEFT_OUT = 2  # small words between the parts of a compound that is spelled out


def named_concepts(text: str, expressions: Iterable[Said], vocabulary: Vocabulary) -> list[Match]:
    """Labels and everyday ``expressions`` in a query, the longest first, none overlapping; abbreviations in any case."""
    found = _matcher(vocabulary).matches(text, needs_context=False)
    found += [
        match
        for match in _matcher(vocabulary).matches(_in_capitals(text), needs_context=False)
        if match.label.isupper() and _may_abbreviate(text[match.start : match.end], text)
    ]
    found += _typed_apart(text, vocabulary)
    whole = [match for match in found if match.kind != COMPOUND_PART and not _has_more(match)]
    named = {(match.start, match.end) for match in whole}
    whole += [m for m in everyday_matches(text, expressions, vocabulary) if (m.start, m.end) not in named]
    whole.sort(key=lambda match: (-_size(match), match.start))
    chosen: list[Match] = []
    for match in whole:
        same_place = [other for other in chosen if other.start < match.end and match.start < other.end]
        if all((other.start, other.end) == (match.start, match.end) for other in same_place):
            chosen.append(match)
    return chosen


def _in_capitals(text: str) -> str:
    """The text in capitals, each letter in its own place: the capital of "ß" is two letters, so that one stays small."""
    return "".join(capital if len(capital := letter.upper()) == 1 else letter for letter in text)


def _size(match: Match) -> int:
    """Letters of what was met: the words between those of an everyday expression do not count."""
    everyday = match.kind in (EVERYDAY, EVERYDAY_WORD)
    return min(len(match.label), match.end - match.start) if everyday else match.end - match.start


def _may_abbreviate(word: str, text: str) -> bool:
    """Whether a word without capitals may be an abbreviation all the same: *om* is one where nothing else is asked."""
    return word.islower() and (word == text.strip() or word not in FUNCTION_WORDS)


def _typed_apart(text: str, vocabulary: Vocabulary) -> list[Match]:
    """Labels of one word that the asker typed as more: *schuld hulp verlening*."""
    tokens = analyse(text)
    found: list[Match] = []
    for size in range(2, MOST_PIECES + 1):
        for start in range(len(tokens) - size + 1):
            pieces = tokens[start : start + size]
            if any(is_function_word(piece) for piece in pieces):
                continue
            joined = "".join(piece.text for piece in pieces)
            begin, end = pieces[0].start, pieces[-1].end
            found += [
                replace(match, text=text[begin:end], start=begin, end=end, position=start)
                for match in _matcher(vocabulary).matches(joined, needs_context=False)
                if match.kind in (EXACT, INFLECTED) and match.text == joined
            ]
    return found


def _has_more(match: Match) -> bool:
    """Whether words of the asker stand between those of a label that is spelled out, more than a compound leaves out
    (*plan voor de veiligheid*), or one of its words that turns the meaning is not there: then it is not what was meant."""
    if match.kind != PARTS_TOGETHER:
        return False
    own = {part for token in analyse(match.label) for part in (token.lemma, *token.parts)}
    tokens = analyse(match.text)
    places = [place for place, token in enumerate(tokens) if not is_function_word(token)]
    if any(right - left - 1 > LEFT_OUT for left, right in pairwise(places)):
        return True
    said = [tokens[place] for place in places]
    if (own & TELLING) - {token.lemma for token in tokens}:
        return True
    return any(token.lemma not in own and own.isdisjoint(token.parts) for token in said)


def is_function_word(token: AnalysedToken) -> bool:
    """Whether a word carries grammar rather than a subject."""
    return token.lemma in FUNCTION_WORDS or token.text.lower() in FUNCTION_WORDS


@lru_cache(maxsize=2)
def _matcher(vocabulary: Vocabulary) -> ConceptMatcher:
    return ConceptMatcher(vocabulary)
