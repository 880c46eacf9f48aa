"""A form whose texts go through the personal-data screen before anything is done with them."""

from typing import Any, ClassVar

from django import forms
from django.utils.functional import cached_property

from content.questions.personal import Screened
from content.screening import screen_text

NAMES_ASKED = (
    "Er lijkt een naam of geboortedatum in te staan. Haal die weg, of zet onderaan het vinkje als het "
    "niemand uit een gezin is."
)


class ScreenedForm(forms.Form):
    """Identifiers are errors of their fields; names and dates of birth must be taken out or said to be nobody's.

    ``no_names`` is what the writer ticks, and ``names_seen`` says of which words: other words are asked about anew.
    """

    screened_fields: ClassVar[tuple[str, ...]] = ()

    no_names = forms.BooleanField(
        required=False, label="Dit is geen naam of geboortedatum van iemand uit een gezin."
    )
    names_seen = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)

    @cached_property
    def screened(self) -> Screened:
        """What the screen finds in the texts as typed."""
        texts = {name: self.cleaned_data.get(name) or "" for name in self.screened_fields}
        return Screened(texts, {name: screen_text(text).findings for name, text in texts.items()})

    def clean(self) -> dict[str, Any]:
        """Refuse identifiers, and names that nobody said anything about."""
        data: dict[str, Any] = super().clean() or {}
        for detail in self.screened.stopping:
            self.add_error(detail.field, detail.message)
        if not self._names_confirmed(data):
            self._ask_about_names()
            for detail in self.screened.warnings:
                self.add_error(detail.field, detail.message)
            self.add_error("no_names", NAMES_ASKED)
        return data

    @property
    def names_asked(self) -> bool:
        """Whether the writer is asked about names."""
        return self.is_bound and bool(self.screened.warnings)

    def own_fields(self) -> list[forms.BoundField]:
        """The fields of the form itself, without those about names."""
        return [field for field in self.visible_fields() if field.name != "no_names"]

    def _names_confirmed(self, data: dict[str, Any]) -> bool:
        given = data.get("names_seen") or ""
        return not self.screened.warnings or (
            bool(data.get("no_names")) and self.screened.confirmed_by(given)
        )

    def _ask_about_names(self) -> None:
        """Shown again, the form carries a signature over the words that are asked about, and no tick."""
        self.data = self.data.copy()
        self.data[self.add_prefix("names_seen")] = self.screened.confirmation
        self.data.pop(self.add_prefix("no_names"), None)
