"""What the templates of found pages need."""

from collections.abc import Iterable

from django import template
from django.template.loader import render_to_string
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from search.facets import FacetValue
from search.snippets import Segment

register = template.Library()

CLOSED = (
    '<li><a class="facet__value" id="kies-{}" href="{}" rel="nofollow"><span class="facet__name">{}</span> '
    '<span class="facet__count">{}<span class="visually-hidden"> {}</span></span></a></li>'
)


@register.filter
def marked(segments: Iterable[Segment]) -> SafeString:
    """The text of segments, with a mark around each of the asker's words."""
    pieces = (
        format_html("<mark>{}</mark>", segment.text) if segment.found else segment.text
        for segment in segments
    )
    return format_html_join("", "{}", ((piece,) for piece in pieces))


@register.simple_tag
def facet_values(values: Iterable[FacetValue]) -> SafeString:
    """The values of a facet as items of a list, each a link. Those that are not open are written here and not by a template:
    a page has some seventy, and a template takes as long for them as for all the rest of the page."""
    return format_html_join("\n", "{}", ((_item(value),) for value in values))


def _item(value: FacetValue) -> SafeString:
    if value.is_open:
        return render_to_string("search/facet_open.html", {"item": value})
    return format_html(CLOSED, value.id, value.url, value.label, value.count, value.noun)
