"""The form a professional asks through. Whatever is wrong, what was typed stays on the screen."""

import unicodedata
import uuid
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import cached_property

from content.models import Question
from content.nlp.danger import suggests_danger
from content.questions.personal import Screened, screen_fields

MIN_QUESTION = 10
MOST_LOOKED_AT = 3000  # characters of a field, for danger
ALLOWED_CONTROLS = "\n\r\t"


def plain_text(value: str) -> None:
    """Refuse characters that no keyboard types: they come from binary files or from programs.

    Raises:
        ValidationError: with what to do.
    """
    if any(
        unicodedata.category(char) in ("Cc", "Cs", "Co") and char not in ALLOWED_CONTROLS for char in value
    ):
        raise ValidationError(
            "Hier staan tekens in die geen tekst zijn. Typ uw tekst opnieuw of plak alleen tekst."
        )


class _Text(forms.CharField):
    """A text field that says in Dutch what is wrong, and checks for binary input itself instead of crashing later."""

    default_validators = [plain_text]

    def __init__(self, *, needed: str = "", most: int, **kwargs: Any) -> None:
        super().__init__(
            required=bool(needed),
            max_length=most,
            error_messages={
                "required": needed,
                "max_length": f"Maak dit korter: hoogstens {most} tekens, nu %(show_value)s.",
            },
            **kwargs,
        )


class AskForm(forms.Form):
    """Question, situation, profession and optional e-mail, with a trap for robots."""

    question = _Text(
        label="Wat is uw vraag?",
        needed="Schrijf uw vraag op.",
        most=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Eén vraag, in uw eigen woorden. Zonder namen, geboortedata of nummers.",
    )
    context = _Text(
        label="Wat is de situatie, in algemene woorden?",
        most=3000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="Niet verplicht. Bijvoorbeeld: een moeder met drie jonge kinderen, huurschuld, ruzie thuis.",
    )
    profession = _Text(
        label="Wat is uw beroep of rol?",
        needed="Vul uw beroep of rol in, bijvoorbeeld wijkteammedewerker.",
        most=100,
        help_text="Dan sluit het antwoord aan bij uw werk.",
    )
    email = forms.EmailField(
        label="Op welk e-mailadres wilt u het antwoord?",
        required=False,
        max_length=254,
        help_text="Niet verplicht. Wij gebruiken het alleen voor het antwoord.",
        error_messages={
            "invalid": "Dit lijkt geen e-mailadres. Kijk het na, of laat het leeg.",
            "max_length": "Dit e-mailadres is te lang.",
        },
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    website = forms.CharField(required=False, label="Laat dit leeg")
    confirmed = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)
    submission = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["submission"] = self.initial.get("submission") or uuid.uuid4()
        for name in ("question", "context", "profession", "email"):
            described = [f"uitleg-{name}"] + (
                [f"fout-{name}"] if self.is_bound and name in self.errors else []
            )
            attrs = self.fields[name].widget.attrs
            attrs["aria-describedby"] = " ".join(described)
            if self.is_bound and name in self.errors:
                attrs["aria-invalid"] = "true"

    def clean_question(self) -> str:
        """The question, which must be more than a word."""
        text: str = self.cleaned_data["question"]
        if len(text) < MIN_QUESTION:
            raise ValidationError("Schrijf iets meer, dan begrijpen wij uw vraag beter.")
        return text

    def clean(self) -> dict[str, Any]:
        """Screen what was typed, before anything is done with it: identifiers are errors of their fields."""
        data: dict[str, Any] = super().clean() or {}
        for detail in self.screened.stopping:
            self.add_error(detail.field, detail.message)
        return data

    @cached_property
    def screened(self) -> Screened:
        """What the screen finds in the texts as typed."""
        return screen_fields(self.cleaned_data)

    @property
    def suggests_danger(self) -> bool:
        """Whether what was typed suggests that somebody is in danger now."""
        typed = [self[name].value() or "" for name in ("question", "context")]
        return suggests_danger("\n".join(text[:MOST_LOOKED_AT] for text in typed))

    @property
    def needs_confirmation(self) -> bool:
        """Whether there are names or dates of birth that the asker said nothing about yet."""
        return not self.screened.confirmed_by(self.cleaned_data.get("confirmed", ""))

    def again(self, **changes: str) -> "AskForm":
        """The same form to go on with, not sent: what was typed, with some of it changed."""
        return AskForm(initial={**self.cleaned_data, **changes})

    def carried(self) -> list[forms.BoundField]:
        """The fields that a page between this form and sending holds, unseen."""
        return [self[name] for name in self.fields if name != "confirmed"]

    def shown(self) -> list[dict[str, str]]:
        """Label and value of what will be sent, as the check page shows it; empty fields are left out."""
        names = ("question", "context", "profession", "email")
        return [
            {"label": str(self[name].label), "value": self.cleaned_data[name]}
            for name in names
            if self.cleaned_data[name]
        ]

    @property
    def is_robot(self) -> bool:
        """Whether the field that people do not see was filled in."""
        return bool(self.cleaned_data.get("website"))

    def save(self) -> Question:
        """Store the question; a form that is sent twice gives the same question."""
        fields = {name: self.cleaned_data[name] for name in ("question", "context", "profession", "email")}
        submission = self.cleaned_data.get("submission") or uuid.uuid4()
        question, _ = Question.objects.get_or_create(submission=submission, defaults=fields)
        return question
