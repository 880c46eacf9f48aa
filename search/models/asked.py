"""What people look for, in numbers that identify nobody: no address, no session, no time within a day."""

from django.db import models


class QueryDay(models.Model):
    """How often something was asked on a day. ``digest`` is a keyed hash: the words themselves are not here."""

    digest = models.CharField(max_length=64)
    day = models.DateField(db_index=True)
    asked = models.PositiveIntegerField(default=0)
    without_hits = models.PositiveIntegerField(default=0)
    clicks = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = "zoekvragen van een dag"
        constraints = [models.UniqueConstraint(fields=["digest", "day"], name="one_row_per_query_and_day")]

    def __str__(self) -> str:
        return f"{self.day}: {self.asked}"


class CommonQuery(models.Model):
    """The words of a query that was asked often enough to be nobody's own."""

    digest = models.CharField(max_length=64, unique=True)
    text = models.CharField("zoekvraag", max_length=100)

    class Meta:
        verbose_name = "veelgestelde zoekvraag"

    def __str__(self) -> str:
        return self.text
