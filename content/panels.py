"""Panels of the page editor."""

from wagtail.admin.panels import FieldPanel, Panel


class ConceptPanel(FieldPanel):
    """A field for concepts of one scheme, as a short list to tick."""


class TagPanel(Panel):
    """The tags of a page with their evidence."""
