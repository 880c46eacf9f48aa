"""The stems of a text and of a label: which texts a label can be met in at all."""

from collections.abc import Iterable

from content.nlp.analysis import index_tokens, words_of
from content.nlp.data.function_words import FUNCTION_WORDS
from content.nlp.stems import stem
from content.nlp.tagging import TextField


def stems_of(pieces: Iterable[TextField]) -> str:
    """The stems of the words of a text and of their parts, each once, as ``PageText`` keeps them."""
    found = {name for piece in pieces for name in index_tokens(words_of(piece.text)).stems.split()}
    return f" {' '.join(sorted(found))} "


def needed_stems(label: str) -> frozenset[str]:
    """The stems that a text must hold for a label to be met in it, in whatever form."""
    words = words_of(label)
    telling = [known for known in words if known.lemma not in FUNCTION_WORDS] or words
    return frozenset(name for known in telling for name in map(stem, known.parts or (known.lemma,)))
