"""Who wants to hear of news about what: an address, confirmed by whoever reads its mail, and what it follows."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from content.models.questions import new_reference

MAX_SEARCH = 1000  # characters of a search as part of an address


class Follower(models.Model):
    """An address that news goes to. Without anything that it follows, it is erased."""

    class Frequency(models.TextChoices):
        DAILY = "daily", "elke dag"
        WEEKLY = "weekly", "elke week, op maandag"

    reference = models.CharField(max_length=9, unique=True, default=new_reference, editable=False)
    email = models.EmailField("e-mailadres", unique=True)
    frequency = models.CharField(
        "hoe vaak", max_length=6, choices=Frequency.choices, default=Frequency.WEEKLY
    )
    told_until = models.DateTimeField("bericht gehad tot", default=timezone.now, db_index=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "volger"

    def __str__(self) -> str:
        return f"Volger {self.reference}"


class Follow(models.Model):
    """One thing that somebody follows: a page, a concept or a search. It counts once it is confirmed."""

    follower = models.ForeignKey(Follower, on_delete=models.CASCADE, related_name="follows")
    reference = models.CharField(max_length=9, unique=True, default=new_reference, editable=False)
    page = models.ForeignKey(
        "content.ContentPage", null=True, on_delete=models.CASCADE, related_name="follows"
    )
    concept = models.ForeignKey("content.Concept", null=True, on_delete=models.CASCADE, related_name="+")
    search = models.CharField("zoekvraag", max_length=MAX_SEARCH, blank=True)
    asked_at = models.DateTimeField("gevraagd", default=timezone.now, editable=False)
    confirmed_at = models.DateTimeField("bevestigd", null=True, editable=False)
    stopped_at = models.DateTimeField("gestopt", null=True, editable=False)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "wat iemand volgt"
        constraints = [
            models.UniqueConstraint(
                fields=["follower", "page"], condition=Q(page__isnull=False), name="follows_page_once"
            ),
            models.UniqueConstraint(
                fields=["follower", "concept"],
                condition=Q(concept__isnull=False),
                name="follows_concept_once",
            ),
            models.UniqueConstraint(
                fields=["follower", "search"], condition=~Q(search=""), name="follows_search_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.follower} volgt {self.reference}"

    @classmethod
    def counting(cls) -> models.QuerySet["Follow"]:
        """What is confirmed and not stopped."""
        return cls.objects.filter(confirmed_at__isnull=False, stopped_at=None)
