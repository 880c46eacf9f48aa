"""Template helpers: rich text with numbered sources, and evidence passages."""

from typing import Any

from bs4 import BeautifulSoup
from django import template
from django.utils.safestring import SafeString, mark_safe
from wagtail.models import Page
from wagtail.rich_text import expand_db_html

from content import browse
from content.models import ContentPage, SourceReference, Tag
from content.passages import Passage, evidence_passages
from content.similar import Similar, similar_pages
from content.text import is_citation

register = template.Library()

SHOWN = 3  # passages of a tag


@register.filter
def with_sources(value: Any, sources: list[SourceReference]) -> SafeString:
    """Stored rich text as HTML, each citation a number that jumps to its place in the list of sources.

    A citation of a publication that is not in the list stays an ordinary link. Safe: the text was cleaned by Wagtail's
    rich text features when it was stored, and only the citation links are rewritten here.
    """
    numbers = {str(source.publication_id): number for number, source in enumerate(sources or [], 1)}
    soup = BeautifulSoup(str(getattr(value, "source", value) or ""), "html.parser")
    for link in soup.find_all("a", linktype="page"):
        number = numbers.get(str(link.get("id")))
        if number and is_citation(link.get_text()):
            note = soup.new_tag("a", href=f"#bron-{number}", attrs={"class": "cite"})
            note["title"] = link.get_text().strip("()")
            hidden = soup.new_tag("span", attrs={"class": "visually-hidden"})
            hidden.string = "bron "
            note.append(hidden)
            note.append(f"[{number}]")
            link.replace_with(note)
    return mark_safe(expand_db_html(str(soup)))  # noqa: S308 (see the docstring)


@register.filter
def concept_url(concept: Any) -> str:
    """Where a concept is shown."""
    return browse.concept_url(concept)


@register.filter
def passages(tag: Tag, page: ContentPage) -> tuple[Passage, ...]:
    """The sentences that are a tag's evidence, at most ``SHOWN``; what the present text has no more is left out."""
    texts = {field.name: field.text for field in page.text_fields()}
    return evidence_passages(tag.evidence, texts)[:SHOWN]


@register.filter
def rungs(step: int, of: int = 5) -> list[bool]:
    """The rungs of the ladder from the lowest: which are reached."""
    return [number <= step for number in range(1, of + 1)]


@register.simple_tag
def similar(page: ContentPage, related: list[Page]) -> list[Similar]:
    """Pages like this one, without those that its editor named already."""
    return similar_pages(page, {item.pk for item in related})


@register.filter
def in_words(names: tuple[str, ...]) -> str:
    """Names as a Dutch enumeration: *nazorg, schulden en regie*."""
    lowered = [name if name.isupper() else name[:1].lower() + name[1:] for name in names]
    return " en ".join(filter(None, (", ".join(lowered[:-1]), lowered[-1]))) if lowered else ""
