"""A model field for a list of web addresses, edited as lines of text."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models

WEB_SCHEMES = ["http", "https"]
MAX_LINKS = 50
ROWS = 3


def check_links(value: object) -> None:
    """Refuse what is no list of web addresses.

    Raises:
        ValidationError: names the first address that is wrong.
    """
    if not isinstance(value, list):
        raise ValidationError("Zet elk webadres op een eigen regel.")
    if len(value) > MAX_LINKS:
        raise ValidationError(f"Geef ten hoogste {MAX_LINKS} webadressen.")
    check = URLValidator(schemes=WEB_SCHEMES)
    for link in value:
        try:
            check(link)
        except ValidationError as error:
            raise ValidationError(f"Dit is geen webadres: {str(link)[:200]}") from error


class LinkListFormField(forms.CharField):
    """Lines of text in the form, a list of addresses in the model."""

    widget = forms.Textarea(attrs={"rows": ROWS})
    default_validators = [check_links]

    def prepare_value(self, value: Any) -> Any:
        """The list as lines."""
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> list[str]:
        """The lines as a list, each address once."""
        return list(dict.fromkeys(line.strip() for line in (value or "").splitlines() if line.strip()))

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether other addresses were given."""
        return (initial or []) != self.to_python(data)


class LinkListField(models.JSONField):
    """A list of web addresses (``list[str]``), empty by default."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs = {"default": list, "blank": True, "validators": [check_links], **kwargs}
        super().__init__(*args, **kwargs)

    def formfield(self, **kwargs: Any) -> Any:
        """A text area with an address on each line."""
        return models.Field.formfield(self, **{"form_class": LinkListFormField, **kwargs})
