"""From an understood query to ranked pages: common words, relaxing, typing errors and feedback from the best pages.

Relevance feedback after V. Lavrenko and W. B. Croft (2001), *Relevance-based language models*, as RM3 of N. Abdul-Jaleel
et al. (2004): the words that the best pages share are added as boosts. They re-order what matches; they add no page.
"""

import math
from collections import Counter, defaultdict
from dataclasses import dataclass, replace

from content.nlp.data.function_words import FUNCTION_WORDS
from content.nlp.vocabulary import Vocabulary
from search import tunables
from search.backends.base import (
    AllOf,
    EngineHit,
    EngineQuery,
    EngineResult,
    Group,
    Phrase,
    SearchBackend,
    Term,
)
from search.query import SearchQuery
from search.typos import nearest_word
from search.understanding import Understood, map_words, understand


@dataclass(frozen=True)
class Ranked:
    """Pages with how they were found.

    ``dropped``: words that were let go to find enough; ``suggestion``: the query as it was probably meant;
    ``corrected``: whether that suggestion was searched for instead, because the query as typed found nothing.
    """

    result: EngineResult
    understood: Understood
    dropped: tuple[str, ...] = ()
    suggestion: str = ""
    corrected: bool = False


def rank(
    query: SearchQuery, vocabulary: Vocabulary, backend: SearchBackend, facets: tuple[str, ...]
) -> Ranked:
    """Search for a query.

    Raises:
        EngineUnavailable, IndexMissing: see the contract.
    """
    ranked = _rank_as_typed(query, vocabulary, backend, facets)
    suggestion = _suggestion(query.text, ranked.understood, backend)
    if not suggestion:
        return ranked
    if ranked.result.total and not ranked.dropped:
        return replace(ranked, suggestion=suggestion)
    meant = _rank_as_typed(query.with_text(suggestion).at(query.page), vocabulary, backend, facets)
    if not meant.result.total:
        return ranked
    return replace(meant, suggestion=suggestion, corrected=True)


def _rank_as_typed(
    query: SearchQuery, vocabulary: Vocabulary, backend: SearchBackend, facets: tuple[str, ...]
) -> Ranked:
    understood = understand(query.text, vocabulary)
    engine_query = EngineQuery(
        required=understood.groups,
        excluded=understood.excluded,
        boosts=understood.boosts,
        exact_title=understood.exact_title,
        type_bonus=tunables.TYPE_BONUS,
        filters=query.filters,
        sort=query.sort if query.text or query.sort != "relevance" else "date",
        limit=tunables.FEEDBACK_PAGES,
    )
    engine_query = _common_words_aside(engine_query, backend)
    engine_query, first, dropped = _relaxed(engine_query, backend)
    if understood.groups and query.sort == "relevance" and first.total >= tunables.FEEDBACK_MIN_HITS:
        extra = feedback_terms(first.hits, understood, backend)
        engine_query = replace(engine_query, boosts=(*engine_query.boosts, *extra))
    offset = (query.page - 1) * query.per_page
    final = replace(engine_query, offset=offset, limit=query.per_page, facets=facets)
    return Ranked(backend.search(final), understood, dropped)


def _common_words_aside(query: EngineQuery, backend: SearchBackend) -> EngineQuery:
    """Words on nearly every page select nothing: beside words that do, they only re-order."""
    if len(query.required) < 2:
        return query
    size = max(1, backend.status().documents)
    counts = [max(backend.document_counts(_terms(group)), default=0) for group in query.required]
    common = [count / size > tunables.COMMON_SHARE for count in counts]
    if all(common) or not any(common):
        return query
    kept = tuple(group for group, aside in zip(query.required, common, strict=True) if not aside)
    boosts = tuple(
        term
        for group, aside in zip(query.required, common, strict=True)
        if aside
        for term in _terms(group)[:2]
    )
    return replace(query, required=kept, boosts=(*query.boosts, *boosts))


def _relaxed(query: EngineQuery, backend: SearchBackend) -> tuple[EngineQuery, EngineResult, tuple[str, ...]]:
    """Let words go one at a time, each time the one without which most pages match, until enough do.

    What was let go stays as a boost, so that pages that do have it come first.
    """
    dropped: list[str] = []
    result = backend.search(query)
    while result.total < tunables.ENOUGH_HITS and len(query.required) > 1:
        shorter = [
            replace(query, required=query.required[:n] + query.required[n + 1 :])
            for n in range(len(query.required))
        ]
        totals = [backend.search(replace(option, limit=1)).total for option in shorter]
        position = max(range(len(totals)), key=lambda n: (totals[n], n))
        group = query.required[position]
        boosts = tuple(
            replace(term, weight=term.weight * tunables.RELAXED_WEIGHT) for term in _terms(group)[:2]
        )
        dropped.append(group.text)
        query = replace(shorter[position], boosts=(*query.boosts, *boosts))
        result = backend.search(query)
    return query, result, tuple(dropped)


def _terms(group: Group) -> list[Term]:
    """The single terms by which a group's own words are met, first those of the whole."""
    found: list[Term] = []
    for item in group.alternatives:
        if isinstance(item, Term):
            found.append(item)
        elif isinstance(item, Phrase):
            found += [Term(lemma, item.weight) for lemma in item.lemmas if lemma not in FUNCTION_WORDS]
    return found or [t for item in group.alternatives if isinstance(item, AllOf) for t in item.terms]


def feedback_terms(
    hits: tuple[EngineHit, ...], understood: Understood, backend: SearchBackend
) -> tuple[Term, ...]:
    """The lemmas that the best pages have in common, weighed so that together they count ``FEEDBACK_SHARE``."""
    scores: dict[str, float] = defaultdict(float)
    best = max((hit.score for hit in hits), default=0.0) or 1.0
    for hit in hits:
        counts = Counter(
            lemma for lemma in hit.lemmas.split() if len(lemma) > 2 and lemma not in FUNCTION_WORDS
        )
        size = sum(counts.values()) or 1
        for lemma, count in counts.items():
            scores[lemma] += hit.score / best * count / size
    candidates = sorted(scores, key=lambda lemma: -scores[lemma])[: tunables.FEEDBACK_TERMS * 4]
    pages = backend.document_counts([Term(lemma) for lemma in candidates])
    collection = max(1, backend.status().documents)
    weighed = {
        lemma: scores[lemma] * math.log(1 + collection / (1 + count))
        for lemma, count in zip(candidates, pages, strict=True)
    }
    top = sorted(weighed, key=lambda lemma: -weighed[lemma])[: tunables.FEEDBACK_TERMS]
    total = sum(weighed[lemma] for lemma in top) or 1.0
    share = tunables.FEEDBACK_SHARE / (1 - tunables.FEEDBACK_SHARE) * len(understood.groups)
    return tuple(Term(lemma, share * weighed[lemma] / total) for lemma in top)


def _suggestion(text: str, understood: Understood, backend: SearchBackend) -> str:
    """The query with each word that stands nowhere replaced by the nearest that does; empty where nothing changes."""
    changes: dict[str, str] = {}
    for group in understood.groups:
        terms = _terms(group)
        single = " " not in group.text
        if single and terms and not any(backend.document_counts(terms)):
            near = nearest_word(terms[0].token, backend)
            if near:
                changes[group.text] = near
    return map_words(text, lambda word: changes.get(word, word)) if changes else ""
