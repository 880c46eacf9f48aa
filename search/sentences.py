"""Whole sentences as a query: any of their words finds a page.

What somebody types in keywords stands on the page that is meant. A sentence says it in its own words, of which the page has
some and its neighbour others. So its many candidates are found by any word; which answers best is for the learned order.
"""

from collections.abc import Mapping
from dataclasses import replace

from content.nlp.analysis import analyse
from content.nlp.learned import Key
from search.backends.base import Group
from search.naming import is_function_word
from search.subjects import labelled, likely
from search.treating import lists_problems
from search.understanding import Understood, is_exact, word_group
from search.weighing import Words
from search.weights import tunables

BETWEEN_KEYWORDS = {"en", "of"}  # small words that do not make a sentence


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
