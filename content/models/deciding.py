"""Decisions about tags that were taken outside the page editor, many at once, so that they can be taken back."""

from django.conf import settings
from django.db import models

from content.models.tags import Decision
from content.models.vocabulary import Concept


class DecisionBatch(models.Model):
    """What an editor decided with one click, about one tag or about many."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", verbose_name="door"
    )
    at = models.DateTimeField("op", auto_now_add=True, db_index=True)
    decision = models.CharField("besluit", max_length=8, choices=Decision.choices)
    undone_at = models.DateTimeField("teruggenomen op", null=True)

    class Meta:
        verbose_name = "besluit over labels"
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.get_decision_display()} ({self.at:%d-%m-%Y})"


class DecisionItem(models.Model):
    """One tag of a batch: the decision before and after; ``proposed`` where it waits in a draft for who may publish."""

    batch = models.ForeignKey(DecisionBatch, on_delete=models.CASCADE, related_name="items")
    page = models.ForeignKey("content.ContentPage", on_delete=models.CASCADE, related_name="+")
    concept = models.ForeignKey(Concept, on_delete=models.CASCADE, related_name="+")
    before = models.CharField(max_length=8, choices=Decision.choices, blank=True)
    proposed = models.BooleanField(default=False)

    class Meta:
        verbose_name = "besluit over een label"
        indexes = [models.Index(fields=["page", "concept"], name="decided_tag")]

    def __str__(self) -> str:
        return f"{self.page_id}: {self.concept}"
