"""A page as plain parts for paper: headings, paragraphs, lists and its numbered sources, without markup."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from bs4 import BeautifulSoup, Tag
from django.utils.formats import date_format
from wagtail.rich_text import RichText

from content.addresses import short_url
from content.browse import cards
from content.citations import reference_text
from content.models import AnswerPage, ContentPage, ElementPage, FactsheetPage, PublicationPage
from content.text import is_citation

LISTS = {"ul": "bullets", "ol": "numbers"}
HEADINGS = ("h2", "h3", "h4")
DAY = "j F Y"


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a page; ``kind`` is heading, subheading, text, quote, note, bullets or numbers (then with items)."""

    kind: str
    text: str = ""
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page on paper. ``evidence`` and ``evidence_reason`` are empty for what has no level of evidence."""

    title: str
    type: str
    lead: str
    evidence: str
    evidence_reason: str
    parts: tuple[Part, ...]
    sources: tuple[str, ...]
    address: str
    updated: str
    review: str

    def as_data(self) -> dict[str, Any]:
        """The sheet as JSON can hold it."""
        return asdict(self)


def sheet(page: ContentPage) -> Sheet:
    """A specific page as it goes on paper."""
    sources = page.source_list()
    numbers = {str(source.publication_id): number for number, source in enumerate(sources, 1)}
    card = cards([page])[0]
    return Sheet(
        title=page.title,
        type=page.type_label,
        lead=page.key_text() if isinstance(page, AnswerPage) and page.short_answer else page.summary,
        evidence=f"{card.evidence.lower()} (trede {card.evidence_step} van 5)" if card.evidence else "",
        evidence_reason=page.evidence_reason if isinstance(page, ElementPage) else "",
        parts=tuple(_parts(page, numbers)),
        sources=tuple(reference_text(source.publication) for source in sources),
        address=short_url(page),
        updated=date_format(page.last_published_at, DAY) if page.last_published_at else "",
        review=date_format(page.review_date, DAY) if page.review_date else "",
    )


def _parts(page: ContentPage, numbers: dict[str, int]) -> Iterator[Part]:
    if isinstance(page, ElementPage):
        yield from _element(page, numbers)
    elif isinstance(page, FactsheetPage):
        yield from _factsheet(page)
    elif isinstance(page, PublicationPage):
        yield Part("heading", "Verwijzing")
        yield Part("text", reference_text(page))
    for block in page.body:
        yield from _block(block.block_type, block.value, numbers)


def _element(page: ElementPage, numbers: dict[str, int]) -> Iterator[Part]:
    for heading, text in (("Wat is het", page.what), ("Voor wie", page.for_whom)):
        if text:
            yield Part("heading", heading)
            yield from rich(text, numbers)
    if page.steps:
        yield Part("heading", "Zo doet u dat")
        yield _steps([block.value for block in page.steps], numbers)
    for section in page.sections():
        yield Part("heading", section["heading"])
        yield from rich(section["text"], numbers)


def _factsheet(page: FactsheetPage) -> Iterator[Part]:
    if page.key_messages:
        yield Part("heading", "De kern")
        yield Part("bullets", items=tuple(str(block.value) for block in page.key_messages))
    figures = [
        f"{figure.label}: {figure.value}{f' ({figure.origin})' if figure.origin else ''}"
        for figure in page.figure_list()
    ]
    if figures:
        yield Part("heading", "Cijfers")
        yield Part("bullets", items=tuple(figures))


def _block(kind: str, value: Any, numbers: dict[str, int]) -> Iterator[Part]:
    if kind == "heading":
        yield Part("heading", str(value))
    elif kind == "quote":
        yield Part("quote", str(value))
    elif kind == "steps":
        yield _steps(list(value), numbers)
    elif kind == "note":
        yield Part("note", " ".join(part.text or " ".join(part.items) for part in rich(value, numbers)))
    else:
        yield from rich(value, numbers)


def _steps(steps: list[Any], numbers: dict[str, int]) -> Part:
    """Steps as one numbered list: what to do, and how."""
    items = []
    for step in steps:
        how = " ".join(part.text or " ".join(part.items) for part in rich(step["text"], numbers))
        title = step["title"] or ""
        items.append(f"{title.rstrip('.')}. {how}".strip(". ") + "." if title else how)
    return Part("numbers", items=tuple(items))


def rich(value: RichText | str, numbers: dict[str, int]) -> Iterator[Part]:
    """Stored rich text as parts; a citation becomes the number of its source, as on the page.

    Args:
        value: rich text as Wagtail stores it.
        numbers: id of a publication → its number in the list of sources.
    """
    soup = BeautifulSoup(str(getattr(value, "source", value) or ""), "html.parser")
    for link in soup.find_all("a", linktype="page"):
        number = numbers.get(str(link.get("id")))
        if number and is_citation(link.get_text()):
            link.replace_with(f"[{number}]")
    for element in soup.children:
        text = _line(element)
        if not text:
            continue
        name = element.name if isinstance(element, Tag) else ""
        if name in LISTS:
            items = tuple(filter(None, (_line(item) for item in element.find_all("li", recursive=False))))
            yield Part(LISTS[name], items=items)
        else:
            yield Part("subheading" if name in HEADINGS else "text", text)


def _line(element: Any) -> str:
    return " ".join(element.get_text(" " if element.name in LISTS else "").split())
