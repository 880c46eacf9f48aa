"""Whole sentences as a query: any of their words finds a page, and a learned order decides which answers best.

What somebody types in keywords stands on the page that is meant. A sentence says it in its own words, of which the page has
some and its neighbour others; there no rule on single words puts the answer first. So its many candidates are found by any
word, and put in order by all that tells of them (``signals``), by what was learned from judged searches
(``manage.py train_ranking``). This is ranking in stages: M. Bendersky, D. Metzler and W. B. Croft (2012), *Effective query
formulation with multiple information sources*; the order is learned as in T.-Y. Liu (2009), *Learning to rank for
information retrieval*.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from content.nlp.analysis import analyse
from content.nlp.learned import Key
from search import signals, trees
from search.backends.base import EngineHit, Group
from search.naming import is_function_word
from search.resemblance import Lift, by_score, lifts
from search.subjects import labelled, likely
from search.treating import lists_problems
from search.understanding import Understood, is_exact, word_group
from search.weighing import Words
from search.weights import tunables

BETWEEN_KEYWORDS = {"en", "of"}  # small words that do not make a sentence
LEARNED = Path(__file__).parent / "data" / "order.npz"


def is_sentence(understood: Understood) -> bool:
    """Whether a query is said rather than made of keywords: several words with small ones among them, that are no label of
    the vocabulary, no list of problems, and not in quotes."""
    tokens = analyse(understood.plain)
    labels = [problem.group for problem in understood.problems if not problem.everyday]
    return (
        len(tokens) >= tunables.SENTENCE_WORDS
        and any(is_function_word(token) and token.lemma not in BETWEEN_KEYWORDS for token in tokens)
        and any(group not in labels for group in understood.groups)
        and not any(map(is_exact, understood.groups))
        and not lists_problems(understood)
    )


def any_of(understood: Understood, words: Words, about: Mapping[Key, float]) -> tuple[Group, ...]:
    """What a page may have to be a candidate: a thing that the sentence names, a word of it, or a label of its subject."""
    things = [*(item.group for item in words.kept), *words.several]
    named = {group.text for group in understood.groups if " " not in group.text}
    loose = [
        replace(word_group(token.form), weight=tunables.ANY_WORD_WEIGHT)
        for token in analyse(understood.plain)
        if token.text not in named and not is_function_word(token)
    ]
    same = likely(about)
    return (
        *(replace(group, bonus=group.bonus + tunables.THING_BONUS) for group in things),
        *loose,
        *(item.group for item in words.aside),
        *((labelled(same),) if same else ()),
    )


def in_learned_order(
    asked: str, hits: Sequence[EngineHit], about: Mapping[Key, float]
) -> tuple[tuple[EngineHit, ...], Mapping[int, Lift]]:
    """Candidates in the order that was learned, with scores that go down; and by its id why one stands higher now."""
    if not hits:
        return (), {}
    found = signals.compare(asked, hits, about)
    values = learned().values(found.signals)
    lowest = min(hit.score for hit in hits) - float(values.min())
    scored = [replace(hit, score=lowest + value) for hit, value in zip(hits, values.tolist(), strict=True)]
    settled = by_score(scored, own=len(scored))
    return settled, lifts(hits, settled, found.near, hits[found.leader])


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
