"""Plain text of rich content: the one text that tagging, searching and evidence agree on."""

import html
from typing import Any

from bs4 import BeautifulSoup
from wagtail.blocks import StreamValue
from wagtail.rich_text import RichText

BLOCK_TAGS = ["p", "li", "h2", "h3", "h4", "blockquote", "br", "ul", "ol"]


def plain(source: str) -> str:
    """Text of a piece of stored rich text (HTML), a paragraph or list item a line, white space folded."""
    if "<" not in source:
        return html.unescape(source).strip()
    soup = BeautifulSoup(source, "html.parser")
    for tag in soup.find_all(BLOCK_TAGS):
        tag.append("\n")
    lines = (" ".join(line.split()) for line in soup.get_text().split("\n"))
    return "\n".join(line for line in lines if line)


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
