"""Changes of ranking that editors try out on the judged searches, and the numbers that they put live."""

from django.conf import settings
from django.db import models


class Trial(models.Model):
    """A proposed change and what it does.

    ``change``: see ``search.trials.Change``; ``judged``: the searches as they were judged when it began; ``found``: for
    each of them, in order, the pages found now and those found with the change, best first.
    """

    class State(models.TextChoices):
        WAITING = "waiting", "wacht"
        DONE = "done", "klaar"
        FAILED = "failed", "gestopt"

    created_at = models.DateTimeField(auto_now_add=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", verbose_name="door"
    )
    change = models.JSONField(default=dict)
    judged = models.JSONField(default=list)
    found = models.JSONField(default=list)
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    live_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = "proef"
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"proef {self.pk}"


class RankingNumber(models.Model):
    """A number of ``search.tunables`` that editors changed for the whole site."""

    name = models.CharField(max_length=60, unique=True)
    value = models.FloatField()

    class Meta:
        verbose_name = "getal van de rangschikking"

    def __str__(self) -> str:
        return f"{self.name} = {self.value}"
