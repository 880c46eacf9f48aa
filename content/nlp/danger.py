"""Whether a text suggests that somebody is in danger now, so that a page can say first whom to call."""

from content.nlp.analysis import analyse
from content.nlp.data.danger_words import PHRASES, WORDS


def suggests_danger(text: str) -> bool:
    """True where a word or expression of the list stands in the text, in any form. Rather too often than too seldom."""
    lemmas = []
    for token in analyse(text):
        if token.lemma in WORDS or not WORDS.isdisjoint(token.parts):
            return True
        lemmas.append(token.lemma)
    line = f" {' '.join(lemmas)} "
    return any(f" {' '.join(phrase)} " in line for phrase in PHRASES)
