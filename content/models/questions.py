"""Ingezonden vragen: private, and visible to their handlers alone."""

import secrets

from django.db import models
from django.utils import timezone

from content.models.handling import Handled

REFERENCE_ALPHABET = "23456789BCDFGHJKLMNPQRSTVWXZ"  # no vowels, no 0/O or 1/I: easy to read out on the phone
REFERENCE_LENGTH = 8


def new_reference() -> str:
    """A reference number such as ``K7PD-3XQM``: random, so that it tells nothing."""
    letters = "".join(secrets.choice(REFERENCE_ALPHABET) for _ in range(REFERENCE_LENGTH))
    return f"{letters[:4]}-{letters[4:]}"


class Urgency(models.TextChoices):
    """How soon the asker needs an answer."""

    NORMAL = "normal", "Het heeft geen haast"
    WEEK = "week", "Ik heb het deze week nodig"


class Question(Handled):
    """A question that a professional sent in. Who asked is apart from it: see ``Contact``."""

    Urgency = Urgency

    reference = models.CharField("kenmerk", max_length=9, unique=True, default=new_reference, editable=False)
    question = models.TextField("vraag", max_length=1000)
    context = models.TextField("situatie in algemene woorden", max_length=3000, blank=True)
    profession = models.CharField("beroep of rol", max_length=100)
    setting = models.ForeignKey(
        "content.Concept",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name="waar het speelt",
    )
    domains = models.ManyToManyField(
        "content.Concept", blank=True, related_name="+", verbose_name="waar het over gaat"
    )
    urgency = models.CharField("haast", max_length=6, choices=Urgency.choices, default=Urgency.NORMAL)
    may_publish = models.BooleanField("mag in algemene woorden op de site", default=False)
    received_at = models.DateTimeField("ontvangen", default=timezone.now, db_index=True, editable=False)
    submission = models.UUIDField(unique=True, null=True, editable=False)

    class Meta:
        verbose_name = "ingezonden vraag"
        verbose_name_plural = "ingezonden vragen"
        ordering = ["-received_at"]
        permissions = [("handle_question", "Mag ingezonden vragen behandelen")]

    def __str__(self) -> str:
        return f"Vraag {self.reference}"
