"""Why a page was found: which of the asker's words it has, in what form and where; and what a combination covers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from content.nlp.stems import stem
from search.backends.base import AllOf, Alternative, Group, Phrase, Term
from search.reading import NEAR, ReadText

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
SUREST = tuple(SAID)
TITLE, TEXT, SEARCHES = "titel", "tekst", "zoekvragen bij deze pagina"


@dataclass(frozen=True)
class Reason:
    """One of the asker's words (``asked``) as the page has it: ``kind`` of match, the ``form`` that stands there, and
    the ``place``, as one says "in de …". ``said`` puts the kind into words."""

    asked: str
    kind: str
    form: str
    place: str

    @property
    def said(self) -> str:
        """The kind of match, in Dutch."""
        return SAID[self.kind]


def explain(
    title: ReadText, text: ReadText, read_searches: Callable[[], ReadText], groups: Sequence[Group]
) -> tuple[Reason, ...]:
    """The best reason for each group that the page meets, in the order of the query; groups it does not meet give none.

    What readers see of the page goes before the searches that its editor wrote for it, which are read only where that
    leaves a group unmet.
    """
    seen = [(TITLE, title), (TEXT, text)]
    found = [best(group, seen) for group in groups]
    if not all(found):
        unseen = [(SEARCHES, read_searches())]
        found = [reason or best(group, unseen) for reason, group in zip(found, groups, strict=True)]
    return tuple(reason for reason in found if reason)


def best(group: Group, places: Sequence[tuple[str, ReadText]]) -> Reason | None:
    """The surest reason by which the texts at these places meet a group; of two that are as sure, the first place's."""
    surest: Reason | None = None
    for place, read in places:
        if not read.tokens:
            continue
        for item in group.alternatives:
            if surest and item.label:
                continue  # other words are the least sure, and none of them says more than what was found
            kind, form = _met(item, group, read)
            if form and (surest is None or SUREST.index(kind) < SUREST.index(surest.kind)):
                surest = Reason(group.text, kind, form, place)
                if kind == EXACT:
                    return surest
    return surest


def _met(item: Alternative, group: Group, read: ReadText) -> tuple[str, str]:
    if isinstance(item, Phrase):
        form = _words(read, next(read.runs(item.lemmas), range(0)))
    elif isinstance(item, AllOf):
        form = _words(read, _first_together(read, {stem(term.token) for term in item.terms}))
    elif isinstance(item, Term):
        return _term_met(item, group, read)
    else:
        return "", ""
    return (SYNONYM if item.label else _own_kind(form, group.text)), form


def _term_met(item: Term, group: Group, read: ReadText) -> tuple[str, str]:
    places = (read.stems if item.stemmed else read.lemmas).get(item.token)
    if not places:
        return "", ""
    token = read.tokens[places[0]]
    if item.label:
        return SYNONYM, token.text
    if not item.stemmed:
        return _own_kind(token.text, group.text), token.text
    return (COMPOUND_PART if token.parts and stem(token.lemma) != item.token else RELATED), token.text


def _words(read: ReadText, places: range) -> str:
    """The text from the first to the last of the places, both of words that are looked for."""
    if not places:
        return ""
    return " ".join(read.text[read.tokens[places[0]].start : read.tokens[places[-1]].end].split())


def _first_together(read: ReadText, stems: set[str]) -> range:
    """From the first to the last of words that are near each other and have all the stems; empty where none are."""
    places = read.near_each_other(stems)
    return range(places[0], max(p for p in places if p <= places[0] + NEAR) + 1) if places else range(0)


def _own_kind(form: str, asked: str) -> str:
    return EXACT if form.lower() == asked.lower() else INFLECTED
