"""What is asked for and not answered yet: searches that found nothing, and questions that are open, by subject.

The room that can search says which searches found nothing (see ``count_unanswered_with``).
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from content import tagging
from content.models import Question
from content.nlp.pipeline import Pipeline
from content.nlp.tagging import TextField

OPEN = (Question.Status.NEW, Question.Status.ASSIGNED, Question.Status.EXPERT, Question.Status.DRAFTED)
DOMAIN, THEME = "domein", "thema"
MOST_SEARCHES = 300  # that are looked at, the most frequent first
PROBABLE = 0.5  # of a domain or theme, from which a search is counted with it: a few words seldom say enough to be sure

Place = tuple[str, str]
"""Slugs of a domain and a theme; an empty one where only the other is known."""


@dataclass(frozen=True, slots=True)
class UnansweredSearch:
    """A search that found nothing, and how often; its words were asked often enough to be nobody's own."""

    text: str
    times: int


Source = Callable[[], Iterable[UnansweredSearch]]


class _Sources:
    """The one way of this process to know; before any is given, nothing was searched for."""

    def __init__(self) -> None:
        self.unanswered: Source = lambda: ()


_sources = _Sources()


def count_unanswered_with(source: Source) -> None:
    """Give this room a way to know the searches that found nothing, the most frequent first."""
    _sources.unanswered = source


def unanswered_searches() -> tuple[UnansweredSearch, ...]:
    """The searches that found nothing, the most frequent first; at most ``MOST_SEARCHES``."""
    return tuple(_sources.unanswered())[:MOST_SEARCHES]


def searches_by_place() -> Counter[Place]:
    """How often was searched without a hit, by what the words are about; what they are about may be unknown."""
    searches = unanswered_searches()
    about = _places(tuple(search.text for search in searches), tagging.pipeline())
    found: Counter[Place] = Counter()
    for search, places in zip(searches, about, strict=True):
        for place in places:
            found[place] += search.times
    return found


def open_questions_by_domain() -> Counter[str]:
    """How many questions are open, by slug of the domain that the asker chose. Never what they say."""
    rows = Question.objects.filter(status__in=OPEN, domains__scheme__slug=DOMAIN)
    return Counter(rows.values_list("domains__slug", flat=True))


@lru_cache(maxsize=1)
def _places(texts: tuple[str, ...], pipeline: Pipeline) -> tuple[tuple[Place, ...], ...]:
    """For each text what it is about. One answer is remembered: it keeps its pipeline, with a whole vocabulary, alive."""
    return tuple(_places_of(text, pipeline) for text in texts)


def _places_of(text: str, pipeline: Pipeline) -> tuple[Place, ...]:
    tags = [tag for tag in pipeline.tag([TextField("title", text)]) if tag.score > PROBABLE]
    domains, themes = ([tag.concept for tag in tags if tag.scheme == scheme] for scheme in (DOMAIN, THEME))
    return tuple(product(domains or [""], themes or [""]))
