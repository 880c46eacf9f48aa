"""The link of a value of a facet, on the search page and on the overview of answers."""

from typing import Protocol

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()

LINK = (
    '<a class="facet__value{shown}" id="kies-{id}" href="{url}" rel="nofollow"{current}><span class="facet__name">'
    '{tick}{label}</span> <span class="facet__count">{count}<span class="visually-hidden"> {noun}{undo}</span></span></a>'
)
CHOSEN = {
    "shown": " facet__value--selected",
    "current": SafeString(' aria-current="true"'),
    "tick": SafeString('<span aria-hidden="true">✓ </span>'),
    "undo": ", gekozen; kies opnieuw om weg te halen",
}
NOT_CHOSEN = dict.fromkeys(CHOSEN, "")


class Value(Protocol):
    """A value of a facet: what it is called, how many pages it gives, and the address that takes it or leaves it."""

    @property
    def value(self) -> str: ...

    @property
    def label(self) -> str: ...

    @property
    def url(self) -> str: ...

    @property
    def count(self) -> int: ...

    @property
    def selected(self) -> bool: ...


@register.simple_tag
def facet_link(item: Value, facet: str) -> SafeString:
    """The link that takes a value of a facet (its key) or leaves it. Not a template: a page of results has some seventy, and
    a template takes as long for them as for all the rest of the page."""
    return format_html(
        LINK,
        id=f"{facet}-{item.value}",
        url=item.url,
        label=item.label,
        count=item.count,
        noun="pagina" if item.count == 1 else "pagina's",
        **(CHOSEN if item.selected else NOT_CHOSEN),
    )
