"""The order of the best pages, as it was learned from judged searches (``manage.py train_ranking``).

The engine finds the candidates; all that tells of them (``signals``) puts them in order. This is ranking in stages:
M. Bendersky, D. Metzler and W. B. Croft (2012), *Effective query formulation with multiple information sources*; the order
is learned as in T.-Y. Liu (2009), *Learning to rank for information retrieval*.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from content.nlp.learned import Key
from search import signals, trees
from search.backends.base import EngineHit
from search.backends.tokens import title_key
from search.resemblance import Lift, lifts
from search.treating import lists_problems, treated
from search.understanding import Understood
from search.weights import tunables

MOST = 0.99  # of what is asked, by what its words count for
TITLES_REMEMBERED = 4_000
LEARNED = Path(__file__).parent / "data" / "order.npz"

_title_key = lru_cache(maxsize=TITLES_REMEMBERED)(title_key)


def in_learned_order(
    understood: Understood, hits: Sequence[EngineHit], about: Mapping[Key, float], own: int
) -> tuple[tuple[EngineHit, ...], Mapping[int, Lift]]:
    """Candidates in the order that was learned, with scores that go down; and by its id why one stands higher now.

    Whatever was learned, the page that the engine puts first stays there if its title alone has all that is asked; and
    before it comes a page whose title is just that.

    Args:
        hits: in the order of the engine.
        about: the subjects of what is asked, as (scheme, slug), to how sure that is.
        own: how many of the hits, from the first, stay before the others.

    Raises:
        OSError, EOFError, KeyError, ValueError: see ``learned``.
    """
    if not hits:
        return (), {}
    found = signals.compare(understood.said, hits, about)
    values = learned().values(found.signals)
    if lists_problems(understood):
        worth = tunables.TREATED_WEIGHT * values.std() * (len(understood.problems) - 1)
        values += worth * treated(hits, understood.problems)
    titles = found.signals[:, signals.SIGNALS.index("title")]
    if titles[0] > MOST and not (titles[1:] > MOST).any():
        values[0] = values.max() + 1
    values[[_title_key(hit.title) == understood.exact_title for hit in hits]] = values.max() + 1
    if 0 < own < len(hits):
        values[own:] -= max(0.0, values[own:].max() - values[:own].min())
    lowest = min(hit.score for hit in hits) - float(values.min())
    scored = [replace(hit, score=lowest + value) for hit, value in zip(hits, values.tolist(), strict=True)]
    order = sorted(range(len(hits)), key=lambda place: -scored[place].score)
    settled = tuple(scored[place] for place in order)
    likeness = found.vectors.like(found.vectors.rows[order[0]])
    return settled, lifts(hits, settled, found.near, likeness.tolist())


@lru_cache(maxsize=1)
def learned() -> trees.Trees:
    """What was learned of the order of pages.

    Raises:
        OSError, EOFError, KeyError: see ``trees.load``.
        ValueError: it was learned from other signals than there are now.
    """
    found = trees.load(LEARNED)
    if found.signals != signals.SIGNALS:
        raise ValueError(f"{LEARNED.name} was learned from other signals; run `manage.py train_ranking`.")
    return found
