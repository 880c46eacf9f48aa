"""Pages that editors put above the results of a query."""

from django.core.exceptions import ValidationError
from django.db import models
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel, PageChooserPanel
from wagtail.models import Orderable

from content.nlp.analysis import analyse

MOST_PINNED = 3


def query_key(text: str) -> str:
    """What makes queries the same: their words in their base forms, in any inflection or case."""
    return " ".join(token.lemma for token in analyse(text))


class PinnedQuery(ClusterableModel):
    """A query with the pages that stand above its results."""

    text = models.CharField(
        "zoekvraag",
        max_length=100,
        help_text="Verbuigingen tellen mee: huisuitzetting is ook huisuitzettingen.",
    )
    key = models.CharField(max_length=300, unique=True, editable=False)

    panels = [
        FieldPanel("text"),
        InlinePanel(
            "pinned", label="pagina", heading="Pagina's, de eerste bovenaan", min_num=1, max_num=MOST_PINNED
        ),
    ]

    class Meta:
        verbose_name = "vastgezette zoekvraag"
        verbose_name_plural = "vastgezette zoekvragen"
        ordering = ["text"]

    def __str__(self) -> str:
        return self.text

    @property
    def pages(self) -> str:
        """The titles of its pages, in order."""
        return ", ".join(str(item.page) for item in self.pinned.all())

    def clean(self) -> None:
        """Refuse a query without words, and one that is pinned already.

        Raises:
            ValidationError: on ``text``, with what to do.
        """
        super().clean()
        key = query_key(self.text)
        if not key:
            raise ValidationError({"text": "Vul een of meer woorden in."})
        if PinnedQuery.objects.exclude(pk=self.pk).filter(key=key).exists():
            raise ValidationError({"text": "Deze zoekvraag is al vastgezet. Pas die aan."})

    def save(self, *args: object, **kwargs: object) -> None:
        """Keep the key in step with the text."""
        self.key = query_key(self.text)
        super().save(*args, **kwargs)


class PinnedPage(Orderable):
    """A page above the results of a query."""

    query = ParentalKey(PinnedQuery, on_delete=models.CASCADE, related_name="pinned")
    page = models.ForeignKey(
        "content.ContentPage", on_delete=models.CASCADE, related_name="+", verbose_name="pagina"
    )

    panels = [PageChooserPanel("page")]

    class Meta(Orderable.Meta):
        verbose_name = "vastgezette pagina"

    def __str__(self) -> str:
        return str(self.page)
