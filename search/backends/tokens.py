"""A document as both engines index it: the same tokens in fields of the same name."""

from dataclasses import dataclass

from content.nlp.analysis import index_tokens
from search.backends.base import Document, Mention, Term
from search.fields import TEXT_PARTS, TextPart
from search.reading import words_of_page

MAX_BODY = 20_000  # characters of the body that are kept for passages; the whole body is indexed


@dataclass(frozen=True)
class IndexedDocument:
    """``tokens``: field name → tokens joined by spaces; ``lemmas``: those of all parts, for relevance feedback."""

    document: Document
    tokens: dict[str, str]
    exact_title: str
    lemmas: str


def indexed(document: Document) -> IndexedDocument:
    """Run a document's texts through Dutch analysis."""
    tokens: dict[str, str] = {}
    lemmas: list[str] = []
    for part in TEXT_PARTS:
        analysed = index_tokens(words_of_page(document.texts.get(part.name, "")))
        tokens[part.lemmas], tokens[part.stems] = analysed.lemmas, analysed.stems
        tokens[part.mentions] = document.mentions.get(part.name, "")
        lemmas.append(analysed.lemmas)
    return IndexedDocument(document, tokens, title_key(document.title), " ".join(filter(None, lemmas)))


def field_of(part: TextPart, item: Term | Mention) -> str:
    """The name of the field of a part that holds a token."""
    if isinstance(item, Mention):
        return part.mentions
    return part.stems if item.stemmed else part.lemmas


def title_key(title: str) -> str:
    """A title as the field of exact titles holds it."""
    return index_tokens(words_of_page(title)).lemmas


def stored(item: IndexedDocument) -> dict[str, object]:
    """What an engine keeps of a document to make a hit of it: the fields of ``EngineHit`` but the score."""
    document = item.document
    return {
        "id": document.id,
        "type": document.type,
        "slug": document.slug,
        "title": document.title,
        "url": document.url,
        "summary": document.summary,
        "body": document.texts.get("body", "")[:MAX_BODY],
        "lemmas": item.lemmas,
        "facets": {key: list(values) for key, values in document.facets.items()},
    }
