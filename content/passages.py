"""A piece of a page's text with the words that matter marked."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from content.nlp.tokens import sentences

MAX_PASSAGE = 280  # characters


@dataclass(frozen=True, slots=True)
class Passage:
    """The sentence around some words, cut in three; ``label`` is the label that was met there."""

    before: str
    words: str
    after: str
    label: str = ""


def passage(text: str, start: int, end: int, label: str = "") -> Passage:
    """The sentence around the characters ``start`` to ``end`` of a text, shortened where it is long."""
    left, right = next(((a, b) for a, b in sentences(text) if a <= start < b), (start, end))
    left, right = max(left, start - MAX_PASSAGE // 2), min(max(right, end), end + MAX_PASSAGE // 2)
    return Passage(text[left:start], text[start:end], text[end:right], label)


def evidence_passages(evidence: Iterable[Mapping[str, Any]], texts: Mapping[str, str]) -> tuple[Passage, ...]:
    """The sentences that are a tag's evidence, each once: summary and text may say the same.

    Args:
        evidence: as a tag keeps it: field, start, end, text and label of each place.
        texts: the page's texts by field; a place where they say something else by now is left out.
    """
    found = (
        passage(texts[item["field"]], item["start"], item["end"], item["label"])
        for item in evidence
        if texts.get(item["field"], "")[item["start"] : item["end"]] == item["text"]
    )
    return tuple(dict.fromkeys(found))
