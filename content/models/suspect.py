"""Questions held apart because they look like the work of a robot: an editor lets them in or throws them away."""

from django.db import models
from django.utils import timezone

from content.models.questions import new_reference


class SuspectQuestion(models.Model):
    """A sent form that nobody handles yet. It was screened for personal data like every question. The address of who sent
    it is apart from it: see ``SuspectContact``."""

    class Reason(models.TextChoices):
        """Why it is held apart."""

        MANY = "many", "veel vragen achter elkaar van één netwerk"
        MARKUP = "markup", "opmaak van een reclamerobot"
        FOREIGN = "foreign", "niet in het Nederlands"

    reference = models.CharField(max_length=9, unique=True, default=new_reference, editable=False)
    submission = models.UUIDField(unique=True, editable=False)
    reason = models.CharField("waarom apart", max_length=8, choices=Reason.choices)
    sent = models.JSONField("wat er verstuurd is", editable=False)
    received_at = models.DateTimeField("ontvangen", default=timezone.now, db_index=True, editable=False)

    class Meta:
        verbose_name = "apart gehouden vraag"
        verbose_name_plural = "apart gehouden vragen"
        ordering = ["-received_at"]

    def __str__(self) -> str:
        return f"Apart gehouden vraag {self.reference}"


class SuspectContact(models.Model):
    """The address that came with a question that is held apart; no mail goes there until an editor lets the question in."""

    suspect = models.OneToOneField(SuspectQuestion, on_delete=models.CASCADE, related_name="contact")
    email = models.EmailField("e-mailadres", editable=False)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "bereikbaarheid bij een apart gehouden vraag"
        verbose_name_plural = "bereikbaarheid bij apart gehouden vragen"

    def __str__(self) -> str:
        return f"Bereikbaarheid bij {self.suspect}"
