"""How much each thing in a query says, from how many pages hold it; and synonyms held below the word they stand for."""

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

from search.backends.base import AllOf, Alternative, Group, Phrase, SearchBackend, Term
from search.near import near_words, plain_lemmas
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
    said = [term for group in groups for term in terms_of(group)]
    terms = list(dict.fromkeys(_plain(term) for term in (*said, *(term for found in near for term in found))))
    pages = dict(zip(terms, backend.document_counts(terms), strict=True))
    return [_weighed(group, more, pages, size) for group, more in zip(groups, near, strict=True)]


@dataclass(frozen=True)
class Words:
    """The groups of a query by what they do: ``kept`` ones must be met, and may be let go in ``order``; ``several`` are
    named things, or the many words of a whole question, of which a page may treat a part; ``aside`` ones are on so many
    pages that they only re-order."""

    kept: tuple[Weighed, ...]
    order: tuple[Weighed, ...]
    several: tuple[Group, ...]
    aside: tuple[Weighed, ...]


def sort_out(groups: list[Weighed], size: int) -> Words:
    """Divide the groups of a query in a collection of ``size`` pages."""
    named = [item for item in groups if item.named and item.pages]
    several = named if len(named) > 1 else []
    share = tunables.COMMON_BESIDE_CONCEPT if named else tunables.COMMON_SHARE
    loose = [item for item in groups if item not in several]
    common = [
        item for item in loose if item not in named and (item.pages / size > share or _is_plain(item.group))
    ]
    aside = common if len(common) < len(groups) else []
    kept = [item for item in loose if item not in aside]
    parts = [replace(item.group, bonus=tunables.COVERAGE_BONUS) for item in several]
    if len(several) + len(kept) >= tunables.MANY_THINGS:
        parts += [replace(item.group, bonus=tunables.MET_BONUS) for item in kept]
        kept = []
    return Words(
        kept=tuple(kept),
        order=tuple(sorted(kept, key=lambda item: (item.pages > 0, item.named, -item.pages))),
        several=tuple(parts),
        aside=tuple(aside),
    )


def terms_of(group: Group) -> list[Term]:
    """All terms by which a group can be met."""
    return [term for item in group.alternatives for term in _terms_in(item)]


def own_terms(group: Group) -> list[Term]:
    """The terms of the asker's own words."""
    return [term for item in group.alternatives if not item.label for term in _terms_in(item)]


def rarity(pages: int, size: int) -> float:
    """Inverse document frequency as BM25 has it: a word on few of ``size`` pages says much."""
    return math.log(1 + (size - pages + 0.5) / (pages + 0.5))


def _weighed(group: Group, near: tuple[Term, ...], pages: dict[Term, int], size: int) -> Weighed:
    own = max((_pages_of(item, pages) for item in group.alternatives if not item.label), default=0)
    rare = own / size <= tunables.NEAR_SHARE
    ceiling = rarity(own, size) if own and " " not in group.text else math.inf
    held = tuple(
        _held_below(item, ceiling, pages, size)
        for item in (*group.alternatives, *(near if rare else ()))
        if not (item.label and isinstance(item, AllOf) and _pages_of(item, pages) / size > MAX_SHARE)
    )
    most = max((_pages_of(item, pages) for item in held), default=0)
    return Weighed(replace(group, alternatives=held), own or most, any(item.label for item in held))


def _held_below(item: Alternative, ceiling: float, pages: dict[Term, int], size: int) -> Alternative:
    if not item.label:
        return item
    terms = list(_terms_in(item))
    mean = sum(rarity(pages[_plain(term)], size) for term in terms) / len(terms)
    return replace(item, weight=item.weight * min(1.0, ceiling / mean))


def _is_plain(group: Group) -> bool:
    return any(term.token in plain_lemmas() for term in own_terms(group) if not term.stemmed)


def _pages_of(item: Alternative, pages: dict[Term, int]) -> int:
    return min(pages[_plain(term)] for term in _terms_in(item))


def _terms_in(item: Alternative) -> Iterator[Term]:
    if isinstance(item, Term):
        yield item
    elif isinstance(item, AllOf):
        yield from item.terms
    elif isinstance(item, Phrase):
        yield from (Term(lemma) for lemma in item.lemmas)


def _plain(term: Term) -> Term:
    return Term(term.token, stemmed=term.stemmed)
