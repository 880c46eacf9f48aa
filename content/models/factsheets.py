"""Factsheets: key messages and figures, each with its source."""

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, InlinePanel, PageChooserPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable

from content.models.base import ContentPage, editor_tabs
from content.text import stream_text


class FactsheetPage(ContentPage):
    """A *factsheet*: what everybody should know about a subject, on one page."""

    type_slug = "factsheet"
    type_label = "Factsheet"

    key_messages = StreamField(
        [("message", blocks.TextBlock(label="Kernboodschap"))], blank=True, verbose_name="kernboodschappen"
    )

    is_creatable = True
    template = "content/factsheet_page.html"

    edit_handler = editor_tabs(
        [
            FieldPanel("key_messages"),
            InlinePanel("figures", label="cijfer", heading="Cijfers"),
            *ContentPage.body_panels,
        ]
    )

    class Meta:
        verbose_name = "factsheet"
        verbose_name_plural = "factsheets"

    def key_text(self) -> str:
        """The key messages, one a line."""
        return stream_text(self.key_messages)

    def lead_text(self) -> str:
        """The figures as sentences: value and what it counts."""
        return "\n".join(f"{figure.value} {figure.label}" for figure in self.figures.all())

    def figure_list(self) -> list["Figure"]:
        """The figures in order, with their source at hand."""
        return list(self.figures.select_related("source"))


class Figure(Orderable):
    """A number with what it counts, the year it holds for and the publication it comes from."""

    page = ParentalKey(FactsheetPage, on_delete=models.CASCADE, related_name="figures")
    value = models.CharField("cijfer", max_length=40)
    label = models.CharField("wat het telt", max_length=300)
    year = models.PositiveIntegerField("jaar", null=True, blank=True)
    source = models.ForeignKey(
        "content.PublicationPage",
        on_delete=models.CASCADE,
        related_name="figures",
        verbose_name="bron",
    )

    panels = [FieldPanel("value"), FieldPanel("label"), FieldPanel("year"), PageChooserPanel("source")]

    class Meta(Orderable.Meta):
        verbose_name = "cijfer"

    def __str__(self) -> str:
        return f"{self.value} {self.label}"
