"""The matcher and the learned model together: what each may decide alone, and what only both.

The model is trusted with domains as far as a text is long enough to show it: in a sentence or two the matcher alone does
better (see the table in the README). Themes are ways of working, said in many words; there it always has a say.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from content.nlp.learned import Key, LearnedModel
from content.nlp.tagging import MAX_EVIDENCE, SUGGESTED, Evidence, TagScore, TextField
from content.nlp.vocabulary import Vocabulary

LEARNED, BOTH = "learned", "both"
LONG_ENOUGH = {"domein": 40}  # words from which the model has a say, by scheme


@dataclass(frozen=True, slots=True)
class Rule:
    """Thresholds of probability and score. Found on the tuning halves of the gold sets."""

    veto: float = 0.05  # below it a strong match is only a suggestion
    alone: float = 0.6  # from it the model needs no match
    supported: float = 0.25  # from it a weak match is strong
    weak_match: float = 0.3  # score of such a match
    share: float = 0.4  # of the score, where both have a say


RULE = Rule()


def combine(
    fields: Sequence[TextField],
    matched: Sequence[TagScore],
    model: LearnedModel,
    vocabulary: Vocabulary,
    rule: Rule = RULE,
) -> list[TagScore]:
    """The tags of the matcher, judged again and added to by the model, strongest first."""
    text = "\n".join(piece.text for piece in fields)
    words = len(text.split())
    probable = model.probabilities(text)
    by_key = {(tag.scheme, tag.concept): tag for tag in matched}
    tags = []
    for key in dict.fromkeys((*by_key, *probable)):
        tag = by_key.get(key)
        if key not in probable or words < LONG_ENOUGH.get(key[0], 0):
            tags += [tag] if tag else []
        elif tag:
            tags.append(_judged(tag, probable[key], rule))
        elif probable[key] >= rule.alone and key in vocabulary.by_key:
            tags.append(_learned(key, probable[key], fields, model, vocabulary))
    kept = [tag for tag in tags if tag.score >= SUGGESTED]
    return sorted(kept, key=lambda tag: (-tag.score, tag.scheme, tag.concept))


def _judged(tag: TagScore, probability: float, rule: Rule) -> TagScore:
    strong = (tag.strong and probability >= rule.veto) or (
        tag.score >= rule.weak_match and probability >= rule.supported
    )
    score = (1 - rule.share) * tag.score + rule.share * probability
    source = BOTH if probability >= rule.supported else tag.source
    return replace(tag, score=max(score, SUGGESTED), strong=strong, source=source)


def _learned(
    key: Key, probability: float, fields: Sequence[TextField], model: LearnedModel, vocabulary: Vocabulary
) -> TagScore:
    label = vocabulary.by_key[key].pref_label
    evidence = [
        Evidence(piece.name, start, end, piece.text[start:end], label, LEARNED)
        for piece in fields
        for start, end in model.evidence(piece.text, key, MAX_EVIDENCE)
    ]
    return TagScore(key[0], key[1], label, probability, True, tuple(evidence[:MAX_EVIDENCE]), LEARNED)
