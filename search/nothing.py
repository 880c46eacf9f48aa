"""What helps somebody on who found nothing: which words stopped it, what is near, and what a looser search finds."""

from contextlib import suppress
from dataclasses import dataclass, replace

from content import vocabulary
from content.nlp.analysis import word
from content.nlp.stems import stem
from content.nlp.tokens import tokenize
from search import results, suggestions
from search.addresses import search_path
from search.backends.base import SearchBackend, SearchError
from search.hits import Hit
from search.query import SearchQuery, clean
from search.results import Link, SearchResult
from search.understanding import understand
from search.weighing import terms_of

SHOWN_HITS = 3  # of each looser search
NEAREST = 5  # concepts
MIN_START = 5  # letters of a stem that a near concept may start with
SIGNS = str.maketrans(dict.fromkeys('"“”„'))


@dataclass(frozen=True)
class Looser:
    """A search that does find something: what was let go, where its results are, and the first of them."""

    without: str
    url: str
    total: int
    hits: tuple[Hit, ...]


@dataclass(frozen=True)
class Help:
    """``stopped``: words that stand on no page, in any form; ``nearest``: concepts; ``looser``: searches that do find."""

    stopped: tuple[str, ...]
    nearest: tuple[Link, ...]
    looser: tuple[Looser, ...]


def help_with(result: SearchResult, backend: SearchBackend) -> Help:
    """Help for a search without results. Where the engine stops answering, what was found by then."""
    stopped: tuple[str, ...] = ()
    looser: list[Looser] = []
    with suppress(SearchError):  # the page is of use without it
        stopped = _stopped(result.query.text, backend)
        for without, query in _looser(result.query):
            found = results.run(replace(query, per_page=SHOWN_HITS, page=1), backend)
            if found.total:
                looser.append(Looser(without, search_path(query), found.total, found.hits))
                break
    return Help(stopped, _nearest(result), tuple(looser))


def _stopped(text: str, backend: SearchBackend) -> tuple[str, ...]:
    groups = understand(text, vocabulary.current()).groups
    terms = {group.text: terms_of(group) for group in groups}
    pages = {text: sum(backend.document_counts(some)) for text, some in terms.items()}
    return tuple(text for text, count in pages.items() if not count)


def _looser(query: SearchQuery) -> list[tuple[str, SearchQuery]]:
    """From the least to the most that is let go."""
    words = (part for part in query.text.split() if not part.startswith("-"))
    plain = query.with_text(clean(" ".join(words).translate(SIGNS)))
    ways = []
    if query.filters:
        ways.append(("filters", query.without_filters()))
    if plain.text and plain.text != query.text:
        ways.append(("aanhalingstekens en minnen", plain))
        if query.filters:
            ways.append(("filters, aanhalingstekens en minnen", plain.without_filters()))
    return ways


def _nearest(result: SearchResult) -> tuple[Link, ...]:
    """The concepts that the query names, and those with a label like one of its words or the parts of it."""
    found = {link.label: link for link in result.concepts}
    for token in tokenize(result.query.text):
        known = word(token.text)
        start = stem(known.lemma)
        for text in (token.text, known.lemma, *known.parts, *([start] if len(start) >= MIN_START else [])):
            for near in suggestions.concepts(text, NEAREST):
                found.setdefault(near.label, Link(near.label, near.url))
    return tuple(found.values())[:NEAREST]
