"""The handling of a question: where it stands, who has it, what was done, noted and asked of experts."""

import uuid

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone

from content.screening import KINDS, identifying


class Status(models.TextChoices):
    """Where a question stands. Which step leads from where to where: ``content.handling.steps``."""

    NEW = "new", "nieuw"
    DUPLICATE = "duplicate", "samengevoegd"
    ASSIGNED = "assigned", "toegewezen"
    EXPERT = "expert", "bij een deskundige"
    DRAFTED = "drafted", "antwoord in concept"
    PUBLISHED = "published", "beantwoord"
    DECLINED = "declined", "niet in behandeling"


class DeclineReason(models.TextChoices):
    """Why a question gets no answer."""

    OUTSIDE = "outside", "gaat niet over ons onderwerp"
    ONE_CASE = "one_case", "vraagt om een besluit over één gezin"
    UNCLEAR = "unclear", "is niet duidelijk genoeg"
    KNOWN = "known", "staat al op de site"
    NO_QUESTION = "no_question", "is geen vraag"


class Handled(models.Model):
    """The part of a question that its handlers write. The wording here is theirs, and may be shown to an expert."""

    Status = Status

    status = models.CharField(
        "stand", max_length=10, choices=Status.choices, default=Status.NEW, db_index=True
    )
    status_since = models.DateTimeField("sinds", default=timezone.now, editable=False)
    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="assigned_questions",
        verbose_name="behandelaar",
    )
    duplicate_of = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="duplicates",
        verbose_name="samengevoegd met",
    )
    wording = models.CharField("vraag in algemene woorden", max_length=200, blank=True)
    wording_context = models.TextField("situatie in algemene woorden", max_length=2000, blank=True)
    wording_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", editable=False
    )
    answer_page = models.ForeignKey(
        "content.AnswerPage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="questions",
        verbose_name="antwoord",
    )
    decline_reason = models.CharField("reden", max_length=12, choices=DeclineReason.choices, blank=True)

    wagtail_reference_index_ignore = True  # the page's list of where it is used is open to every editor

    class Meta:
        abstract = True


class QuestionEvent(models.Model):
    """A step in the handling of a question: who did what, when. It never quotes the question."""

    class Actor(models.TextChoices):
        """Who did it, where it was nobody with an account."""

        EDITOR = "editor", "iemand die er niet meer is"
        EXPERT = "expert", "de deskundige"
        ASKER = "asker", "de vragensteller"
        SITE = "site", "de site"

    question = models.ForeignKey("content.Question", on_delete=models.CASCADE, related_name="events")
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    actor = models.CharField(max_length=6, choices=Actor.choices, default=Actor.EDITOR)
    step = models.CharField(max_length=200)

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return self.step

    @property
    def who(self) -> str:
        """Who took the step, in words."""
        return str(self.by or self.get_actor_display())


class QuestionNote(models.Model):
    """What handlers tell each other about a question. Nobody else reads it."""

    question = models.ForeignKey("content.Question", on_delete=models.CASCADE, related_name="notes")
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    text = models.TextField("notitie", max_length=2000)

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"Notitie bij {self.question}"


class CannedReply(models.Model):
    """A text to send to askers that handlers need not write anew each time."""

    title = models.CharField("naam", max_length=80, unique=True)
    reason = models.CharField(
        "past bij",
        max_length=12,
        choices=DeclineReason.choices,
        blank=True,
        help_text="Bij deze reden staat deze tekst bovenaan. U mag dit leeg laten.",
    )
    text = models.TextField("tekst", max_length=2000)

    class Meta:
        verbose_name = "standaardantwoord"
        verbose_name_plural = "standaardantwoorden"
        ordering = ["title"]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        """Refuse what is about one person: the text goes to many.

        Raises:
            ValidationError: by field, with the kinds of what was found and never the words.
        """
        found = {field: identifying(getattr(self, field)) for field in ("title", "text")}
        wrong = {
            field: f"Hierin lijkt {KINDS[findings[0].kind].name} te staan. Haal dat weg."
            for field, findings in found.items()
            if findings
        }
        if wrong:
            raise ValidationError(wrong)


class Invitation(models.Model):
    """An expert without an account, asked to write a draft. Name and address are erased after the term."""

    question = models.ForeignKey("content.Question", on_delete=models.CASCADE, related_name="invitations")
    nonce = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField("naam", max_length=100, blank=True)
    email = models.EmailField("e-mailadres", blank=True)
    role = models.CharField(
        "rol", max_length=100, help_text="Bijvoorbeeld ‘schuldhulpverlener’. De lezer ziet alleen deze rol."
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    invited_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()
    reminded_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)
    short_answer = models.TextField("kort antwoord", max_length=600, blank=True)
    text = models.TextField("uitleg", max_length=10_000, blank=True)
    written_at = models.DateTimeField(null=True)
    taken_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = "uitnodiging"
        verbose_name_plural = "uitnodigingen"
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"Uitnodiging {self.pk} bij {self.question}"

    @property
    def is_open(self) -> bool:
        """Whether the expert may still read and write."""
        return self.revoked_at is None and self.taken_at is None and self.expires_at > timezone.now()

    @property
    def state(self) -> str:
        """Where the invitation stands, in words."""
        if self.revoked_at:
            return "ingetrokken"
        if self.taken_at:
            return "overgenomen in het antwoord"
        if self.expires_at <= timezone.now():
            return "verlopen"
        return "concept geschreven" if self.written_at else "wacht op de deskundige"
