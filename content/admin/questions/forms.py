"""The forms of the steps: what a handler chooses and writes. Every text goes through the screen."""

from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Case, QuerySet, When
from wagtail.admin.widgets import AdminPageChooser

from content.admin.questions.access import editors
from content.forms.screened import ScreenedForm
from content.handling import answers, experts
from content.handling.wording import CONTEXT_LENGTH, TITLE_LENGTH, propose
from content.models import (
    AnswerPage,
    CannedReply,
    ContentPage,
    DeclineReason,
    Invitation,
    PublicationPage,
    Question,
)

FILL = "fill"  # the button that puts a canned reply in the message
CHECKED = "Ik las dit na. Er is geen gezin in te herkennen."
CHECKED_NEEDED = "Lees de tekst na en zet dan dit vinkje."


class StepForm(ScreenedForm):
    """A form of a step with one question; without fields of its own there is only a button to press."""

    def __init__(self, question: Question, user: Any, *args: Any, **kwargs: Any) -> None:
        self.question, self.user = question, user
        super().__init__(*args, **kwargs)

    @property
    def ready(self) -> bool:
        """Whether the step can be taken: the form was sent to take it, and is good."""
        return self.is_valid()

    def again(self) -> "StepForm":
        """The form as it is shown again when the step was not taken."""
        return self


class AssignForm(StepForm):
    """To whom."""

    to = forms.ModelChoiceField(
        label="Toewijzen aan", queryset=None, error_messages={"required": "Kies iemand."}
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].queryset = editors()
        self.fields["to"].initial = self.question.assigned_to


class NoteForm(StepForm):
    """What to tell the other handlers."""

    screened_fields = ("text",)
    text = forms.CharField(
        label="Notitie",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Alleen voor wie deze vraag behandelt. Zonder namen of nummers.",
        error_messages={"required": "Schrijf een notitie."},
    )


class DeclineForm(StepForm):
    """Why, and what the asker reads. A canned reply is put in the message first, to be read and changed."""

    screened_fields: ClassVar[tuple[str, ...]] = ("message",)
    reason = forms.ChoiceField(label="Reden", choices=DeclineReason.choices, widget=forms.RadioSelect)
    canned = forms.ModelChoiceField(
        label="Standaardantwoord",
        queryset=CannedReply.objects.none(),
        required=False,
        empty_label="geen",
        help_text="‘Zet in het bericht’ zet de tekst hieronder; daarna kunt u haar nog veranderen.",
    )
    message = forms.CharField(
        label="Bericht aan de vragensteller",
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 7}),
        help_text="Gaat per mail, als de vragensteller een adres gaf en bevestigde. Leg uit wat wel kan.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["canned"].queryset = self.replies()

    def replies(self) -> QuerySet[CannedReply]:
        """The canned replies, those for the chosen reason first."""
        fitting = Case(When(reason=self.data.get("reason", ""), then=0), default=1)
        return CannedReply.objects.order_by(fitting, "title")

    @property
    def ready(self) -> bool:
        """Not while a canned reply is only put in the message."""
        return FILL not in self.data and super().ready

    def again(self) -> "DeclineForm":
        """The form again, with the canned reply in the message where that was asked for."""
        if FILL not in self.data or not self["canned"].value():
            return self
        reply = self.fields["canned"].clean(self["canned"].value())
        initial = {"reason": self["reason"].value(), "canned": reply, "message": reply.text}
        return DeclineForm(self.question, self.user, initial=initial)


class MergeForm(StepForm):
    """With which question."""

    into = forms.CharField(
        label="Samenvoegen met",
        max_length=9,
        help_text="Het kenmerk van de andere vraag. Die blijft staan; wie deze vraag stelde krijgt hetzelfde antwoord.",
    )

    def clean_into(self) -> Question:
        """The other question, if the two can be merged."""
        reference = self.cleaned_data["into"].strip().upper()
        other = Question.objects.exclude(pk=self.question.pk).filter(reference=reference).first()
        if other is None:
            raise ValidationError("Er is geen andere vraag met dit kenmerk.")
        if other.status in (Question.Status.DUPLICATE, Question.Status.DECLINED):
            raise ValidationError(
                f"Die vraag staat op ‘{other.get_status_display()}’. Kies de vraag die wordt beantwoord."
            )
        return other


class WordForm(StepForm):
    """The question in general words, read a second time and confirmed."""

    screened_fields = ("wording", "wording_context")
    wording = forms.CharField(
        label="Vraag in algemene woorden",
        max_length=TITLE_LENGTH,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Dit leest een deskundige, en dit wordt de titel van het antwoord.",
    )
    wording_context = forms.CharField(
        label="Situatie in algemene woorden",
        max_length=CONTEXT_LENGTH,
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="Alleen wat nodig is om de vraag te begrijpen. Laat plaatsen en bijzonderheden weg.",
    )
    checked = forms.BooleanField(label=CHECKED, error_messages={"required": CHECKED_NEEDED})

    field_order = ("wording", "wording_context", "checked")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        title, context = (
            (self.question.wording, self.question.wording_context)
            if self.question.wording
            else propose(self.question)
        )
        self.initial = {"wording": title, "wording_context": context, **self.initial}

    def clean_wording(self) -> str:
        """On one line: it becomes a title."""
        return " ".join(self.cleaned_data["wording"].split())


class DraftForm(WordForm):
    """The wording, with the sources and pages that may go along."""

    sources = forms.ModelMultipleChoiceField(
        label="Bronnen die erbij kunnen horen",
        queryset=PublicationPage.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Gevonden bij pagina's over hetzelfde. Andere bronnen kiest u straks in de pagina.",
    )
    related = forms.ModelMultipleChoiceField(
        label="Pagina's die erbij passen",
        queryset=ContentPage.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    field_order = ("wording", "wording_context", "sources", "related", "checked")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        proposed = answers.propose_pages(self.question)
        self.fields["sources"].queryset = proposed.sources
        self.fields["related"].queryset = proposed.related
        for name in ("sources", "related"):
            if not self.fields[name].queryset.exists():
                del self.fields[name]

    def clean(self) -> dict[str, Any]:
        """Nothing chosen where there was nothing to choose from."""
        return {"sources": [], "related": [], **super().clean()}


class LinkForm(StepForm):
    """Which page answers the question."""

    page = forms.ModelChoiceField(
        label="Pagina",
        queryset=AnswerPage.objects.all(),
        widget=AdminPageChooser(target_models=[AnswerPage]),
        error_messages={"required": "Kies een pagina."},
    )


class InviteForm(StepForm):
    """Whom to ask, and how long the link works."""

    screened_fields = ("role",)
    email = forms.EmailField(
        label="E-mailadres van de deskundige",
        max_length=254,
        error_messages={"invalid": "Dit lijkt geen e-mailadres. Kijk het na."},
    )
    name = forms.CharField(
        label="Naam",
        max_length=100,
        required=False,
        help_text="Alleen voor de aanhef van de mail. Wij wissen naam en adres na afloop.",
    )
    role = forms.CharField(
        label="Rol",
        max_length=100,
        help_text="Bijvoorbeeld ‘schuldhulpverlener’. De lezer van het antwoord ziet alleen deze rol.",
    )
    days = forms.TypedChoiceField(
        label="De link werkt", choices=experts.TERMS, coerce=int, initial=experts.USUAL_TERM
    )

    def clean(self) -> dict[str, Any]:
        """Refuse while there is no wording that an expert may read."""
        if not self.question.wording:
            raise ValidationError("Zet de vraag eerst in algemene woorden.")
        return super().clean()


class InvitationForm(StepForm):
    """Which of the question's invitations."""

    invitation = forms.ModelChoiceField(queryset=Invitation.objects.none(), widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["invitation"].queryset = self.question.invitations.all()
