"""An engine query in Tantivy's query classes. Strings are never parsed, so no input can break or bend a query."""

import tantivy
from tantivy import Occur, Query

from search.backends.base import AllOf, Alternative, EngineQuery, Group, Mention, Phrase, Tagged, Term
from search.backends.tokens import field_of
from search.fields import TEXT_PARTS, TextPart
from search.weights import tunables


class QueryBuilder:
    """Builds queries for one schema."""

    def __init__(self, schema: tantivy.Schema) -> None:
        self.schema = schema

    def build(self, query: EngineQuery, without_filter: str = "") -> Query:
        """The whole query; ``without_filter`` leaves one facet's own selection out."""
        clauses = [(Occur.Must, self._group(group)) for group in query.required]
        if query.several:
            some = [(Occur.Should, self._group(group)) for group in query.several]
            clauses.append((Occur.Must, Query.boolean_query(some, query.at_least)))
        clauses += [(Occur.MustNot, self._alternative(item)) for item in query.excluded]
        for key, values in query.filters.items():
            if key != without_filter and values:
                chosen = Query.term_set_query(self.schema, key, list(values))
                clauses.append((Occur.Must, Query.const_score_query(chosen, 0.0)))
        if not any(occur == Occur.Must for occur, _ in clauses):
            clauses.append((Occur.Must, Query.const_score_query(Query.all_query(), 0.0)))
        clauses += [(Occur.Should, self._group(group)) for group in query.wished]
        clauses += [(Occur.Should, self._term(term)) for term in query.boosts]
        if query.exact_title:
            title = Query.term_query(self.schema, "exact_title", query.exact_title, "basic")
            clauses.append((Occur.Should, Query.const_score_query(title, tunables.EXACT_TITLE_BOOST)))
        clauses += [(Occur.Should, self._having(b.facet, b.value, b.score)) for b in query.bonuses]
        return Query.boolean_query(clauses)

    def _group(self, group: Group) -> Query:
        best = Query.disjunction_max_query(
            [self._alternative(a) for a in group.alternatives], tunables.DIS_MAX_TIE
        )
        if group.weight != 1:
            best = Query.boost_query(best, group.weight)
        if group.bonus:
            met = Query.const_score_query(best, group.bonus)
            best = Query.boolean_query([(Occur.Must, best), (Occur.Should, met)])
        return best

    def _alternative(self, item: Alternative) -> Query:
        if isinstance(item, Term | Mention):
            return self._term(item)
        if isinstance(item, Phrase):
            return self._phrase(item)
        if isinstance(item, Tagged):
            return self._having(item.facet, item.value, item.weight)
        return self._all_of(item)

    def _having(self, facet: str, value: str, score: float) -> Query:
        return Query.const_score_query(Query.term_query(self.schema, facet, value, "basic"), score)

    def _term(self, term: Term | Mention) -> Query:
        return Query.boolean_query([(Occur.Should, self._in_part(part, term)) for part in TEXT_PARTS])

    def _in_part(self, part: TextPart, term: Term | Mention) -> Query:
        found = Query.term_query(self.schema, field_of(part, term), term.token, "freq")
        return Query.boost_query(found, part.weight * term.weight)

    def _phrase(self, phrase: Phrase) -> Query:
        if len(phrase.lemmas) == 1:
            return self._term(Term(phrase.lemmas[0], phrase.weight))
        parts = [
            (
                Occur.Should,
                Query.boost_query(
                    Query.phrase_query(self.schema, part.lemmas, list(phrase.lemmas)),
                    part.weight * phrase.weight,
                ),
            )
            for part in TEXT_PARTS
        ]
        return Query.boolean_query(parts)

    def _all_of(self, item: AllOf) -> Query:
        share = item.weight / len(item.terms)
        terms = [Term(term.token, term.weight * share, term.stemmed) for term in item.terms]
        return Query.boolean_query([(Occur.Must, self._term(term)) for term in terms])
