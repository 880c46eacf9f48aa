"""Why a page was found: which of the asker's words it has, in what form and where; and what a combination covers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from content.nlp.analysis import AnalysedToken, analyse
from content.nlp.stems import stem
from search.backends.base import AllOf, Alternative, Group, Phrase, Term
from search.snippets import NEAR

# How a word can be met, the surest first; each with what it is called on the page.
EXACT, INFLECTED, COMPOUND_PART, RELATED, SYNONYM = (
    "exact",
    "inflected",
    "compound_part",
    "related",
    "synonym",
)
SAID = {
    EXACT: "staat er letterlijk",
    INFLECTED: "staat er in een andere vorm",
    COMPOUND_PART: "zit in een langer woord",
    RELATED: "staat er als verwant woord",
    SYNONYM: "staat er in andere woorden",
}
TITLE, TEXT = "titel", "tekst"


@dataclass(frozen=True)
class Reason:
    """One of the asker's words (``asked``) as the page has it: ``kind`` of match, the ``form`` that stands there, and
    ``place`` ("titel" or "tekst"). ``said`` puts the kind into words."""

    asked: str
    kind: str
    form: str
    place: str

    @property
    def said(self) -> str:
        """The kind of match, in Dutch."""
        return SAID[self.kind]


def explain(title: str, text: str, groups: Sequence[Group]) -> tuple[Reason, ...]:
    """The best reason for each group that the page meets, in the order of the query; groups it does not meet give none."""
    places = [(TITLE, _Read(title)), (TEXT, _Read(text))]
    found = (_best(group, places) for group in groups)
    return tuple(reason for reason in found if reason)


class _Read:
    """A text with its tokens, and their stems with those of compound parts."""

    def __init__(self, text: str) -> None:
        self.tokens = analyse(text)
        self.stems = [{stem(part) for part in (token.lemma, *token.parts)} for token in self.tokens]

    def first(self, lemma: str) -> AnalysedToken | None:
        return next((token for token in self.tokens if token.lemma == lemma), None)

    def first_stem(self, wanted: str) -> AnalysedToken | None:
        return next(
            (token for token, own in zip(self.tokens, self.stems, strict=True) if wanted in own), None
        )

    def phrase(self, lemmas: Sequence[str]) -> str:
        own = [token.lemma for token in self.tokens]
        for start in range(len(own) - len(lemmas) + 1):
            if own[start : start + len(lemmas)] == list(lemmas):
                return " ".join(token.text for token in self.tokens[start : start + len(lemmas)])
        return ""

    def near(self, wanted: Iterable[str]) -> str:
        """The words of a window that holds all stems, from the first to the last of them; empty where there is none."""
        members = set(wanted)
        for place, own in enumerate(self.stems):
            window = range(place, min(len(self.stems), place + NEAR + len(members)))
            holding = [n for n in window if self.stems[n] & members]
            if own & members and members <= set().union(*(self.stems[n] for n in holding)):
                return " ".join(self.tokens[n].text for n in range(holding[0], holding[-1] + 1))
        return ""


def _best(group: Group, places: Sequence[tuple[str, _Read]]) -> Reason | None:
    order = list(SAID)
    reasons = [
        Reason(group.text, kind, form, place)
        for place, read in places
        for item in group.alternatives
        for kind, form in [_met(item, group, read)]
        if form
    ]
    return min(reasons, key=lambda reason: order.index(reason.kind), default=None)


def _met(item: Alternative, group: Group, read: _Read) -> tuple[str, str]:
    if isinstance(item, Phrase):
        form = read.phrase(item.lemmas)
    elif isinstance(item, AllOf):
        form = read.near(stem(term.token) for term in item.terms)
    else:
        return _term_met(item, group, read)
    return (SYNONYM if item.label else _own_kind(form, group.text)), form


def _term_met(item: Term, group: Group, read: _Read) -> tuple[str, str]:
    token = read.first_stem(item.token) if item.stemmed else read.first(item.token)
    if token is None:
        return "", ""
    if item.label:
        return SYNONYM, token.text
    if not item.stemmed:
        return _own_kind(token.text, group.text), token.text
    return (COMPOUND_PART if token.parts and stem(token.lemma) != item.token else RELATED), token.text


def _own_kind(form: str, asked: str) -> str:
    return EXACT if form.lower() == asked.lower() else INFLECTED
