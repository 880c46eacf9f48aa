"""What the templates of found pages need."""

from collections.abc import Iterable

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

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
