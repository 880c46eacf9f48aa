"""From the asker's words to a wording in which nobody is to be recognised. A proposal: an editor reads and confirms it."""

from dataclasses import dataclass

from django.utils import timezone
from django.utils.text import Truncator

from content.general_words import in_general_words
from content.models import Question
from content.nlp.tokens import sentences
from content.screening import KINDS, screen_text

TITLE_LENGTH, CONTEXT_LENGTH = (
    Question._meta.get_field(name).max_length for name in ("wording", "wording_context")
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text; ``found``: what it seems to be, empty where the screen saw nothing."""

    text: str
    found: str


def marked(text: str) -> list[Piece]:
    """A text in pieces, with what the screen finds in it set apart."""
    pieces, done = [], 0
    for finding in screen_text(text).findings:
        pieces += [
            Piece(text[done : finding.start], ""),
            Piece(text[finding.start : finding.end], KINDS[finding.kind].name),
        ]
        done = finding.end
    return [piece for piece in (*pieces, Piece(text[done:], "")) if piece.text]


def propose(question: Question) -> tuple[str, str]:
    """A wording for title and situation: the asker's, with general words in the place of each finding.

    A question too long for a title gives its last sentence that asks something; the rest goes to the situation.
    """
    asked, context = (_in_general_words(text) for text in (question.question, question.context))
    if len(asked) <= TITLE_LENGTH:
        return " ".join(asked.split()), context[:CONTEXT_LENGTH]
    asking = [asked[start:end].strip() for start, end in sentences(asked)]
    title = next((text for text in reversed(asking) if text.endswith("?")), asked)
    return Truncator(title).chars(TITLE_LENGTH), f"{asked}\n\n{context}".strip()[:CONTEXT_LENGTH]


def _in_general_words(text: str) -> str:
    return in_general_words(text, screen_text(text).findings, timezone.localdate())
