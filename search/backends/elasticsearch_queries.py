"""An engine query in Elasticsearch's query classes: the twin of ``tantivy_queries``, clause by clause."""

from collections.abc import Mapping
from functools import reduce
from operator import or_

from elasticsearch.dsl import A, Q, Search
from elasticsearch.dsl.query import Query

from search.backends.base import AllOf, Alternative, EngineQuery, Group, Mention, Phrase, Tagged, Term
from search.backends.tokens import field_of
from search.fields import TEXT_PARTS
from search.weights import tunables

MAX_FACET_VALUES = 2000
SORTS: Mapping[str, tuple[str, ...]] = {
    "relevance": ("_score", "id"),
    "date": ("-day", "_score", "id"),
    "evidence": ("-ladder_step", "_score", "id"),
}
COUNTED = "counted"


def search_for(query: EngineQuery, search: Search) -> Search:
    """The whole query with its counts. Filters on counted facets come after counting, so that each facet can ignore
    its own selection."""
    late = {key: values for key, values in query.filters.items() if values and key in query.facets}
    early = {key: values for key, values in query.filters.items() if values and key not in query.facets}
    search = search.query(_matching(query, early))
    for key in query.facets:
        others = [_chosen(other, values) for other, values in late.items() if other != key]
        counted = A("filter", filter=Q("bool", filter=others) if others else Q("match_all"))
        counted.bucket(COUNTED, "terms", field=key, size=MAX_FACET_VALUES)
        search.aggs.bucket(key, counted)
    if late:
        search = search.post_filter(Q("bool", filter=[_chosen(key, values) for key, values in late.items()]))
    search = search.sort(*SORTS[query.sort]).extra(track_scores=True, track_total_hits=True)
    return search[query.offset : query.offset + query.limit]


def holds(term: Term | Mention) -> list[Query]:
    """For each part of a page, the clause that its token stands there."""
    return [Q("term", **{field_of(part, term): term.token}) for part in TEXT_PARTS]


def _matching(query: EngineQuery, filters: Mapping[str, tuple[str, ...]]) -> Query:
    should = [_group(group) for group in query.wished] + [_term(term) for term in query.boosts]
    if query.exact_title:
        title = Q("term", exact_title=query.exact_title)
        should.append(Q("constant_score", filter=title, boost=tunables.EXACT_TITLE_BOOST))
    should += [_having(bonus.facet, bonus.value, bonus.score) for bonus in query.bonuses]
    return Q(
        "bool",
        must=[*(_group(group) for group in query.required), *_several(query)],
        must_not=[_alternative(item) for item in query.excluded],
        filter=[_chosen(key, values) for key, values in filters.items()] or [Q("match_all")],
        should=should,
        minimum_should_match=0,
    )


def _chosen(key: str, values: tuple[str, ...]) -> Query:
    return Q("terms", **{key: list(values)})


def _group(group: Group) -> Query:
    alternatives = [_alternative(item) for item in group.alternatives]
    best = Q("dis_max", queries=alternatives, tie_breaker=tunables.DIS_MAX_TIE, boost=group.weight)
    if not group.bonus:
        return best
    return Q("bool", must=[best], should=[Q("constant_score", filter=best, boost=group.bonus)])


def _several(query: EngineQuery) -> list[Query]:
    if not query.several:
        return []
    some = [_group(group) for group in query.several]
    return [Q("bool", should=some, minimum_should_match=query.at_least)]


def _alternative(item: Alternative) -> Query:
    if isinstance(item, Term | Mention):
        return _term(item)
    if isinstance(item, Phrase):
        return _phrase(item)
    if isinstance(item, Tagged):
        return _having(item.facet, item.value, item.weight)
    return _all_of(item)


def _having(facet: str, value: str, score: float) -> Query:
    return Q("constant_score", filter=Q("term", **{facet: value}), boost=score)


def _term(term: Term | Mention) -> Query:
    found = [
        Q("term", **{field_of(part, term): {"value": term.token, "boost": part.weight * term.weight}})
        for part in TEXT_PARTS
    ]
    return reduce(or_, found)


def _phrase(phrase: Phrase) -> Query:
    text = " ".join(phrase.lemmas)
    found = [
        Q("match_phrase", **{part.lemmas: {"query": text, "boost": part.weight * phrase.weight}})
        for part in TEXT_PARTS
    ]
    return reduce(or_, found)


def _all_of(item: AllOf) -> Query:
    share = item.weight / len(item.terms)
    return Q("bool", must=[_term(Term(term.token, term.weight * share, term.stemmed)) for term in item.terms])
