"""What a whole query is about, also where none of its words is a label: the learned model of the tags reads it too."""

import math
from collections.abc import Iterable, Mapping

from content import learning
from content.nlp.learned import Key
from content.nlp.vocabulary import Vocabulary
from search.backends.base import Group, Mention, Tagged
from search.fields import FACET_OF_SCHEME
from search.mentions import subject_token
from search.understanding import Understood
from search.weights import tunables


def subjects(understood: Understood) -> Mapping[Key, float]:
    """(scheme, slug) of domains and themes → how sure it is, to 1: what the query names, and what the model expects.

    Only what it names without a model. In a sentence a label may be named in passing (*niemand om op terug te vallen*), so
    there the model has a say in it.
    """
    named = sum(problem.sure for problem in understood.problems) == len(understood.groups)
    sentence = len(understood.plain.split()) >= tunables.SENTENCE_WORDS
    model = None if named and not sentence else learning.present_model()
    expected = model.probabilities(understood.plain) if model and understood.plain else {}
    likely = {key: chance for key, chance in expected.items() if chance >= tunables.SUBJECT_CHANCE}
    meant = {key: _sure(expected[key]) if sentence and key in expected else 1.0 for key in understood.tops}
    return meant if named else likely | meant


def _sure(chance: float) -> float:
    return tunables.NAMED_CHANCE + (1 - tunables.NAMED_CHANCE) * math.sqrt(chance)


def likely(about: Mapping[Key, float]) -> tuple[Key, ...]:
    """The subjects that are sure enough to find pages by, whatever words those use."""
    return tuple(sorted(key for key, chance in about.items() if chance >= tunables.WIDEN_CHANCE))


def labelled(keys: Iterable[Key]) -> Group:
    """What pages meet whose labels say that they are about one of the subjects."""
    return Group("", tuple(Tagged(FACET_OF_SCHEME[scheme], slug) for scheme, slug in keys))


def narrow(understood: Understood, vocabulary: Vocabulary) -> tuple[Key, ...]:
    """The concepts below a domain or theme that the query names; none where it names several things, of which a page that
    treats all says less on each."""
    concepts = understood.concepts if len(understood.problems) == 1 else ()
    keys = [(concept.scheme, concept.slug) for concept in concepts]
    return tuple(key for key in keys if vocabulary.top_of(*key) != key[1])


def subject_mentions(about: Mapping[Key, float]) -> tuple[Mention, ...]:
    """What pages that are about the subject itself say often: anything that falls under it."""
    return tuple(
        Mention(subject_token(*key), tunables.SUBJECT_WEIGHT * chance) for key, chance in about.items()
    )
