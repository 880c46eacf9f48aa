"""How much each thing in a query says, from how many pages hold it; and synonyms held below the word they stand for."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from search.backends.base import AllOf, Alternative, Group, Mention, Phrase, SearchBackend, Term
from search.near import near_words, plain_lemmas
from search.understanding import is_exact
from search.weights import tunables

MAX_SHARE = 0.2  # of all pages; the words of a synonym that are all on more say nothing when they stand apart


@dataclass(frozen=True)
class Weighed:
    """A group with the number of pages that its own words are on.

    ``named``: it is a label of the vocabulary, or an everyday word for what pages call otherwise: more than a loose word.
    """

    group: Group
    pages: int
    named: bool


def weigh(groups: tuple[Group, ...], backend: SearchBackend, size: int) -> list[Weighed]:
    """Look the words of all groups up at once in a collection of ``size`` pages.

    A rare synonym of a common word would outweigh the word itself, because an engine pays for rarity; its weight is
    lowered to what the word's own rarity pays. Not beside a phrase, whose words are common while the phrase is not.
    A word that few pages have may also be met by everyday words near it.

    Raises:
        EngineUnavailable, IndexMissing: see the contract.
    """
    near = [near_words(group) for group in groups]
    pages = _Pages(backend)
    own = [term for group in groups for term in own_terms(group)]
    pages.look_up([*own, *(term for found in near for term in found), *_mentions_of(groups)])
    asked = [_as_mentions(group, pages) for group in groups]
    pages.look_up(term for group in asked for term in terms_of(group))
    return [_weighed(group, more, pages, size) for group, more in zip(asked, near, strict=True)]


@dataclass(frozen=True)
class Words:
    """The groups of a query by what they do: ``kept`` ones must be met, and may be let go in ``order``, phrases in quotes
    last; ``several`` are named things, or the many words of a whole question, of which a page may treat a part; ``aside``
    ones are on so many pages that they only re-order, beside others that are on some."""

    kept: tuple[Weighed, ...]
    order: tuple[Weighed, ...]
    several: tuple[Group, ...]
    aside: tuple[Weighed, ...]


def sort_out(groups: list[Weighed], size: int) -> Words:
    """Divide the groups of a query in a collection of ``size`` pages. Who types a phrase in quotes
    names no list of things, of which a page may treat a part: beside it each must be met, or is let go."""
    phrases = [item for item in groups if is_exact(item.group)]
    named = [item for item in groups if item.named and item.pages]
    several = named if len(named) > 1 and not phrases else []
    share = tunables.COMMON_BESIDE_CONCEPT if named else tunables.COMMON_SHARE
    loose = [item for item in groups if item not in several]
    common = [
        item
        for item in loose
        if item not in (*named, *phrases) and (item.pages / size > share or _is_plain(item.group))
    ]
    aside = common if any(item.pages for item in groups if item not in common) else []
    kept = [item for item in loose if item not in aside]
    parts = [replace(item.group, bonus=tunables.COVERAGE_BONUS) for item in several]
    if len(several) + len(kept) >= tunables.MANY_THINGS and not phrases:
        parts += [replace(item.group, bonus=tunables.MET_BONUS) for item in kept]
        kept = []
    return Words(
        kept=tuple(kept),
        order=tuple(
            sorted(kept, key=lambda item: (item in phrases, item.pages > 0, item.named, -item.pages))
        ),
        several=tuple(parts),
        aside=tuple(aside),
    )


def terms_of(group: Group) -> list[Term | Mention]:
    """All terms by which a group can be met."""
    return _terms_of(group.alternatives)


def own_terms(group: Group) -> list[Term]:
    """The terms of the asker's own words."""
    own = _terms_of(item for item in group.alternatives if not item.label)
    return [term for term in own if isinstance(term, Term)]


def is_met(group: Group, backend: SearchBackend) -> bool:
    """Whether any page may have the asker's own words, by all terms of one of their forms.

    Raises:
        EngineUnavailable, IndexMissing: see the contract.
    """
    pages = _Pages(backend)
    own = [item for item in group.alternatives if not item.label]
    pages.look_up(_terms_of(own))
    return any(map(pages.of, own))


def rarity(pages: int, size: int) -> float:
    """Inverse document frequency as BM25 has it: a word on few of ``size`` pages says much."""
    return math.log(1 + (size - pages + 0.5) / (pages + 0.5))


class _Pages:
    """The numbers of pages that terms are on, each looked up once."""

    def __init__(self, backend: SearchBackend) -> None:
        self._backend = backend
        self._found: dict[Term | Mention, int] = {}

    def look_up(self, terms: Iterable[Term | Mention]) -> None:
        """Ask the engine for those that are not known yet, all at once."""
        new = [term for term in dict.fromkeys(map(_plain, terms)) if term not in self._found]
        if new:
            self._found |= zip(new, self._backend.document_counts(new), strict=True)

    def of(self, item: Alternative) -> int:
        """The pages that may meet an alternative: those with the rarest of its terms."""
        return min(self.each(item))

    def each(self, item: Alternative) -> list[int]:
        """The pages of each of its terms."""
        return [self._found[_plain(term)] for term in _terms_in(item)]


def _as_mentions(group: Group, pages: _Pages) -> Group:
    """The group with the concepts that it names in place of their labels; with the labels where the index does not know
    the concept as it now is, because its labels changed a moment ago."""
    concepts = [item for item in group.mentions if isinstance(item, Mention)]
    if not concepts or not all(map(pages.of, concepts)):
        return group
    own = tuple(item for item in group.alternatives if not item.label)
    return replace(group, alternatives=(*own, *group.mentions))


def _weighed(group: Group, near: tuple[Term, ...], pages: _Pages, size: int) -> Weighed:
    own = max((pages.of(item) for item in group.alternatives if not item.label), default=0)
    rare = own / size <= tunables.NEAR_SHARE
    ceiling = rarity(own, size) if own and " " not in group.text else math.inf
    held = tuple(
        _held_below(item, ceiling, pages, size)
        for item in (*group.alternatives, *(near if rare else ()))
        if not (item.label and isinstance(item, AllOf) and pages.of(item) / size > MAX_SHARE)
    )
    most = max((pages.of(item) for item in held), default=0)
    return Weighed(replace(group, alternatives=held), own or most, any(item.label for item in held))


def _held_below(item: Alternative, ceiling: float, pages: _Pages, size: int) -> Alternative:
    if not item.label:
        return item
    pays = [rarity(count, size) for count in pages.each(item)]
    # An engine adds up what the words of a phrase pay; of words that stand apart we count the mean (see AllOf).
    paid = sum(pays) if isinstance(item, Phrase) else sum(pays) / len(pays)
    return replace(item, weight=item.weight * min(1.0, ceiling / paid))


def _is_plain(group: Group) -> bool:
    return any(term.token in plain_lemmas() for term in own_terms(group) if not term.stemmed)


def _mentions_of(groups: Iterable[Group]) -> list[Term | Mention]:
    return [term for group in groups for term in _terms_of(group.mentions)]


def _terms_of(items: Iterable[Alternative]) -> list[Term | Mention]:
    return [term for item in items for term in _terms_in(item)]


def _terms_in(item: Alternative) -> Iterator[Term | Mention]:
    if isinstance(item, Term | Mention):
        yield item
    elif isinstance(item, AllOf):
        yield from item.terms
    elif isinstance(item, Phrase):
        yield from (Term(lemma) for lemma in item.lemmas)


def _plain(term: Term | Mention) -> Term | Mention:
    return Mention(term.token) if isinstance(term, Mention) else Term(term.token, stemmed=term.stemmed)
