"""Markdown to the blocks of a page body. What editors cannot make in the admin, a file cannot make either."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bs4 import BeautifulSoup
from bs4.element import Tag as Element
from markdown_it import MarkdownIt

CITATION = re.compile(r"\[@([a-z0-9][a-z0-9-]*)\]")
MAX_HEADING = 150
MAX_STEP_TITLE = 120
SAFE_LINKS = ("https://", "http://", "mailto:", "tel:", "/", "#")

Cite = Callable[[str], str]
"""Takes the slug of a publication, returns the rich text of a link to it."""

_parser = MarkdownIt("commonmark", {"html": False}).disable(["image", "code", "fence"])


@dataclass(frozen=True)
class Section:
    """A level-2 heading with the Markdown below it; before the first one the heading is empty."""

    heading: str
    text: str
    line: int


def citations(text: str) -> list[str]:
    """The slugs that a text cites as ``[@slug]``, each once, in order."""
    return list(dict.fromkeys(CITATION.findall(text)))


def sections(text: str) -> list[Section]:
    """The text cut at its level-2 headings. ``line`` counts from 0, at the heading."""
    found = [Section("", "", 0)]
    for number, line in enumerate(text.split("\n")):
        if line.startswith("## "):
            found.append(Section(line[3:].strip().rstrip("#").strip(), "", number))
        else:
            last = found[-1]
            found[-1] = Section(last.heading, f"{last.text}{line}\n", last.line)
    return [section for section in found if section.heading or section.text.strip()]


def rich_text(text: str, cite: Cite) -> str:
    """Markdown as stored rich text: p, h3, ul, ol, li, b, i and links; all else is reduced to these."""
    soup = BeautifulSoup(_parser.render(text), "html.parser")
    for name, allowed in (
        ("strong", "b"),
        ("em", "i"),
        ("h1", "h3"),
        ("h2", "h3"),
        ("h4", "h3"),
        ("h5", "h3"),
    ):
        for tag in soup.find_all(name):
            tag.name = allowed
    for link in soup.find_all("a"):
        if str(link.get("href", "")).startswith(SAFE_LINKS):
            link.attrs = {"href": link["href"]}
        else:
            link.unwrap()
    for tag in soup.find_all(["blockquote", "hr", "code", "pre", "h6"]):
        tag.unwrap()
    for item in soup.find_all("li"):
        for paragraph in item.find_all("p", recursive=False):
            paragraph.unwrap()
    stored = "".join(_compact(child) for child in soup.children if str(child).strip())
    return CITATION.sub(lambda match: cite(match.group(1)), stored)


def steps(text: str, cite: Cite) -> list[dict[str, str]]:
    """The items of the first numbered list: what an item says in bold is its title, the rest how to do it."""
    soup = BeautifulSoup(_parser.render(text), "html.parser")
    numbered = soup.find("ol")
    if not isinstance(numbered, Element):
        return []
    return [_step(item, cite) for item in numbered.find_all("li", recursive=False)]


def body_blocks(text: str, cite: Cite) -> list[tuple[str, Any]]:
    """A body as (block type, value) pairs: headings, text, quotes."""
    blocks: list[tuple[str, Any]] = []
    for section in sections(text):
        if section.heading:
            blocks.append(("heading", section.heading[:MAX_HEADING]))
        blocks += _section_blocks(section.text, cite)
    return blocks


def _section_blocks(text: str, cite: Cite) -> list[tuple[str, Any]]:
    blocks: list[tuple[str, Any]] = []
    for is_quote, part in _quotes_apart(text):
        if is_quote:
            quote = BeautifulSoup(_parser.render(part), "html.parser").get_text().strip()
            blocks += [("quote", CITATION.sub("", quote).strip())] if quote else []
        elif stored := rich_text(part, cite):
            blocks.append(("text", stored))
    return blocks


def _quotes_apart(text: str) -> list[tuple[bool, str]]:
    parts: list[tuple[bool, str]] = []
    for line in text.split("\n"):
        is_quote = line.startswith(">")
        if parts and parts[-1][0] == is_quote:
            parts[-1] = (is_quote, f"{parts[-1][1]}\n{line}")
        else:
            parts.append((is_quote, line))
    return parts


def _step(item: Element, cite: Cite) -> dict[str, str]:
    for paragraph in item.find_all("p"):
        paragraph.unwrap()
    bold = item.find("strong")
    title = ""
    if isinstance(bold, Element):
        title = bold.get_text().strip().rstrip(".:")
        bold.extract()
    for name, allowed in (("strong", "b"), ("em", "i")):
        for tag in item.find_all(name):
            tag.name = allowed
    rest = item.decode_contents().strip().lstrip(".: ").strip()
    whole = BeautifulSoup(rest, "html.parser").get_text().strip()
    if not title and len(whole) <= MAX_STEP_TITLE and not CITATION.search(whole):
        title, rest = whole, ""
    stored = f"<p>{rest}</p>" if rest else ""
    return {"title": title[:MAX_STEP_TITLE], "text": CITATION.sub(lambda match: cite(match.group(1)), stored)}


def _compact(child: Any) -> str:
    return str(child).replace("\n</li>", "</li>").strip()
