"""The one free text that a reader may send about a page, screened before anything is done with it."""

import uuid
from typing import Any

from django import forms
from django.utils.functional import cached_property

from content.models.feedback import MAX_REMARK, Remark
from content.questions.fields import Hidden, Submission, plain_text
from content.questions.personal import Screened
from content.screening import screen_text
from content.submissions import keep_once


class RemarkForm(forms.Form):
    """A remark about a page, with a trap for robots."""

    text = forms.CharField(
        max_length=MAX_REMARK,
        widget=forms.Textarea(attrs={"rows": 4}),
        validators=[plain_text],
        error_messages={
            "required": "Schrijf op wat u wilt laten weten.",
            "max_length": f"Maak dit korter: hoogstens {MAX_REMARK} tekens, nu %(show_value)s.",
        },
        help_text="Zonder namen, adressen, geboortedata of nummers.",
    )
    website = forms.CharField(required=False)
    confirmed = Hidden()
    submission = Submission()

    def __init__(self, *args: Any, label: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.label = label
        self.fields["text"].label = label
        self.initial["submission"] = self.initial.get("submission") or uuid.uuid4()
        wrong = self.is_bound and "text" in self.errors
        attrs = self.fields["text"].widget.attrs
        attrs["aria-describedby"] = "uitleg-text fout-text" if wrong else "uitleg-text"
        if wrong:
            attrs["aria-invalid"] = "true"

    def clean(self) -> dict[str, Any]:
        """Screen what was typed: identifiers are errors, so that they are never stored."""
        data: dict[str, Any] = super().clean() or {}
        for detail in self.screened.stopping:
            self.add_error("text", detail.message)
        return data

    @cached_property
    def screened(self) -> Screened:
        """What the screen finds in the text as typed."""
        text = self.cleaned_data.get("text", "")
        return Screened({"text": text}, {"text": screen_text(text).findings})

    @property
    def needs_confirmation(self) -> bool:
        """Whether there are names or dates of birth that the reader said nothing about yet."""
        return not self.screened.confirmed_by(self.cleaned_data.get("confirmed", ""))

    @property
    def is_robot(self) -> bool:
        """Whether the field that people do not see was filled in."""
        return bool(self.cleaned_data.get("website"))

    def replaced(self) -> "RemarkForm":
        """The same form, not sent, with a general word at the place of each finding."""
        changed = {**self.cleaned_data, **self.screened.replaced()}
        return RemarkForm(initial=changed, label=self.label)

    def save(self, page_id: int, kind: str) -> Remark:
        """Store the remark; a form that is sent twice gives the same one, and one that was changed in between another."""
        said = {"page_id": page_id, "kind": kind, "text": self.cleaned_data["text"]}
        remark, _ = keep_once(
            Remark.objects,
            self.cleaned_data.get("submission"),
            said,
            same=lambda there: all(getattr(there, name) == value for name, value in said.items()),
        )
        return remark
