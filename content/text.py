"""Plain text of rich content: the one text that tagging, searching and evidence agree on."""

import html
import re
from collections.abc import Iterable, Iterator
from typing import Any

from bs4 import BeautifulSoup
from wagtail.blocks import StreamValue
from wagtail.rich_text import RichText

BLOCK_TAGS = ["p", "li", "h2", "h3", "h4", "blockquote", "br", "ul", "ol"]
LEFT_OUT = "\ue000"  # where something stood that is no text; a character that nobody types
_LEFT_OUT = re.compile(rf"[^\S\n]*{LEFT_OUT}")  # with the space before it: a full stop follows its word


def plain(source: str) -> str:
    """Text of a piece of stored rich text (HTML), a paragraph or list item a line, white space folded."""
    if "<" not in source:
        return html.unescape(source).strip()
    soup = BeautifulSoup(source, "html.parser")
    for link in soup.find_all("a", linktype="page"):
        if is_citation(link.get_text()):
            link.replace_with(LEFT_OUT)
    for tag in soup.find_all(BLOCK_TAGS):
        tag.append("\n")
    text = _LEFT_OUT.sub("", soup.get_text())
    return "\n".join(folded(text.split("\n")))


def folded(lines: Iterable[str]) -> Iterator[str]:
    """The lines that hold anything, with white space folded."""
    return filter(None, (" ".join(line.split()) for line in lines))


def is_citation(link_text: str) -> bool:
    """Whether a link to a page is a citation: its text stands in brackets, as in *(Tonnon e.a., 2019)*.

    Readers see its number; the words of the text are the author's own, so that names of sources find and tag nothing.
    """
    return link_text.startswith("(") and link_text.endswith(")")


def stream_text(value: StreamValue) -> str:
    """Text of a StreamField value, its blocks in order, separated by line breaks."""
    return "\n".join(filter(None, (_block_text(block.value) for block in value)))


def _block_text(value: Any) -> str:
    if isinstance(value, RichText):
        return plain(value.source)
    if isinstance(value, str):
        return value.strip()
    children = value.values() if hasattr(value, "values") else value
    return "\n".join(filter(None, (_block_text(child) for child in children)))
