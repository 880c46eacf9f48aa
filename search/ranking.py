"""From an understood query to ranked pages: common words, letting words go, and typing errors."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from content.nlp.learned import Key
from content.nlp.tokens import fold
from content.nlp.vocabulary import Vocabulary
from search.backends.base import Bonus, EngineHit, EngineQuery, EngineResult, SearchBackend
from search.fields import DEFAULT_SORT, FACET_OF_SCHEME
from search.ordering import in_learned_order
from search.query import SearchQuery
from search.resemblance import Lift
from search.sentences import any_of, is_sentence
from search.subjects import labelled, likely, narrow, subject_mentions, subjects
from search.typos import is_dutch, nearest_word, with_kin
from search.understanding import Understood, is_exact, map_words, understand
from search.weighing import Weighed, Words, is_met, own_terms, sort_out, weigh
from search.weights import tunables


@dataclass(frozen=True)
class Ranked:
    """Pages with how they were found.

    ``dropped``: words that were let go to find enough; ``own``: pages with the asker's words; ``wider``: the subjects,
    as (scheme, slug), whose pages were added below those; ``part``: whether pages may treat a part of several things;
    ``whole``: whether it is a sentence, of which any word finds a page;
    ``lifted``: ids of pages that stand higher than by their words alone, to why;
    ``suggestion``: the query as it was probably meant;
    ``corrected``: whether that suggestion was searched for instead, because the query as typed found nothing.
    """

    result: EngineResult
    understood: Understood
    dropped: tuple[str, ...] = ()
    own: int = 0
    part: bool = False
    whole: bool = False
    lifted: Mapping[int, Lift] = field(default_factory=dict)
    wider: tuple[Key, ...] = ()
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
    suggestion = _suggestion(query.text, ranked.understood, backend, vocabulary)
    if not suggestion:
        return ranked
    found = ranked.own and not (ranked.dropped or ranked.whole)  # with the word that stands nowhere
    if found or any(map(is_exact, ranked.understood.groups)):
        return replace(ranked, suggestion=suggestion)
    meant = _rank_as_typed(query.with_text(suggestion).at(query.page), vocabulary, backend, facets)
    if not meant.own and (ranked.result.total or not meant.result.total):
        return ranked
    return replace(meant, suggestion=suggestion, corrected=True)


@dataclass(frozen=True)
class _Asked:
    """A query on its way: what is ``understood``, the subjects it is ``about``, the groups by what they do (``words``), and
    what the engine is asked but for what must match; ``whole``: whether it is a sentence, of which any word finds a page;
    ``absent``: phrases in quotes that no page has, beside other words; ``compared``: how many of the best pages are compared
    with each other; none for a page of results beyond those."""

    understood: Understood
    about: Mapping[Key, float]
    words: Words
    query: EngineQuery
    whole: bool
    absent: tuple[str, ...]
    compared: int

    @property
    def any_of(self) -> EngineQuery:
        """The query for a sentence: any word finds a page."""
        groups = any_of(self.understood, self.words, self.about)
        return replace(self.query, several=groups, at_least=1)


def candidates(
    text: str, vocabulary: Vocabulary, backend: SearchBackend
) -> tuple[Understood, Mapping[Key, float], tuple[EngineHit, ...]]:
    """The candidates for a query in the order of the engine, with what is understood and the subjects it is about.

    Raises:
        EngineUnavailable, IndexMissing: see the contract.
    """
    query = SearchQuery(text)
    asked = _asked(query, vocabulary, backend, ())
    return asked.understood, asked.about, _found(query, asked, backend).result.hits[: asked.compared]


def _rank_as_typed(
    query: SearchQuery, vocabulary: Vocabulary, backend: SearchBackend, facets: tuple[str, ...]
) -> Ranked:
    asked = _asked(query, vocabulary, backend, facets)
    found = _found(query, asked, backend)
    return _settled(query, found, asked) if asked.compared else found


def _asked(
    query: SearchQuery, vocabulary: Vocabulary, backend: SearchBackend, facets: tuple[str, ...]
) -> _Asked:
    understood = understand(query.text, vocabulary)
    about = subjects(understood)
    size = max(1, backend.status().documents)
    by_relevance = bool(query.text) and query.sort == DEFAULT_SORT
    whole = by_relevance and is_sentence(understood)
    most = tunables.CANDIDATES_FOR_SENTENCE if whole else tunables.CANDIDATES
    compared = most if by_relevance and query.offset < most else 0
    groups = [with_kin(item, backend) for item in weigh(understood.groups, backend, size)]
    engine_query = EngineQuery(
        excluded=understood.excluded,
        boosts=(*understood.boosts, *subject_mentions(about)),
        exact_title=understood.exact_title,
        bonuses=bonuses(about, narrow(understood, vocabulary)),
        sort=query.sort if query.text or query.sort != DEFAULT_SORT else "date",
        offset=0 if compared else query.offset,
        limit=max(compared, query.offset + query.per_page) if compared else query.per_page,
        facets=facets,
    )
    absent = _absent_phrases(groups, backend)
    words = sort_out([item for item in groups if item not in absent], size)
    nowhere = tuple(item.group.text for item in absent)
    return _Asked(understood, about, words, engine_query, whole, nowhere, compared)


def _absent_phrases(groups: list[Weighed], backend: SearchBackend) -> list[Weighed]:
    """Phrases in quotes that no page has, where something else is asked too."""
    absent = [
        item
        for item in groups
        if len(groups) > 1
        and is_exact(item.group)
        and not backend.search(EngineQuery(required=(item.group,)).matching).total
    ]
    return absent if len(absent) < len(groups) else []


def _found(query: SearchQuery, asked: _Asked, backend: SearchBackend) -> Ranked:
    """The pages for a query in the order of the engine: those that must be compared, or just those of the page asked for."""
    if asked.whole:
        shown = backend.search(replace(asked.any_of, filters=query.filters))
        return Ranked(shown, asked.understood, own=shown.total, whole=True)
    counted = (lambda strict: backend.search(strict.matching)) if query.filters else backend.search
    engine_query, found, dropped = _matching(asked.query, asked.words, counted)
    part = engine_query.at_least < len(engine_query.several)
    tags = _tags(engine_query, asked.about) if found.total < tunables.ENOUGH_HITS else ()
    chosen = replace(engine_query, filters=query.filters)
    if query.filters:
        found = backend.search(chosen.matching if tags else chosen)
    shown = backend.search(_wider(chosen, tags)) if tags else found
    let_go = (*asked.absent, *dropped)
    return Ranked(shown, asked.understood, let_go, own=found.total, part=part, wider=tags)


def _settled(query: SearchQuery, found: Ranked, asked: _Asked) -> Ranked:
    """The hits of the page asked for, those that are compared with each other in the order that was learned, the asker's own
    before wider ones; and why some stand higher."""
    hits = found.result.hits
    compared, others = hits[: asked.compared], hits[asked.compared :]
    settled, lifted = in_learned_order(asked.understood, compared, asked.about, found.own)
    shown = (*settled, *others)[query.offset : query.offset + query.per_page]
    return replace(found, result=replace(found.result, hits=shown), lifted=lifted)


def _matching(
    query: EngineQuery, words: Words, search: Callable[[EngineQuery], EngineResult]
) -> tuple[EngineQuery, EngineResult, tuple[str, ...]]:
    """Every page that meets all groups, whatever filters are chosen, so that the counts beside the filters are what choosing
    one of them gives; while those are few, groups are let go, the one that says least first.

    A group on nearly every page selects nothing and is let go at once where another does select; one that stands nowhere
    goes before all others. What was let go is still wished for, so that pages that do have it come first. Of several
    things none is let go: pages may treat one fewer, and those that treat more come first. Of many, as in a whole question,
    more of them is asked for, because the page that answers it seldom says it in the same words. A phrase in quotes is let
    go last, and only where no page has all of them.
    """
    dropped: list[Weighed] = []
    at_least = len(words.several)
    many = at_least >= tunables.MANY_THINGS
    enough = tunables.ENOUGH_FOR_MANY if many else tunables.ENOUGH_HITS
    while True:
        left = tuple(item.group for item in words.kept if item not in dropped)
        wished = [item.group for item in words.aside]
        wished += [replace(item.group, weight=tunables.RELAXED_WEIGHT) for item in dropped]
        found = replace(query, required=left, several=words.several, at_least=at_least, wished=tuple(wished))
        result = search(found)
        loosest = words.order[len(dropped)] if left else None
        meant = loosest is not None and is_exact(loosest.group)
        if result.total >= (1 if meant else enough) or len(left) + at_least < 2:
            return found, result, tuple(item.group.text for item in dropped)
        if loosest:
            dropped.append(loosest)
        else:
            at_least -= 1


def _tags(query: EngineQuery, about: Mapping[Key, float]) -> tuple[Key, ...]:
    """The subjects whose pages help where few have the asker's words; none beside an exact phrase, which is meant so."""
    exact = any(is_exact(group) for group in query.required)
    return () if exact else likely(about)


def _wider(query: EngineQuery, tags: tuple[Key, ...]) -> EngineQuery:
    """The query with, below its own pages, those that are about the same subject in other words."""
    own = [
        replace(group, bonus=group.bonus + tunables.OWN_BONUS) for group in (*query.required, *query.several)
    ]
    return replace(query, required=(), several=(*own, labelled(tags)), at_least=1)


def bonuses(about: Mapping[Key, float], narrower: tuple[Key, ...] = ()) -> tuple[Bonus, ...]:
    """For the type of a page, for pages about the subjects of the query, and for pages about something ``narrower``."""
    return (
        *(Bonus("type", kind, score) for kind, score in tunables.TYPE_BONUS.items()),
        *(
            Bonus(FACET_OF_SCHEME[scheme], slug, tunables.ABOUT_BONUS * chance)
            for (scheme, slug), chance in sorted(about.items())
        ),
        *(Bonus(FACET_OF_SCHEME[scheme], slug, tunables.NARROW_BONUS) for scheme, slug in narrower),
    )


def _suggestion(text: str, understood: Understood, backend: SearchBackend, vocabulary: Vocabulary) -> str:
    """The query with each word that stands nowhere replaced by the nearest that does; empty where nothing changes."""
    changes: dict[str, str] = {}
    named = {problem.group for problem in understood.problems}
    for group in understood.groups:
        typed, own = group.text, own_terms(group)
        if group in named or " " in typed or not own or is_dutch(typed) or is_met(group, backend):
            continue
        # Of a word with an error the lemma may be wrong as well.
        forms = dict.fromkeys((own[0].token, fold(typed)))
        near = next(filter(None, (nearest_word(form, backend, vocabulary) for form in forms)), "")
        if near:
            changes[typed] = near
    return map_words(text, lambda word: changes.get(word, word)) if changes else ""
