"""Finding for the ask form: pages that may answer a whole question.

A question has many words beside its subject, so that here any of them finds a page, and rare ones count most. Pages that
editors related to each other lend each other some of their score: an answer seldom stands alone.
"""

import logging
from collections.abc import Mapping
from dataclasses import replace

from content import vocabulary
from content.nlp.tokens import tokenize
from content.questions.knowledge import Known, Passage
from search.backends.base import EngineHit, EngineQuery, SearchBackend, SearchError
from search.engine import backend
from search.feedback import feedback_terms
from search.fields import TYPE_LABELS
from search.links import links
from search.query import clean
from search.ranking import bonuses
from search.reading import Wanted, read
from search.snippets import Segment, mark, snippet, wanted
from search.subjects import subjects
from search.typos import with_kin
from search.understanding import Understood, understand
from search.weighing import weigh
from search.weights import tunables

logger = logging.getLogger(__name__)

TYPE_ORDER = tuple(tunables.KNOWN_TYPES)


def find(text: str, limit: int) -> tuple[Known, ...]:
    """At most ``limit`` pages for a question, the best ones, by type; none where search is away. Keeps nothing of it."""
    understood = understand(_words(text), vocabulary.current())
    if not understood.groups:
        return ()
    try:
        found = _search(understood, backend())
    except SearchError as error:
        logger.warning("The ask form goes on without search (%s).", type(error).__name__)
        return ()
    best = sorted(_scored(found).items(), key=lambda item: -item[1])[:limit]
    pages = {hit.id: hit for hit in found}
    looking_for = wanted(understood.groups)
    chosen = sorted((pages[page_id] for page_id, _ in best), key=_place)
    return tuple(_known(hit, looking_for) for hit in chosen)


def _words(text: str) -> str:
    """The words of a question, without the signs that mean something to the search field."""
    return clean(" ".join(token.text for token in tokenize(text)))


def _search(understood: Understood, engine: SearchBackend) -> tuple[EngineHit, ...]:
    """Pages with any of the words, after two rounds: the first one's best pages say what else the subject is called."""
    size = max(1, engine.status().documents)
    groups = tuple(with_kin(item, engine).group for item in weigh(understood.groups, engine, size))
    query = EngineQuery(
        several=groups,
        at_least=1,
        boosts=understood.boosts,
        bonuses=bonuses(subjects(understood)),
        limit=tunables.FEEDBACK_PAGES,
    )
    extra = feedback_terms(engine.search(query).hits, len(groups), engine, size)
    query = replace(query, boosts=(*query.boosts, *extra), limit=tunables.KNOWN_CANDIDATES)
    return engine.search(query).hits


def _scored(found: tuple[EngineHit, ...]) -> Mapping[int, float]:
    """Page → score, with what related pages lend and what its type is worth."""
    own = {hit.id: hit.score for hit in found}
    lent = dict.fromkeys(own, 0.0)
    related = links(own).related
    for hit in found:
        for borrower in related.get(hit.id, ()) if hit.type != "publication" else ():
            lent[borrower] = max(lent[borrower], tunables.KNOWN_LENT * hit.score)
    return {hit.id: (own[hit.id] + lent[hit.id]) * tunables.KNOWN_TYPES.get(hit.type, 0.5) for hit in found}


def _place(hit: EngineHit) -> int:
    return TYPE_ORDER.index(hit.type) if hit.type in TYPE_ORDER else len(TYPE_ORDER)


def _known(hit: EngineHit, looking_for: Wanted) -> Known:
    label = TYPE_LABELS.get(hit.type, hit.type)
    passage = tuple(Passage(part.text, part.found) for part in _passage(hit, looking_for))
    return Known(hit.id, hit.type, label, hit.title, hit.url, passage)


def _passage(hit: EngineHit, looking_for: Wanted) -> tuple[Segment, ...]:
    """The short answer where the page is one, else the part of the text that has most of the asker's words."""
    if hit.type == "answer" and hit.summary:
        return mark(read(hit.summary, looking_for))
    return snippet(read(text, looking_for) for text in (hit.body, hit.summary))
