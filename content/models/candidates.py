"""Words that may belong in the vocabulary, as they were found last."""

from typing import Any

from django.conf import settings
from django.db import models


class CandidateTerm(models.Model):
    """A word or phrase that is written or searched for often and that no concept covers.

    ``contexts``: passages, each with the page it stands on. One that was set aside is kept, so that it stays aside.
    """

    key = models.CharField(max_length=200, unique=True)
    text = models.CharField("woord of woordgroep", max_length=120)
    score = models.FloatField(default=0.0, db_index=True)
    pages = models.PositiveIntegerField("op pagina's", default=0)
    queries = models.PositiveIntegerField("gezocht zonder resultaat", default=0)
    contexts: Any = models.JSONField(default=list)
    seen_at = models.DateTimeField(auto_now=True)
    dismissed_at = models.DateTimeField(null=True)
    dismissed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        verbose_name = "nieuw woord"
        verbose_name_plural = "nieuwe woorden"
        ordering = ["-score", "key"]

    def __str__(self) -> str:
        return self.text
