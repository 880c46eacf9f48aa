"""Ingezonden vragen: private, and visible to their handlers alone."""

import secrets

from django.conf import settings
from django.db import models
from django.utils import timezone

REFERENCE_ALPHABET = "23456789BCDFGHJKLMNPQRSTVWXZ"  # no vowels, no 0/O or 1/I: easy to read out on the phone
REFERENCE_LENGTH = 8


def new_reference() -> str:
    """A reference number such as ``K7PD-3XQM``: random, so that it tells nothing."""
    letters = "".join(secrets.choice(REFERENCE_ALPHABET) for _ in range(REFERENCE_LENGTH))
    return f"{letters[:4]}-{letters[4:]}"


class Question(models.Model):
    """A question that a professional sent in."""

    class Status(models.TextChoices):
        NEW = "new", "nieuw"
        ASSIGNED = "assigned", "in behandeling"
        ANSWERED = "answered", "beantwoord"
        DECLINED = "declined", "niet in behandeling"

    reference = models.CharField("kenmerk", max_length=9, unique=True, default=new_reference, editable=False)
    question = models.TextField("vraag", max_length=1000)
    context = models.TextField("situatie in algemene woorden", max_length=3000, blank=True)
    profession = models.CharField("beroep of rol", max_length=100)
    email = models.EmailField("e-mailadres", blank=True)
    status = models.CharField(
        "stand", max_length=10, choices=Status.choices, default=Status.NEW, db_index=True
    )
    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="assigned_questions",
        verbose_name="behandelaar",
    )
    received_at = models.DateTimeField("ontvangen", default=timezone.now, db_index=True, editable=False)
    submission = models.UUIDField(unique=True, null=True, editable=False)

    class Meta:
        verbose_name = "ingezonden vraag"
        verbose_name_plural = "ingezonden vragen"
        ordering = ["-received_at"]
        permissions = [("handle_question", "Mag ingezonden vragen behandelen")]

    def __str__(self) -> str:
        return f"Vraag {self.reference}"


class QuestionEvent(models.Model):
    """A step in the handling of a question: who did what, when. It never quotes the question."""

    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="events")
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    step = models.CharField(max_length=200)

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return self.step
