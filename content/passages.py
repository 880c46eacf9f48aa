"""A piece of a page's text with the words that matter marked."""

from dataclasses import dataclass

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
