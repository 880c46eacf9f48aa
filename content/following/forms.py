"""The form to follow something: an address and how often."""

from typing import Any

from django import forms

from content.models import Follower


class FollowForm(forms.Form):
    """E-mail and frequency, with a trap for robots."""

    email = forms.EmailField(
        label="Op welk e-mailadres wilt u bericht?",
        max_length=254,
        help_text="Wij gebruiken het alleen hiervoor. U krijgt eerst een mail om het te bevestigen.",
        error_messages={
            "required": "Vul uw e-mailadres in.",
            "invalid": "Dit lijkt geen e-mailadres. Kijk het na.",
            "max_length": "Dit e-mailadres is te lang.",
        },
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    frequency = forms.ChoiceField(
        label="Hoe vaak wilt u bericht?",
        choices=Follower.Frequency.choices,
        initial=Follower.Frequency.WEEKLY,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies hoe vaak.", "invalid_choice": "Kies hoe vaak."},
    )
    website = forms.CharField(required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        wrong = self.is_bound and "email" in self.errors
        attrs = self.fields["email"].widget.attrs
        attrs["aria-describedby"] = "uitleg-email fout-email" if wrong else "uitleg-email"
        if wrong:
            attrs["aria-invalid"] = "true"

    @property
    def is_robot(self) -> bool:
        """Whether the field that people do not see was filled in."""
        return bool(self.cleaned_data.get("website"))


class FrequencyForm(forms.Form):
    """How often somebody wants to hear."""

    frequency = forms.ChoiceField(choices=Follower.Frequency.choices)
