"""Panels of the page editor: concepts to tick, and the tags of a page with their evidence."""

from typing import Any

from django import forms
from django.db.models import ManyToManyField
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from wagtail.admin.panels import FieldPanel, Panel, TabbedInterface

from content.page_screen import field_label
from content.tag_words import strength


class EditorTabs(TabbedInterface):
    """The tabs of the page editor.

    Wagtail prints the fields of a form that no panel claims once more, below everything: radio buttons that are there twice
    show no choice where the editor looks. The choices about tags are no fields of a model, so no panel can claim them.
    """

    class BoundPanel(TabbedInterface.BoundPanel):
        def render_missing_fields(self) -> SafeString:
            """The fields that neither a panel nor the panel of tags has printed."""
            printed = {*self.panel.get_form_options().get("fields", []), *self.form.tag_names}
            return format_html_join(
                "", "{}", ((self.form[name],) for name in self.form.fields if name not in printed)
            )


class ConceptPanel(FieldPanel):
    """A field for concepts of one scheme, as a short list to tick or choose from."""

    def get_form_options(self) -> dict[str, Any]:
        """Tick boxes for many concepts, a list for one."""
        options: dict[str, Any] = super().get_form_options()
        if isinstance(self.db_field, ManyToManyField):
            options["widgets"] = {self.field_name: forms.CheckboxSelectMultiple}
        return options


class TagPanel(Panel):
    """The tags of a page: what the machine found and why, and the editor's decision about each."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "contentadmin/tag_panel.html"

        @property
        def media(self) -> forms.Media:
            """The search field of the panel."""
            return super().media + forms.Media(js=["contentadmin/tag_panel.js"])

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """Adds ``found``: tags with evidence, and ``others``: the remaining top concepts, by scheme."""
            context: dict[str, Any] = super().get_context_data(parent_context)
            rows = self.form.tag_rows()
            for row in rows:
                row["strength"] = strength(row["tag"].score) if row["tag"] else ""
            context["found"] = [row for row in rows if row["tag"] or row["decided"]]
            context["others"] = [row for row in rows if not (row["tag"] or row["decided"])]
            context["published"] = bool(self.instance.pk and self.instance.live)
            context["page"] = self.instance
            return context


class ScreenPanel(Panel):
    """Asks about names and dates of birth on a page that is on its way to its readers; else it is not there."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "contentadmin/screen_panel.html"

        def is_shown(self) -> bool:
            """Whether there is anything to ask."""
            return bool(self.form.names_found)

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """Adds the words that are asked about, each with its field and what it seems to be."""
            context: dict[str, Any] = super().get_context_data(parent_context)
            context["form"] = self.form
            context["names"] = [
                {"detail": detail, "field": field_label(self.instance, detail.field)}
                for detail in self.form.names_found
            ]
            return context
