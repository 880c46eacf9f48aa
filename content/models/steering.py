"""What editors steer the vocabulary with: the text that tags were read from, and changes shown before they are made."""

from typing import Any

from django.conf import settings
from django.db import models

from content.models.vocabulary import Concept, ConceptScheme


class PageText(models.Model):
    """The plain text of a published page as it was last tagged, so that a preview need not open the page itself.

    ``pieces``: ``[[name, text], …]``. ``stems``: the stems of all its words and their parts, each once, with a space on
    both sides of each.
    """

    page = models.OneToOneField(
        "content.ContentPage", on_delete=models.CASCADE, primary_key=True, related_name="tagged_text"
    )
    pieces = models.JSONField(default=list)
    stems = models.TextField()

    class Meta:
        verbose_name = "tekst zoals gelabeld"

    def __str__(self) -> str:
        return str(self.page_id)


class TagThreshold(models.Model):
    """From how many points of a hundred a tag of a scheme counts, and is shown; empty: the portal decides itself."""

    scheme = models.OneToOneField(ConceptScheme, on_delete=models.CASCADE, related_name="+")
    strong = models.PositiveSmallIntegerField("telt mee vanaf", null=True)
    shown = models.PositiveSmallIntegerField("mogelijk vanaf", null=True)

    class Meta:
        verbose_name = "drempel van labels"

    def __str__(self) -> str:
        return f"{self.scheme_id}: {self.strong}, {self.shown}"


class VocabularyChange(models.Model):
    """A change of the vocabulary: proposed with a preview, then applied in the background, and perhaps undone.

    ``payload`` is what the operation needs, ``journal`` the rows that it changed (see ``content.steering.journal``) and
    ``pages`` the ids of the pages that are tagged again because of it.
    """

    class Kind(models.TextChoices):
        EDIT = "bewerken", "Bewerken"
        ADD = "toevoegen", "Toevoegen"
        MERGE = "samenvoegen", "Samenvoegen"
        SPLIT = "splitsen", "Splitsen"
        DEPRECATE = "vervallen", "Laten vervallen"
        RESTORE = "herstellen", "Weer in gebruik nemen"
        DELETE = "verwijderen", "Verwijderen"
        IMPORT = "invoeren", "Begrippen invoeren"
        THRESHOLD = "drempel", "Wanneer labels meetellen"

    class State(models.TextChoices):
        PROPOSED = "proposed", "voorstel"
        QUEUED = "queued", "wacht op uitvoering"
        APPLIED = "applied", "doorgevoerd"
        FAILED = "failed", "niet doorgevoerd"
        UNDOING = "undoing", "wordt teruggedraaid"
        UNDONE = "undone", "teruggedraaid"

    kind = models.CharField("soort", max_length=12, choices=Kind.choices)
    concept = models.ForeignKey(
        Concept, null=True, on_delete=models.SET_NULL, related_name="+", verbose_name="begrip"
    )
    title = models.CharField("wijziging", max_length=250)
    payload: Any = models.JSONField(default=dict)
    preview: Any = models.JSONField(default=dict)
    journal: Any = models.JSONField(default=list)
    pages: Any = models.JSONField(default=list)
    state = models.CharField("stand", max_length=8, choices=State.choices, default=State.PROPOSED)
    problem = models.CharField(max_length=500, blank=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", verbose_name="door"
    )
    made_at = models.DateTimeField("op", auto_now_add=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    settled_at = models.DateTimeField(null=True, help_text="When it was last applied or undone.")

    class Meta:
        verbose_name = "wijziging van de woordenlijst"
        verbose_name_plural = "wijzigingen van de woordenlijst"
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.title
