"""Factsheets: key messages and figures, each with its source."""

from dataclasses import dataclass

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, InlinePanel, PageChooserPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable

from content.models.base import ContentPage, editor_tabs
from content.models.publications import PublicationPage
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

    def figure_list(self) -> list["ShownFigure"]:
        """The figures in order; one whose source not every reader may see stands there without it."""
        figures = list(self.figures.all())
        shown = PublicationPage.shown(figure.source_id for figure in figures).in_bulk()
        return [
            ShownFigure(figure.value, figure.label, figure.year, shown.get(figure.source_id))
            for figure in figures
        ]


@dataclass(frozen=True, slots=True)
class ShownFigure:
    """A number as readers see it: what it counts, the year it holds for, and its source where that is public."""

    value: str
    label: str
    year: int | None
    source: PublicationPage | None

    @property
    def origin(self) -> str:
        """Source and year as they stand between brackets in a running text; empty where neither is known."""
        return ", ".join(str(part) for part in (self.source, self.year) if part)


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
