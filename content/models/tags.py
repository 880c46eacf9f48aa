"""Tags: which concepts a page is about, why, and what editors decided."""

from django.db import models
from django.db.models import Q
from modelcluster.fields import ParentalKey

from content.models.vocabulary import Concept


class Decision(models.TextChoices):
    ACCEPTED = "accepted", "hoort erbij"
    REJECTED = "rejected", "hoort er niet bij"


class TagDecision(models.Model):
    """What an editor decided about a concept on a page.

    It is part of the page's content: it is saved in its revisions, goes through moderation and takes effect
    on publishing.
    """

    page = ParentalKey("content.ContentPage", on_delete=models.CASCADE, related_name="tag_decisions")
    concept = models.ForeignKey(Concept, on_delete=models.CASCADE, related_name="+", verbose_name="begrip")
    decision = models.CharField("besluit", max_length=8, choices=Decision.choices)

    class Meta:
        verbose_name = "besluit over een label"
        constraints = [models.UniqueConstraint(fields=["page", "concept"], name="one_decision_per_tag")]

    def __str__(self) -> str:
        return f"{self.concept} {self.get_decision_display()}"


class TagQuerySet(models.QuerySet["Tag"]):
    def active(self) -> "TagQuerySet":
        """The tags that count: accepted by an editor, or strong and not rejected."""
        return self.filter(Q(decision=Decision.ACCEPTED) | Q(strong=True, decision=""))


class Tag(models.Model):
    """A concept on a published page, as the tagger and the editors see it. Written by the worker only."""

    class Origin(models.TextChoices):
        MACHINE = "machine", "automatisch gevonden"
        EDITOR = "editor", "door de redactie"

    class Source(models.TextChoices):
        MATCHER = "matcher", "woorden uit de woordenlijst"
        LEARNED = "learned", "het geleerde model"
        BOTH = "both", "woordenlijst en geleerd model"

    page = models.ForeignKey("content.ContentPage", on_delete=models.CASCADE, related_name="tags")
    concept = models.ForeignKey(Concept, on_delete=models.CASCADE, related_name="tags")
    score = models.FloatField(default=0.0)
    strong = models.BooleanField(default=False)
    origin = models.CharField(max_length=7, choices=Origin.choices)
    source = models.CharField(max_length=7, choices=Source.choices, blank=True)
    decision = models.CharField(max_length=8, choices=Decision.choices, blank=True)
    evidence = models.JSONField(default=list)
    pipeline = models.CharField(max_length=100, blank=True)

    objects = TagQuerySet.as_manager()

    class Meta:
        verbose_name = "label"
        verbose_name_plural = "labels"
        ordering = ["-score"]
        constraints = [models.UniqueConstraint(fields=["page", "concept"], name="one_tag_per_concept")]

    def __str__(self) -> str:
        return f"{self.concept} ({self.score:.2f})"


class TagRun(models.Model):
    """When and by which pipeline a page was last tagged; a page tagged by another pipeline is due."""

    page = models.OneToOneField("content.ContentPage", on_delete=models.CASCADE, related_name="tag_run")
    pipeline = models.CharField(max_length=100, db_index=True)
    at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = "labelronde"

    def __str__(self) -> str:
        return self.pipeline
