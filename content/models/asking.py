"""What is counted of asking: never who asked, and never what."""

from django.db import models
from django.db.models import F
from django.utils import timezone


class AnsweredBefore(models.Model):
    """How often, on a day, a page answered somebody who was about to send a question."""

    day = models.DateField("dag")
    page = models.ForeignKey("content.ContentPage", on_delete=models.CASCADE, related_name="+")
    count = models.PositiveIntegerField("aantal", default=0)

    class Meta:
        verbose_name = "vraag die al beantwoord was"
        constraints = [models.UniqueConstraint(fields=["day", "page"], name="answered_before_once_a_day")]

    def __str__(self) -> str:
        return f"{self.page}, {self.day}: {self.count}"

    @classmethod
    def add(cls, page_id: int) -> None:
        """Count one more for a page, today."""
        row, _ = cls.objects.get_or_create(day=timezone.localdate(), page_id=page_id)
        cls.objects.filter(pk=row.pk).update(count=F("count") + 1)
