"""Searches that editors want suggested while somebody types, or never."""

from django.db import models
from wagtail.admin.panels import FieldPanel

from search.query import MAX_TEXT, clean


class SuggestedSearch(models.Model):
    """A search with what editors decided about suggesting it."""

    text = models.CharField("zoekvraag", max_length=MAX_TEXT, unique=True)
    shown = models.BooleanField(
        "voorstellen",
        default=True,
        choices=[(True, "altijd voorstellen"), (False, "nooit voorstellen")],
        help_text="Zonder besluit stellen wij een zoekvraag voor als zij vaak gesteld is en er iets gekozen werd.",
    )

    panels = [FieldPanel("text"), FieldPanel("shown")]

    class Meta:
        verbose_name = "voorstel bij het zoeken"
        verbose_name_plural = "voorstellen bij het zoeken"
        ordering = ["text"]

    def __str__(self) -> str:
        return self.text

    def clean(self) -> None:
        """Keep the text as a search would have it."""
        super().clean()
        self.text = clean(self.text)
