"""How to reach an asker: apart from the question, and erased long before it."""

from django.db import models
from django.utils import timezone


class Contact(models.Model):
    """The address that an asker gave. Mail goes there only after they confirmed that it is theirs."""

    question = models.OneToOneField("content.Question", on_delete=models.CASCADE, related_name="contact")
    email = models.EmailField("e-mailadres")
    given_at = models.DateTimeField("gegeven", default=timezone.now, editable=False)
    confirmed_at = models.DateTimeField("bevestigd", null=True, editable=False)
    # It outlives the trace of the mail, so that an answer that returns is not told twice.
    told_of = models.ForeignKey(
        "content.AnswerPage",
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        editable=False,
        verbose_name="kreeg bericht van",
    )

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "bereikbaarheid van een vragensteller"
        verbose_name_plural = "bereikbaarheid van vragenstellers"

    def __str__(self) -> str:
        return f"Bereikbaarheid bij {self.question}"
