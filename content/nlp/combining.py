"""The matcher and the learned model together: one probability, from what each of them thinks of a concept.

A logistic rule per scheme weighs the opinions (stacking: D. Wolpert, 1992, *Stacked generalization*). It is learned from
what both say of sentences that the model had not seen, so its probability is calibrated: of the tags it calls .8, some
eight in ten are right. The rule is kept with the model, as data.
"""

import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from content.nlp.analysis import AnalysedToken
from content.nlp.learned import LARGE, OPINIONS, Floats, Key, LearnedModel, Read, read
from content.nlp.tagging import MAX_EVIDENCE, SCALE, SUGGESTED, Evidence, TagScore, TextField
from content.nlp.vocabulary import Vocabulary

LEARNED, BOTH = "learned", "both"
SUPPORTED = 0.25  # probability from which the model is said to have found a tag as well
MOST_STRENGTH = 3.0


def combine(
    fields: Sequence[TextField],
    matched: Sequence[TagScore],
    model: LearnedModel,
    vocabulary: Vocabulary,
    words: Sequence[tuple[AnalysedToken, ...]] | None = None,
) -> list[TagScore]:
    """The tags of the matcher, judged again and added to by the model, strongest first.

    A scheme for which the model has no rule is the matcher's alone; and so is a tag by words that the model never met, as
    those of a label that an editor just made; and so are those of a scheme in which the model sees a concept that is no
    longer there: after a merge it cannot know what took its place.

    Args:
        words: the pieces of the text as analysed, where the caller has them.
    """
    texts = [piece.text for piece in fields]
    pieces = list(zip(texts, words, strict=True)) if words is not None else [read(text) for text in texts]
    probable = {k: value for k, value in model.probabilities_of(*pieces).items() if k[0] in model.rules}
    by_key = {(tag.scheme, tag.concept): tag for tag in matched}
    tags = [tag for key, tag in by_key.items() if key not in probable]
    keys = [key for key in probable if key in vocabulary.by_key]
    outdated = {k[0] for k, value in probable.items() if k not in vocabulary.by_key and value >= SUPPORTED}
    for key, opinions in zip(keys, opinions_on(keys, matched, probable).tolist(), strict=True):
        tag = by_key.get(key)
        if tag and (key[0] in outdated or not any(model.knows(item.text) for item in tag.evidence)):
            tags.append(tag)
            continue
        rule = model.rules[key[0]]
        probability = rule.probability(opinions)
        if probability < SUGGESTED:
            continue
        strong = probability >= rule.strong
        if tag:
            source = BOTH if probable[key] >= SUPPORTED else tag.source
            tags.append(replace(tag, score=probability, strong=strong, source=source, leads=True))
        elif evidence := _evidence(key, fields, pieces, model, vocabulary):
            label = vocabulary.by_key[key].pref_label
            tags.append(TagScore(*key, label, probability, strong, evidence, LEARNED))
    return sorted(tags, key=lambda tag: (-tag.score, tag.scheme, tag.concept))


def opinions_on(keys: Sequence[Key], matched: Sequence[TagScore], probable: dict[Key, float]) -> Floats:
    """What matcher and model think of each concept, of shape (concepts, ``OPINIONS``): the model's logit, and the strength
    of the labels that were met."""
    strengths = {(tag.scheme, tag.concept): _strength(tag.score) for tag in matched}
    rows = [(_logit(probable[key]), min(strengths.get(key, 0.0), MOST_STRENGTH)) for key in keys]
    return np.array(rows, dtype=np.float32).reshape(-1, OPINIONS)


def _strength(score: float) -> float:
    """The matcher's strength, of which its score is a saturating function."""
    return -SCALE * math.log(max(1e-6, 1 - score))


def _logit(probability: float) -> float:
    kept = min(max(probability, math.exp(-LARGE)), 1 - 1e-9)
    return math.log(kept / (1 - kept))


def _evidence(
    key: Key,
    fields: Sequence[TextField],
    pieces: Sequence[Read],
    model: LearnedModel,
    vocabulary: Vocabulary,
) -> tuple[Evidence, ...]:
    label = vocabulary.by_key[key].pref_label
    evidence = [
        Evidence(piece.name, start, end, piece.text[start:end], label, LEARNED)
        for piece, text in zip(fields, pieces, strict=True)
        for start, end in model.evidence_in(text, key, MAX_EVIDENCE)
    ]
    return tuple(evidence[:MAX_EVIDENCE])
