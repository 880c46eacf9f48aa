"""What tells of each candidate page how well it answers a query: the signals from which its place is learned.

Each is counted within the candidates alone, so that any engine gives the same: how the engine scored the page, how its words
and the searches of its editors resemble what is asked, and what it is linked to.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from content.nlp.analysis import words_of
from content.nlp.learned import Key
from search.backends.base import EngineHit
from search.fields import FACET_OF_SCHEME
from search.links import PageLinks, links
from search.reading import telling_stems
from search.resemblance import leading
from search.searches import Beside, Nearest, beside
from search.vectors import Floats, PageVectors, page_vectors

SIGNALS = (
    "score",  # of the engine, as a share of the best
    "rank",  # one over the place that the engine gives the page
    "words",  # how its text resembles what is asked
    "leading",  # how it resembles the middle of the leading pages
    "best",  # how it resembles the page that the engine puts first
    "nearest",  # closeness of the search of its editors that is nearest to what is asked
    "near_three",  # mean closeness of the three nearest
    "near_all",  # closeness of all its searches together, in which near ones weigh most
    "near_share",  # the same, as a share of that of the page that has most of it
    "title",  # share of what is asked that stands in its title; rare words count for more
    "summary",  # the same of its summary
    "searches",  # the same of its searches
    "often",  # share of its searches that say what is asked; rare words count for more
    "length",  # logarithm of the number of stems of its text
    "subject",  # how surely it is about the subjects of what is asked
    "focus",  # which part of its labels those subjects are
    "related_near",  # near_all of the related page that has most of it
    "cited_near",  # near_all of the source, or of the page with it as a source, that has most of it
    "cited_score",  # score of the same
    "element",
    "answer",
    "factsheet",
    "article",
)
TYPES = SIGNALS[-4:]
GROWING = frozenset(SIGNALS) - {"length", "related_near", "cited_near", "cited_score", *TYPES}
"""Signals of which more never makes a page worse."""

TEXTS_REMEMBERED = 4_000

Signals = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Compared:
    """Candidates beside what is asked: their ``signals``, of shape (pages, signals); the search of each that is nearest,
    where one has anything in common with it (``near``); and the pages as ``vectors``."""

    signals: Signals
    near: tuple[Nearest | None, ...]
    vectors: PageVectors


def compare(asked: str, hits: Sequence[EngineHit], about: Mapping[Key, float]) -> Compared:
    """Count the signals of candidates, which are in the order of the engine.

    Args:
        asked: the words that are looked for.
        about: the subjects of what is asked, as (scheme, slug), to how sure that is.

    Raises:
        ValueError: there are no candidates.
    """
    if not hits:
        raise ValueError("There is nothing to compare.")
    vectors = page_vectors([hit.stems for hit in hits])
    tells = {stem: vectors.tells(stem) for stem in telling_stems(words_of(asked))}
    near = beside(asked, [hit.searches for hit in hits])
    near_all = near.together.tolist()
    lead = leading(near.closeness.tolist())
    scores = [hit.score / hits[0].score if hits[0].score else 0.0 for hit in hits]
    ids = [hit.id for hit in hits]
    linked = links(ids)
    columns: dict[str, npt.ArrayLike] = {
        "score": scores,
        "rank": [1 / place for place in range(1, len(hits) + 1)],
        "words": vectors.like(vectors.of_words(tells)),
        "leading": vectors.like(vectors.middle(lead)),
        "best": vectors.like(vectors.rows[0]),
        "nearest": near.closeness,
        "near_three": near.three,
        "near_all": near.together,
        "near_share": near.together / (near.together.max() or 1.0),
        "title": _shares(tells, (hit.title for hit in hits)),
        "summary": _shares(tells, (hit.summary for hit in hits)),
        **_said(tells, hits, near),
        "length": np.log1p(vectors.lengths),
        **_about(hits, about),
        "related_near": _most_of(linked.related, ids, near_all),
        "cited_near": _most_of(linked.cited, ids, near_all),
        "cited_score": _most_of(linked.cited, ids, scores),
        **{kind: [float(hit.type == kind) for hit in hits] for kind in TYPES},
    }
    signals = np.column_stack([columns[name] for name in SIGNALS]).astype(np.float32)
    return Compared(signals, near.nearest, vectors)


def _shares(tells: Mapping[str, float], texts: Iterable[str]) -> list[float]:
    """Which part of what is asked stands in each text, given what each stem of it counts for."""
    whole = sum(tells.values()) or 1.0
    return [sum(tells[stem] for stem in tells.keys() & _stems_of(text)) / whole for text in texts]


@lru_cache(maxsize=TEXTS_REMEMBERED)
def _stems_of(text: str) -> frozenset[str]:
    """The telling stems of a title or summary, remembered: the same pages are candidates again and again."""
    return frozenset(telling_stems(words_of(text)))


def _said(tells: Mapping[str, float], hits: Sequence[EngineHit], near: Beside) -> Mapping[str, Floats]:
    """Which part of what is asked stands in the searches of each page, and in which part of them."""
    worth = np.array([tells.get(feature, 0.0) for feature in near.asked])
    whole = sum(tells.values()) or 1.0
    written = np.array([max(1, len(hit.searches)) for hit in hits])
    return {
        "searches": (near.times > 0) @ worth / whole,
        "often": near.times @ worth / whole / written,
    }


def _about(hits: Sequence[EngineHit], about: Mapping[Key, float]) -> Mapping[str, list[float]]:
    """How surely each page is about the subjects, and which part of its labels they are."""
    subject: list[float] = []
    focus: list[float] = []
    for hit in hits:
        labels = [
            (scheme, slug)
            for scheme in dict.fromkeys(scheme for scheme, _ in about)
            for slug in hit.facets.get(FACET_OF_SCHEME[scheme], ())
        ]
        sure = [about[label] for label in labels if label in about]
        subject.append(sum(sure))
        focus.append(len(sure) / max(1, len(labels)))
    return {"subject": subject, "focus": focus}


def _most_of(linked: PageLinks, ids: Sequence[int], values: Sequence[float]) -> list[float]:
    """For each page the highest value of those that it is linked to."""
    own = dict(zip(ids, values, strict=True))
    none: Collection[int] = ()
    return [max((own[other] for other in linked.get(page, none)), default=0.0) for page in ids]
