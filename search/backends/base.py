"""The whole contract between this site and a search engine.

No engine object leaves its backend: what goes in and comes out are the frozen dataclasses below.
"""

import hashlib
from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace


class SearchError(Exception):
    """The engine cannot do what is asked."""


class EngineUnavailable(SearchError):
    """The engine does not answer, or cannot write now. Trying later may help."""


class IndexMissing(SearchError):
    """There is no usable index yet: it was never made, or by another version of the fields or the analysis."""


@dataclass(frozen=True)
class Document:
    """A page as it is indexed.

    ``texts``: field of the page → plain text (the sources of ``fields.TEXT_PARTS``); ``mentions``: part name → the concepts
    that it mentions (see ``mentions``), joined by spaces; ``facets``: facet key → values;
    ``date``: days since 1970-01-01, 0 where unknown; ``evidence``: step on the ladder, 0 where none.
    """

    id: int
    type: str
    slug: str
    title: str
    url: str
    summary: str
    texts: Mapping[str, str]
    facets: Mapping[str, tuple[str, ...]]
    date: int = 0
    evidence: int = 0
    mentions: Mapping[str, str] = field(default_factory=dict)

    @property
    def digest(self) -> int:
        """Changes with anything in the document; 62 bits, so that every engine can keep it as a whole number."""
        said = (self.id, self.type, self.slug, self.title, self.url, self.summary, sorted(self.texts.items()))
        more = (sorted(self.facets.items()), self.date, self.evidence, sorted(self.mentions.items()))
        return int.from_bytes(hashlib.sha256(repr((said, more)).encode()).digest()[:8], "big") >> 2


@dataclass(frozen=True)
class Term:
    """A token to look for. ``stemmed``: in the fields of stems instead of lemmas.

    ``label``, here and below: the label of the vocabulary that it stands for; empty for the asker's own word.
    """

    token: str
    weight: float = 1.0
    stemmed: bool = False
    label: str = ""


@dataclass(frozen=True)
class Phrase:
    """Lemmas that must stand next to each other, in order."""

    lemmas: tuple[str, ...]
    weight: float = 1.0
    label: str = ""


@dataclass(frozen=True)
class AllOf:
    """Terms that must all be there; counts as ``weight`` times the mean of their scores."""

    terms: tuple[Term, ...]
    weight: float = 1.0
    label: str = ""


@dataclass(frozen=True)
class Mention:
    """A concept that a page mentions by any of its labels; ``token`` is what stands for it (see ``mentions``)."""

    token: str
    weight: float = 1.0
    label: str = ""


@dataclass(frozen=True)
class Tagged:
    """Pages that have a value of a facet, whatever words they use; each counts as ``weight``."""

    facet: str
    value: str
    weight: float = 1.0
    label: str = ""


Alternative = Term | Phrase | AllOf | Mention | Tagged


@dataclass(frozen=True)
class Group:
    """One thing the asker named: it is met when any alternative is, and the best alternative counts.

    ``weight``: how much the whole group counts in the score; ``bonus``: what a page scores for meeting it at all;
    ``mentions``: what to ask for in place of the alternatives that are labels, where the index knows the concepts.
    """

    text: str
    alternatives: tuple[Alternative, ...]
    weight: float = 1.0
    bonus: float = 0.0
    mentions: tuple[Alternative, ...] = ()


@dataclass(frozen=True)
class Bonus:
    """``score`` for each page that has this value of a facet."""

    facet: str
    value: str
    score: float


@dataclass(frozen=True)
class EngineQuery:
    """A query as an engine gets it: all ``required`` groups, ``at_least`` so many of ``several``, none of the ``excluded``.

    ``wished`` groups and ``boosts`` only re-order.

    ``exact_title``: the lemmas of the whole query, to put a page with just that title first;
    ``bonuses``: what pages score for having a facet value, such as a type or the domain that was asked for.
    ``filters``: facet key → values; OR inside a facet, AND between facets.
    """

    required: tuple[Group, ...] = ()
    several: tuple[Group, ...] = ()
    at_least: int = 0
    wished: tuple[Group, ...] = ()
    excluded: tuple[Alternative, ...] = ()
    boosts: tuple[Term | Mention, ...] = ()
    exact_title: str = ""
    bonuses: tuple[Bonus, ...] = ()
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sort: str = "relevance"
    offset: int = 0
    limit: int = 10
    facets: tuple[str, ...] = ()

    @property
    def matching(self) -> "EngineQuery":
        """The query with only what decides which pages match: enough to count them, and cheaper."""
        return replace(self, wished=(), boosts=(), exact_title="", bonuses=(), offset=0, limit=0, facets=())


@dataclass(frozen=True)
class EngineHit:
    """A page that matches, with its score and the texts that were stored with it.

    ``searched_as``: searches that its editor wrote for it, which readers do not see on the page; ``searches``: the features
    of each of those, joined by spaces (see ``searches.features``);
    ``stems``: of all its words but small ones, and of the parts of compounds, joined by spaces; as often as they are there.
    """

    id: int
    score: float
    type: str
    slug: str
    title: str
    url: str
    summary: str
    body: str
    searched_as: Sequence[str]
    searches: Sequence[str]
    stems: str
    facets: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class EngineResult:
    """What an engine found: ``counts`` is facet key → value → pages, each facet blind to its own selection."""

    total: int
    hits: tuple[EngineHit, ...]
    counts: Mapping[str, Mapping[str, int]]


@dataclass(frozen=True)
class IndexStatus:
    """The state of an index, for people who keep it."""

    engine: str
    generation: str
    documents: int
    usable: bool


class SearchBackend(ABC):
    """A search engine that holds documents."""

    name: str

    @abstractmethod
    def search(self, query: EngineQuery) -> EngineResult:
        """Pages that match.

        Raises:
            EngineUnavailable: the engine does not answer.
            IndexMissing: there is no usable index.
        """

    @abstractmethod
    def document_counts(self, terms: Sequence[Term | Mention]) -> list[int]:
        """For each term, in how many pages its token stands.

        Raises:
            EngineUnavailable, IndexMissing: as ``search``.
        """

    @abstractmethod
    def words_like(self, prefix: str, limit: int) -> list[tuple[str, int]]:
        """The lemmas of the collection that start with a prefix, with the number of pages each stands in.

        Raises:
            EngineUnavailable, IndexMissing: as ``search``.
        """

    @abstractmethod
    def write(self, upserts: Iterable[Document], deletes: Iterable[int]) -> None:
        """Put pages in the live index and take pages out, as one change that is durable and visible on return.

        Raises:
            EngineUnavailable: nothing, or only some of it, was written; write it again.
            IndexMissing: there is no index to put them in; rebuild it whole.
        """

    @abstractmethod
    def rebuild(self, documents: Iterable[Document]) -> int:
        """Make a new generation beside the live one, switch to it at once, and drop the old one.

        Returns:
            The number of documents in it.

        Raises:
            EngineUnavailable: the live index is as it was.
        """

    @abstractmethod
    def tidy(self) -> None:
        """Drop what a rebuild left behind that was cut off. Never while one runs.

        Raises:
            EngineUnavailable: as ``search``.
        """

    @abstractmethod
    def digests(self) -> dict[int, int]:
        """The pages that the live index holds, each with the digest of the document that was written.

        Raises:
            EngineUnavailable, IndexMissing: as ``search``.
        """

    @abstractmethod
    def status(self) -> IndexStatus:
        """Engine, generation and size; never raises for an index that is missing."""
