"""How whole questions are put, and everyday words: what is asked for, and what only says who asks."""

import pytest

from content.nlp.analysis import analyse
from search.asking import askers, whole_verbs
from search.backends.base import Term
from search.near import near_words, neighbours
from search.understanding import word_group


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ik ben wijkagent en kom vaak bij een gezin", {"wijkagent"}),
        ("wij zijn een wijkteam, wie heeft de regie?", {"wijkteam"}),
        ("Ik werk als leerplichtambtenaar met ouders", {"leerplichtambtenaar"}),
        ("wat kan als huisarts ik doen", {"huisarts"}),
        ("wat doe ik als ouders geen hulp willen", set()),
        ("hulp bij schulden", set()),
    ],
)
def test_who_asks_is_not_what_is_asked(text: str, who: set[str]) -> None:
    assert askers(text) == who


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("waarom haken gezinnen af", "haken → afhaken"),
        ("het gezin sluit de hulp af", "sluit → afsluit"),
        ("ik meld het kind aan", "meld → aanmeld"),
        ("hoe bouw ik een band op met de ouders", "bouw → opbouw"),
        ("waarom haken gezinnen af, en wat helpt", "haken → afhaken"),
        ("ik kom steeds bij hetzelfde gezin", ""),
        ("het kind valt op school in slaap", ""),
        ("een plan op papier", ""),
        ("hulp bij schulden", ""),
    ],
)
def test_a_verb_is_read_whole_where_its_particle_comes_later(text: str, whole: str) -> None:
    words = analyse(text)
    found = {word.text: verb for word in words if (verb := whole_verbs(words).get(word.start))}
    assert [f"{left} → {right}" for left, right in found.items()] == ([whole] if whole else [])


def test_everyday_words_lead_somewhere_else_and_weigh_less_than_the_word_itself() -> None:
    assert len(neighbours()) > 100
    for word, near in neighbours().items():
        assert near and word not in near, word
        group = word_group(word)
        own = max(term.weight for term in group.alternatives if isinstance(term, Term))
        assert all(term.weight < own and term.label for term in near_words(group))
