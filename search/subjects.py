"""What a whole query is about, also where none of its words is a label: the learned model of the tags reads it too."""

import math
from collections.abc import Mapping

from content import learning
from content.nlp.analysis import analyse
from content.nlp.data.function_words import FUNCTION_WORDS
from content.nlp.learned import Key
from content.nlp.stems import stem
from content.nlp.vocabulary import Vocabulary
from search.backends.base import Term
from search.understanding import Understood
from search.weights import tunables


def subjects(understood: Understood) -> Mapping[Key, float]:
    """(scheme, slug) of domains and themes → how sure it is, to 1: what the query names, and what the model expects.

    Only what it names without a model, and where all its words are labels: then nothing is left to expect.
    """
    named = sum(problem.sure for problem in understood.problems) == len(understood.groups)
    model = None if named else learning.present_model()
    expected = model.probabilities(understood.plain) if model and understood.plain else {}
    likely = {key: chance for key, chance in expected.items() if chance >= tunables.SUBJECT_CHANCE}
    return likely | dict.fromkeys(understood.tops, 1.0)


def narrow(understood: Understood, vocabulary: Vocabulary) -> tuple[Key, ...]:
    """The concepts below a domain or theme that the query names; none where it names several things, of which a page that
    treats all says less on each."""
    concepts = understood.concepts if len(understood.problems) == 1 else ()
    keys = [(concept.scheme, concept.slug) for concept in concepts]
    return tuple(key for key in keys if vocabulary.top_of(*key) != key[1])


def field_words(
    about: Mapping[Key, float], understood: Understood, vocabulary: Vocabulary
) -> tuple[Term, ...]:
    """The words of the first labels of each subject: pages that are about the subject itself have most of them.

    They count for less where the query names something narrower: it is after that, not after the whole field.
    """
    weights: dict[str, float] = {}
    whole = {(concept.scheme, concept.slug) for concept in understood.concepts}
    for key, sure in about.items():
        narrower = key in understood.tops and key not in whole
        chance = sure * tunables.NARROWER_SHARE if narrower else sure
        concept = vocabulary.by_key.get(key)
        for label in concept.labels[: tunables.FIELD_WORDS] if concept else ():
            words = [token.lemma for token in analyse(label.text) if token.lemma not in FUNCTION_WORDS]
            for word in words:
                weight = tunables.FIELD_WORDS_WEIGHT * chance / math.sqrt(len(words))
                weights[stem(word)] = max(weight, weights.get(stem(word), 0.0))
    return tuple(Term(word, weight, stemmed=True) for word, weight in weights.items())
