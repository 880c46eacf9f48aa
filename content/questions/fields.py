"""The fields of the ask form: what may be typed in them, and what is said when it may not."""

import unicodedata
import uuid
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

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


class PlainText(forms.CharField):
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


class Suggesting(forms.TextInput):
    """A text input with a list to choose from; something else may be typed too."""

    template_name = "questions/suggesting.html"

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Adds the list, read from the vocabulary."""
        from content.questions.choices import professions

        return {**super().get_context(name, value, attrs), "suggestions": professions()}


class Hidden(forms.CharField):
    """A value that the form carries for us. Nobody can see or mend it, so one that is damaged counts as absent."""

    def __init__(self) -> None:
        super().__init__(required=False, max_length=100, widget=forms.HiddenInput)

    def clean(self, value: Any) -> str:
        """The value; empty where it is not one of ours."""
        try:
            return str(super().clean(value))
        except ValidationError:
            return ""


class Submission(forms.UUIDField):
    """The id by which a form that is sent twice is known; one that is damaged counts as that of a new form."""

    def __init__(self) -> None:
        super().__init__(required=False, widget=forms.HiddenInput)

    def clean(self, value: Any) -> uuid.UUID | None:
        """The id, or none."""
        try:
            return super().clean(value) or None
        except ValidationError:
            return None


class KnownChoices(forms.MultipleChoiceField):
    """A choice of several from a list that may change while somebody fills in the form: what is not in it now is dropped."""

    def clean(self, value: Any) -> list[str]:
        """The values that are in the list."""
        return [item for item in self.to_python(value) if self.valid_value(item)]
