"""What readers tell about a page: counted per day, and remarks that were screened before they came here."""

import datetime
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F
from django.utils import timezone

MAX_REMARK = 1000  # characters
REMARKS_KEPT_DAYS = 365


class DayCount(models.Model):
    """A number per page and day: never who, and never at what hour."""

    day = models.DateField("dag")
    page = models.ForeignKey("content.ContentPage", on_delete=models.CASCADE, related_name="+")

    wagtail_reference_index_ignore = True

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.page}, {self.day}"

    @classmethod
    def add(cls, page_id: int, field: str = "count") -> None:
        """Count one more in a field of today's row."""
        row, _ = cls._default_manager.get_or_create(day=timezone.localdate(), page_id=page_id)
        cls._default_manager.filter(pk=row.pk).update(**{field: F(field) + 1})


class HelpfulDay(DayCount):
    """How often a page helped on a day, and how often it did not."""

    yes = models.PositiveIntegerField("hielp", default=0)
    no = models.PositiveIntegerField("hielp niet", default=0)

    class Meta:
        verbose_name = "hielp deze pagina"
        constraints = [models.UniqueConstraint(fields=["day", "page"], name="helpful_once_a_day")]


class SameQuestionDay(DayCount):
    """How many readers of an answer said on a day that they have its question too."""

    count = models.PositiveIntegerField("aantal", default=0)

    class Meta:
        verbose_name = "heeft deze vraag ook"
        constraints = [models.UniqueConstraint(fields=["day", "page"], name="same_question_once_a_day")]


class AnsweredBefore(DayCount):
    """How often, on a day, a page answered somebody who was about to send a question."""

    count = models.PositiveIntegerField("aantal", default=0)

    class Meta:
        verbose_name = "vraag die al beantwoord was"
        constraints = [models.UniqueConstraint(fields=["day", "page"], name="answered_before_once_a_day")]


class Remark(models.Model):
    """What a reader wrote about a page: why it helped or did not, or what is wrong in it. Nobody's name is with it."""

    class Kind(models.TextChoices):
        HELPED = "helped", "waarom het hielp"
        DID_NOT_HELP = "missed", "wat er miste"
        FAULT = "fault", "fout gemeld"

    class Status(models.TextChoices):
        NEW = "new", "nieuw"
        DONE = "done", "verwerkt"
        SET_ASIDE = "aside", "niets mee gedaan"

    page = models.ForeignKey("content.ContentPage", on_delete=models.CASCADE, related_name="remarks")
    kind = models.CharField("soort", max_length=6, choices=Kind.choices, db_index=True)
    text = models.TextField("tekst", max_length=MAX_REMARK)
    received_on = models.DateField("ontvangen", default=timezone.localdate, db_index=True)
    status = models.CharField(
        "stand", max_length=5, choices=Status.choices, default=Status.NEW, db_index=True
    )
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name="door",
    )
    handled_at = models.DateTimeField("op", null=True, blank=True)
    submission = models.UUIDField(unique=True, editable=False)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "reactie van een lezer"
        verbose_name_plural = "reacties van lezers"
        ordering = ["-received_on", "-pk"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.received_on}"

    def set_status(self, status: str, user: Any) -> None:
        """Say what was done with it, by whom and when; a remark that is new again was handled by nobody."""
        new = status == self.Status.NEW
        self.status = status
        self.handled_by, self.handled_at = (None, None) if new else (user, timezone.now())
        self.save(update_fields=["status", "handled_by", "handled_at"])

    @classmethod
    def forget_old(cls, today: datetime.date) -> int:
        """Delete remarks older than ``REMARKS_KEPT_DAYS`` days.

        Returns:
            How many went.
        """
        oldest = today - datetime.timedelta(days=REMARKS_KEPT_DAYS)
        return cls.objects.filter(received_on__lt=oldest).delete()[0]
