"""Finding the labels of a vocabulary in a text: as they are, inflected, or as parts of compounds."""

from collections import defaultdict
from dataclasses import dataclass, field

from content.nlp.analysis import AnalysedToken, analyse, words_of
from content.nlp.contexts import Sentences
from content.nlp.data.function_words import FUNCTION_WORDS
from content.nlp.tokens import fold
from content.nlp.vocabulary import Label, Vocabulary

MAX_PARTS = 4
MAX_ABBREVIATION = 5
# How far the parts of a compound label may stand apart when a text spells it out ("uitzetting uit het huis").
MAX_SPREAD = 5
GENERAL_FROM = 5  # top concepts

EXACT = "exact"
INFLECTED = "inflected"
COMPOUND_PART = "compound_part"
PARTS_TOGETHER = "parts_together"


@dataclass(frozen=True, slots=True)
class Match:
    """A label met in a text. ``start`` and ``end`` count characters; ``kind`` says in which form."""

    scheme: str
    concept: str
    label: str
    start: int
    end: int
    text: str
    kind: str
    position: int  # of its first word, counted in words


@dataclass(frozen=True, slots=True)
class _Entry:
    scheme: str
    concept: str
    label: Label
    abbreviation: bool


@dataclass(slots=True)
class _Node:
    next: dict[str, "_Node"] = field(default_factory=dict)
    entries: list[_Entry] = field(default_factory=list)


class ConceptMatcher:
    """Matches every label of a vocabulary at once; its size does not slow a text down, only what the text meets does."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._root = _Node()
        self._parts: dict[tuple[str, ...], list[_Entry]] = defaultdict(list)
        self._bags: dict[frozenset[str], list[_Entry]] = defaultdict(list)
        self._bags_by_part: dict[str, set[frozenset[str]]] = defaultdict(set)
        self._partners: dict[str, set[str]] = defaultdict(set)  # what stands in a bag with a part
        self._general = _general_lemmas(vocabulary)
        for concept in vocabulary.concepts:
            for label in concept.labels:
                self._add(_Entry(concept.scheme, concept.slug, label, _is_abbreviation(label.text)))

    def matches(
        self, text: str, needs_context: bool = True, tokens: tuple[AnalysedToken, ...] | None = None
    ) -> list[Match]:
        """Every label met, the longest reading of each place, in order of place.

        Args:
            needs_context: whether labels that have a context count only near it. A search query is too short for that.
            tokens: the text as analysed, where the caller has it.
        """
        tokens = analyse(text) if tokens is None else tokens
        lemmas = [token.lemma for token in tokens]
        found = self._in_order(text, tokens, lemmas)
        taken = {
            (match.scheme, position)
            for match, _, size in found
            for position in range(match.position, match.position + size)
        }
        result = [(match, label) for match, label, _ in found]
        compounds = ((token, position) for position, token in enumerate(tokens) if len(token.parts) > 1)
        rest = [hit for token, position in compounds for hit in self._in_compound(token, position)]
        rest += self._spelled_out(text, tokens, lemmas)
        result += [hit for hit in rest if (hit[0].scheme, hit[0].position) not in taken]
        kept = self._with_context(text, tokens, result) if needs_context else [match for match, _ in result]
        return sorted(kept, key=lambda match: (match.start, -match.end))

    def _add(self, entry: _Entry) -> None:
        words = words_of(entry.label.text)
        if not words:
            return
        node = self._root
        for known in words:
            node = node.next.setdefault(known.lemma, _Node())
        node.entries.append(entry)
        if entry.abbreviation:
            return
        if len(words) == 1:
            parts = words[0].parts
            self._parts[parts or (words[0].lemma,)].append(entry)
            if parts:
                self._add_bag(frozenset(parts), entry)
        else:
            content = frozenset(known.lemma for known in words if known.lemma not in FUNCTION_WORDS)
            if len(content) > 1 and not content <= self._general:
                self._add_bag(content, entry)

    def _add_bag(self, bag: frozenset[str], entry: _Entry) -> None:
        self._bags[bag].append(entry)
        for part in bag:
            self._bags_by_part[part].add(bag)
            self._partners[part] |= bag - {part} or bag

    def _in_order(
        self, text: str, tokens: tuple[AnalysedToken, ...], lemmas: list[str]
    ) -> list[tuple[Match, Label, int]]:
        """Labels whose words stand there in order, longest first per scheme, with their length in words."""
        found: list[tuple[Match, Label, int]] = []
        free: dict[str, int] = {}
        begins = self._root.next
        for position, lemma in enumerate(lemmas):
            if lemma not in begins:
                continue
            for scheme, (entry, length) in self._longest(text, tokens, lemmas, position).items():
                if free.get(scheme, 0) <= position:
                    free[scheme] = position + length
                    found.append((_match(text, tokens, entry, position, length), entry.label, length))
        return found

    def _longest(
        self, text: str, tokens: tuple[AnalysedToken, ...], lemmas: list[str], position: int
    ) -> dict[str, tuple[_Entry, int]]:
        """The longest label of each scheme that begins at a word, and its length in words."""
        best: dict[str, tuple[_Entry, int]] = {}
        node, size = self._root, 0
        while position + size < len(lemmas) and (step := node.next.get(lemmas[position + size])):
            node, size = step, size + 1
            for entry in node.entries:
                surface = text[tokens[position].start : tokens[position + size - 1].end]
                if entry.abbreviation and surface not in (entry.label.text, f"{entry.label.text}s"):
                    continue
                known = best.get(entry.scheme)
                if known is None or known[1] < size or fold(entry.label.text) == fold(surface):
                    best[entry.scheme] = (entry, size)
        return best

    def _in_compound(self, token: AnalysedToken, position: int) -> list[tuple[Match, Label]]:
        """Labels that are some of a compound's parts (*schuld* in *schuldenproblematiek*), the longest per scheme."""
        best: dict[str, tuple[_Entry, int]] = {}
        for size in range(1, min(len(token.parts), MAX_PARTS) + 1):
            for start in range(len(token.parts) - size + 1):
                for entry in self._parts.get(token.parts[start : start + size], ()):
                    best[entry.scheme] = (entry, size)
        whole = frozenset(token.parts)
        for entry in self._bags.get(whole, ()):
            best[entry.scheme] = (entry, len(whole))
        return [
            (
                Match(
                    entry.scheme,
                    entry.concept,
                    entry.label.text,
                    token.start,
                    token.end,
                    token.text,
                    PARTS_TOGETHER if size == len(token.parts) else COMPOUND_PART,
                    position,
                ),
                entry.label,
            )
            for entry, size in best.values()
        ]

    def _spelled_out(
        self, text: str, tokens: tuple[AnalysedToken, ...], lemmas: list[str]
    ) -> list[tuple[Match, Label]]:
        """Labels whose parts stand near each other in one sentence, in any order."""
        found = []
        for position, lemma in enumerate(lemmas):
            partners = self._partners.get(lemma)
            near = lemmas[position : position + MAX_SPREAD]
            if partners is None or partners.isdisjoint(near[1:]):
                continue
            token, window = tokens[position], set(near)
            for bag in self._bags_by_part[lemma]:
                if not bag <= window:
                    continue
                last = position + max(near.index(part) for part in bag)
                passage = text[token.start : tokens[last].end]
                if any(end in passage for end in ".!?;\n"):
                    continue
                found += [
                    (_spread(passage, token, tokens[last], entry, position), entry.label)
                    for entry in self._bags[bag]
                ]
        return found

    def _with_context(
        self, text: str, tokens: tuple[AnalysedToken, ...], found: list[tuple[Match, Label]]
    ) -> list[Match]:
        """Only those matches whose label needs no context, or has it in the same or a neighbouring sentence."""
        if not any(label.context for _, label in found):
            return [match for match, _ in found]
        read = Sentences(text, tokens)
        return [
            match
            for match, label in found
            if not label.context or read.fit(match.start, match.label, label.context)
        ]


def _general_lemmas(vocabulary: Vocabulary) -> frozenset[str]:
    """Words that labels of many top concepts share (*gezin*, *hulp*): apart from each other they tell nothing."""
    tops: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for concept in vocabulary.concepts:
        top = vocabulary.top_of(concept.scheme, concept.slug)
        for label in concept.labels:
            words = words_of(label.text)
            if len(words) > 1:
                for known in words:
                    tops[known.lemma].add((concept.scheme, top))
    return frozenset(lemma for lemma, found in tops.items() if len(found) >= GENERAL_FROM)


def _is_abbreviation(text: str) -> bool:
    """Whether a label counts only as it is written: capitals, short (*OM*, *VT*, *MDA++*)."""
    return len(text) <= MAX_ABBREVIATION and text.isupper()


def _match(text: str, tokens: tuple[AnalysedToken, ...], entry: _Entry, position: int, size: int) -> Match:
    start, end = tokens[position].start, tokens[position + size - 1].end
    surface = text[start:end]
    kind = EXACT if fold(surface) == fold(entry.label.text) else INFLECTED
    return Match(entry.scheme, entry.concept, entry.label.text, start, end, surface, kind, position)


def _spread(passage: str, first: AnalysedToken, last: AnalysedToken, entry: _Entry, position: int) -> Match:
    return Match(
        entry.scheme,
        entry.concept,
        entry.label.text,
        first.start,
        last.end,
        passage,
        PARTS_TOGETHER,
        position,
    )
