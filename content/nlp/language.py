"""Whether a text is Dutch at all."""

from content.nlp.tokens import tokenize
from content.nlp.words import dictionary


def dutch_share(text: str) -> float:
    """The share of the words that a Dutch dictionary knows, from 0 to 1; 1 for a text without words."""
    words = [token.text.casefold() for token in tokenize(text)]
    return sum(word in dictionary() for word in words) / len(words) if words else 1.0
