"""The form a professional asks through. Whatever is wrong, what was typed stays on the screen."""

import re
import uuid
from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import cached_property

from content.models import Question
from content.nlp.danger import suggests_danger
from content.questions import choices, pace
from content.questions.fields import Hidden, KnownChoices, PlainText, Submission, Suggesting
from content.questions.personal import Screened, screen_fields

MIN_QUESTION = 10
MOST_LOOKED_AT = 3000  # characters of a field, for danger
MOST_LINKS = 3
LINK = re.compile(r"https?://|www\.", re.IGNORECASE)
DESCRIBED = ("question", "context", "profession", "setting", "urgency", "email", "may_publish")
UNSEEN = ("confirmed", "started", "submission", "chosen", "domains")  # on the first page
NO, YES = "nee", "ja"


def filled_the_trap(data: Mapping[str, str]) -> bool:
    """Whether the field that people do not see was filled in; looked at before anything else is read."""
    return bool(data.get("website"))


class AskForm(forms.Form):
    """A question and what helps to answer it, with a trap for robots."""

    question = PlainText(
        label="Wat is uw vraag?",
        needed="Schrijf uw vraag op.",
        most=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Eén vraag, in uw eigen woorden. Zonder namen, geboortedata of nummers.",
    )
    context = PlainText(
        label="Wat is de situatie, in algemene woorden?",
        most=3000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="Niet verplicht. Bijvoorbeeld: een moeder met drie jonge kinderen, huurschuld, ruzie thuis. "
        "Bestanden kunt u niet meesturen: daarin staan bijna altijd gegevens van een gezin.",
    )
    profession = PlainText(
        label="Wat is uw beroep of rol?",
        needed="Vul uw beroep of rol in, bijvoorbeeld wijkteammedewerker.",
        most=100,
        widget=Suggesting,
        help_text="Dan sluit het antwoord aan bij uw werk. Kies uit de lijst of typ iets anders.",
    )
    setting = forms.ChoiceField(
        label="Waar speelt het?",
        required=False,
        help_text="Niet verplicht.",
        choices=lambda: [("", "Weet ik niet, of op meer plekken"), *choices.settings()],
        error_messages={"invalid_choice": "Kies een plek uit de lijst, of laat dit leeg."},
    )
    urgency = forms.ChoiceField(
        label="Hoeveel haast heeft het?",
        required=False,
        choices=Question.Urgency.choices,
        initial=Question.Urgency.NORMAL,
        widget=forms.RadioSelect,
        help_text="Een antwoord kost meestal enkele werkdagen.",
        error_messages={"invalid_choice": "Kies een van de twee."},
    )
    email = forms.EmailField(
        label="Op welk e-mailadres wilt u het antwoord?",
        required=False,
        max_length=254,
        help_text="Niet verplicht. Wij gebruiken het alleen voor het antwoord, bewaren het apart van uw vraag en "
        "wissen het daarna.",
        error_messages={
            "invalid": "Dit lijkt geen e-mailadres. Kijk het na, of laat het leeg.",
            "max_length": "Dit e-mailadres is te lang.",
        },
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    may_publish = forms.BooleanField(
        label="Mijn vraag mag in algemene woorden op de site",
        required=False,
        help_text="Niet verplicht. Dan hebben collega’s er ook iets aan. Niemand is erin te herkennen, u ook niet. "
        "Vinkt u dit niet aan, dan schrijven wij alleen over het onderwerp en niets over uw situatie.",
    )
    domains = KnownChoices(
        label="Waar gaat uw vraag over?",
        required=False,
        choices=choices.domains,
        widget=forms.CheckboxSelectMultiple,
    )
    website = forms.CharField(required=False, label="Laat dit leeg")
    confirmed = Hidden()
    started = Hidden()
    chosen = Hidden()
    submission = Submission()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["submission"] = self.initial.get("submission") or uuid.uuid4()
        self.initial["started"] = self.initial.get("started") or pace.stamp()
        for name in DESCRIBED:
            wrong = self.is_bound and name in self.errors
            attrs = self.fields[name].widget.attrs
            attrs["aria-describedby"] = f"uitleg-{name} fout-{name}" if wrong else f"uitleg-{name}"
            if wrong:
                attrs["aria-invalid"] = "true"

    def clean_question(self) -> str:
        """The question, which must be more than a word."""
        text: str = self.cleaned_data["question"]
        if len(text) < MIN_QUESTION:
            raise ValidationError("Schrijf iets meer, dan begrijpen wij uw vraag beter.")
        return text

    def clean_urgency(self) -> str:
        """How soon; who says nothing is in no hurry."""
        return self.cleaned_data["urgency"] or Question.Urgency.NORMAL

    def clean(self) -> dict[str, Any]:
        """Screen what was typed, before anything is done with it: identifiers are errors of their fields."""
        data: dict[str, Any] = super().clean() or {}
        for detail in self.screened.stopping:
            self.add_error(detail.field, detail.message)
        links = sum(len(LINK.findall(data.get(name, ""))) for name in ("question", "context"))
        if links > MOST_LINKS:
            self.add_error(
                "context" if LINK.search(data.get("context", "")) else "question",
                f"Er staan {links} webadressen in uw tekst. Laat er hoogstens {MOST_LINKS} staan.",
            )
        return data

    @cached_property
    def screened(self) -> Screened:
        """What the screen finds in the texts as typed."""
        return screen_fields(self.cleaned_data)

    @property
    def suggests_danger(self) -> bool:
        """Whether what was typed suggests that somebody is in danger now, or the asker is in a hurry."""
        if self["urgency"].value() == Question.Urgency.WEEK:
            return True
        typed = [self[name].value() or "" for name in ("question", "context")]
        return suggests_danger("\n".join(text[:MOST_LOOKED_AT] for text in typed))

    @property
    def needs_confirmation(self) -> bool:
        """Whether there are names or dates of birth that the asker said nothing about yet."""
        return not self.screened.confirmed_by(self.cleaned_data.get("confirmed", ""))

    @property
    def was_hasty(self) -> bool:
        """Whether it came back faster than anybody types, or was never shown by us."""
        return not pace.took_time(self.cleaned_data.get("started", ""))

    @cached_property
    def about(self) -> list[str]:
        """Slugs of the domains: those that the asker chose on the check page, else what the text seems to be about."""
        data = self.cleaned_data
        if data["chosen"] or data["domains"]:
            return list(data["domains"])
        return choices.proposed_domains(data["question"], data["context"])

    def again(self, **changes: Any) -> "AskForm":
        """The same form to go on with, not sent: what was typed, with some of it changed."""
        return AskForm(initial={**self.cleaned_data, **changes})

    def with_new_stamp(self) -> "AskForm":
        """The same form as sent, as if it were shown now for the first time."""
        data = self.data.copy()
        data["started"] = pace.stamp()
        return AskForm(data)

    def unseen(self) -> list[forms.BoundField]:
        """The fields that the first page holds without showing them."""
        return [self[name] for name in UNSEEN]

    def carried(self) -> list[forms.BoundField]:
        """The fields that a page between this form and sending holds, unseen."""
        return [self[name] for name in self.fields if name != "confirmed"]

    def carried_to_sending(self) -> list[forms.BoundField]:
        """The fields that the check page holds unseen; it asks for the domains itself."""
        return [self[name] for name in self.fields if name not in ("domains", "chosen")]

    def domain_boxes(self) -> list[dict[str, Any]]:
        """A box for each domain, as the check page shows them."""
        return [
            {"slug": slug, "label": label, "ticked": slug in self.about} for slug, label in choices.domains()
        ]

    def shown(self) -> list[dict[str, str]]:
        """Label and value of what will be sent, as the check page shows it; empty fields are left out."""
        data = self.cleaned_data
        words = {
            "setting": dict(self.fields["setting"].choices)[data["setting"]] if data["setting"] else "",
            "urgency": Question.Urgency(data["urgency"]).label,
            "may_publish": YES if data["may_publish"] else NO,
        }
        values = {name: words.get(name, data[name]) for name in DESCRIBED}
        return [{"label": str(self[name].label), "value": value} for name, value in values.items() if value]
