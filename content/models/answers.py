"""Vragen & antwoorden: a question as professionals ask it, with a short and a full answer."""

from django.db import models
from wagtail.admin.panels import FieldPanel

from content.models.base import ContentPage, editor_tabs


class AnswerPage(ContentPage):
    """A *vraag & antwoord*. Its title is the question."""

    type_slug = "answer"
    type_label = "Vraag & antwoord"

    short_answer = models.TextField("kort antwoord", max_length=600, blank=True)
    expert_role = models.CharField(
        "rol van de deskundige", max_length=100, blank=True, help_text="Een rol, nooit een naam."
    )
    checked_on = models.DateField("nagekeken op", null=True, blank=True)

    is_creatable = True
    template = "content/answer_page.html"

    edit_handler = editor_tabs(
        [
            FieldPanel("short_answer"),
            *ContentPage.body_panels,
            FieldPanel("expert_role"),
            FieldPanel("checked_on"),
        ]
    )

    class Meta:
        verbose_name = "vraag & antwoord"
        verbose_name_plural = "vragen & antwoorden"

    def key_text(self) -> str:
        """The short answer."""
        return self.short_answer
