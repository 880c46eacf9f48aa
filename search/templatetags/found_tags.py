"""What the templates of found pages need."""

from collections.abc import Iterable

from django import template
from django.template.loader import render_to_string
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from content.templatetags.facet_tags import facet_link
from search.facets import FacetValue
from search.snippets import Segment

register = template.Library()


@register.filter
def marked(segments: Iterable[Segment]) -> SafeString:
    """The text of segments, with a mark around each of the asker's words."""
    pieces = (
        format_html("<mark>{}</mark>", segment.text) if segment.found else segment.text
        for segment in segments
    )
    return format_html_join("", "{}", ((piece,) for piece in pieces))


@register.simple_tag
def facet_values(values: Iterable[FacetValue], facet: str) -> SafeString:
    """The values of a facet (its key) as items of a list: each a link, and below it what falls under it."""
    items = ((facet_link(value, facet), _below(value, facet)) for value in values)
    return format_html_join("\n", "<li>{}{}</li>", items)


def _below(value: FacetValue, facet: str) -> str:
    if not value.narrower:
        return ""
    return render_to_string("search/facet_narrower.html", {"item": value, "facet": facet})
