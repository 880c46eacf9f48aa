"""Searches that editors judged: which pages help, and how much."""

from django.core.exceptions import ValidationError
from django.db import models
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel, PageChooserPanel

from search.query import MAX_TEXT, clean


class JudgedSearch(ClusterableModel):
    """A search with the pages that help; everything else is taken not to."""

    class Kind(models.TextChoices):
        WORD = "word", "gewoon woord"
        INFLECTION = "inflection", "verbuiging"
        COMPOUND = "compound", "samenstelling"
        ABBREVIATION = "abbreviation", "afkorting"
        LAY = "lay", "lekentaal"
        PHRASE = "phrase", "vaste woordgroep"
        TYPO = "typo", "tikfout"
        COMBINATION = "combination", "combinatie"
        QUESTION = "question", "hele vraag"
        NAME = "name", "naam"

    text = models.CharField("zoekvraag", max_length=MAX_TEXT, unique=True)
    kind = models.CharField("soort", max_length=12, choices=Kind.choices, default=Kind.WORD)

    panels = [
        FieldPanel("text"),
        FieldPanel("kind"),
        InlinePanel("grades", label="pagina", heading="Pagina's"),
    ]

    class Meta:
        verbose_name = "beoordeelde zoekvraag"
        verbose_name_plural = "beoordeelde zoekvragen"
        ordering = ["text"]

    def __str__(self) -> str:
        return self.text

    def clean(self) -> None:
        """Keep the text as a search would have it.

        Raises:
            ValidationError: on ``text``, where nothing is left of it.
        """
        super().clean()
        self.text = clean(self.text)
        if not self.text:
            raise ValidationError({"text": "Vul een of meer woorden in."})


class Grade(models.Model):
    """How much a page helps who searches so."""

    class Value(models.IntegerChoices):
        ANSWERS = 3, "beantwoordt dit"
        GOOD = 2, "goede bron"
        ALSO = 1, "ook het bekijken waard"

    search = ParentalKey(JudgedSearch, on_delete=models.CASCADE, related_name="grades")
    page = models.ForeignKey(
        "content.ContentPage", on_delete=models.CASCADE, related_name="+", verbose_name="pagina"
    )
    grade = models.PositiveSmallIntegerField("oordeel", choices=Value.choices, default=Value.ANSWERS)

    panels = [PageChooserPanel("page"), FieldPanel("grade")]

    class Meta:
        verbose_name = "oordeel"
        verbose_name_plural = "oordelen"
        ordering = ["-grade", "pk"]
        constraints = [models.UniqueConstraint(fields=["search", "page"], name="one_grade_per_page")]

    def __str__(self) -> str:
        return f"{self.page}: {self.get_grade_display()}"
