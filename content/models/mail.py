"""Mail that waits to be sent. What is personal in it is erased as soon as it is gone."""

import uuid

from django.db import models
from django.utils import timezone

PERSONAL = {"to": "", "subject": "", "text": "", "html": "", "headers": {}}


class OutgoingMail(models.Model):
    """One mail to one address. ``key`` says what it is about, so that the same mail is never queued twice."""

    class State(models.TextChoices):
        QUEUED = "queued", "wacht"
        SENT = "sent", "verstuurd"
        FAILED = "failed", "niet gelukt"

    key = models.CharField(max_length=120, unique=True, editable=False)
    message_id = models.UUIDField(default=uuid.uuid4, editable=False)
    to = models.EmailField("aan", blank=True)
    subject = models.CharField("onderwerp", max_length=200, blank=True)
    text = models.TextField("tekst", blank=True)
    html = models.TextField("tekst als HTML", blank=True)
    headers = models.JSONField("kopregels", default=dict, blank=True)
    state = models.CharField("stand", max_length=6, choices=State.choices, default=State.QUEUED)
    attempts = models.PositiveIntegerField("pogingen", default=0)
    error = models.CharField("laatste fout", max_length=100, blank=True)
    queued_at = models.DateTimeField("klaargezet", default=timezone.now, editable=False)
    due_at = models.DateTimeField("volgende poging", default=timezone.now)
    done_at = models.DateTimeField("klaar", null=True, editable=False)

    class Meta:
        verbose_name = "uitgaande mail"
        verbose_name_plural = "uitgaande mail"
        ordering = ["pk"]
        indexes = [models.Index(fields=["state", "due_at"], name="mail_due")]

    def __str__(self) -> str:
        return f"Mail {self.pk} ({self.get_state_display()})"
