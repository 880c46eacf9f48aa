"""A document as both engines index it: the same tokens in fields of the same name."""

from dataclasses import dataclass

from content.nlp.analysis import Word, index_tokens
from search.backends.base import Document, Mention, Term
from search.fields import TEXT_PARTS, TextPart
from search.reading import telling_stems, words_of_page
from search.searches import features

MAX_BODY = 20_000  # characters of the body that are kept for passages; the whole body is indexed


@dataclass(frozen=True)
class IndexedDocument:
    """``tokens``: field name → tokens joined by spaces; ``stems``: what the whole page says, to compare it
    with others (see ``EngineHit``)."""

    document: Document
    tokens: dict[str, str]
    exact_title: str
    stems: str


def indexed(document: Document) -> IndexedDocument:
    """Run a document's texts through Dutch analysis."""
    tokens: dict[str, str] = {}
    everything: list[Word] = []
    for part in TEXT_PARTS:
        words = words_of_page(part.text_of(document.texts))
        analysed = index_tokens(words)
        tokens[part.lemmas], tokens[part.stems] = analysed.lemmas, analysed.stems
        tokens[part.mentions] = document.mentions.get(part.name, "")
        everything += words
    return IndexedDocument(document, tokens, title_key(document.title), " ".join(telling_stems(everything)))


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
    searched_as = document.texts.get("searched_as", "").splitlines()
    return {
        "id": document.id,
        "type": document.type,
        "slug": document.slug,
        "title": document.title,
        "url": document.url,
        "summary": document.summary,
        "body": document.texts.get("body", "")[:MAX_BODY],
        "searched_as": searched_as,
        "searches": [" ".join(features(search)) for search in searched_as],
        "stems": item.stems,
        "facets": {key: list(values) for key, values in document.facets.items()},
    }
