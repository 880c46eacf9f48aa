"""The personal-data screen over the ask form: what was found in which field, in words for the asker's screen alone."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac

from content.general_words import in_general_words
from content.nlp.screen import Finding
from content.nlp.screen.findings import IDENTIFIERS
from content.safe_words import safe_words
from content.screening import KINDS, screen_text

SCREENED = ("question", "context", "profession")
CONFIRMED_SALT = "vraag-geen-naam"


@dataclass(frozen=True, slots=True)
class Detail:
    """Something personal in a field: the words themselves, their kind, and what to write instead."""

    field: str
    text: str
    name: str
    instead: str
    stops: bool

    @property
    def message(self) -> str:
        """One sentence that says what to do."""
        return f"‘{self.text}’ lijkt {self.name}. {self.instead}"


@dataclass(frozen=True, slots=True)
class Screened:
    """The screen's findings per field of a form, for as long as one request lasts."""

    texts: Mapping[str, str]
    findings: Mapping[str, tuple[Finding, ...]]

    @property
    def details(self) -> list[Detail]:
        """Everything that was found, in the order of the form; each text once a field."""
        found = [
            _detail(field, self.texts[field], finding)
            for field, findings in self.findings.items()
            for finding in findings
        ]
        return list(dict.fromkeys(found))

    @property
    def stopping(self) -> list[Detail]:
        """What may not be sent at all."""
        return [detail for detail in self.details if detail.stops]

    @property
    def warnings(self) -> list[Detail]:
        """What may be sent when the asker says that it is nobody of a family."""
        return [detail for detail in self.details if not detail.stops]

    @property
    def confirmation(self) -> str:
        """What the form carries after the asker said that these very words are nobody's name; it tells nothing itself."""
        words = sorted({detail.text.casefold() for detail in self.warnings})
        return salted_hmac(CONFIRMED_SALT, "\n".join(words), algorithm="sha256").hexdigest()

    def confirmed_by(self, given: str) -> bool:
        """Whether the asker said so of these words. Other words must be confirmed anew."""
        return not self.warnings or constant_time_compare(given, self.confirmation)

    def replaced(self) -> dict[str, str]:
        """The texts in general words: with what anybody may read in the place of each finding."""
        today = timezone.localdate()
        return {
            field: in_general_words(text, self.findings[field], today) for field, text in self.texts.items()
        }


def screen_fields(texts: Mapping[str, str]) -> Screened:
    """Screen the fields of a form that take free text.

    Args:
        texts: field → what was typed; fields that are not in ``SCREENED`` are passed over.
    """
    known = {field: texts[field] for field in SCREENED if field in texts}
    return Screened(known, {field: screen_text(text).findings for field, text in known.items()})


def _detail(field: str, text: str, finding: Finding) -> Detail:
    kind = KINDS[finding.kind]
    words = safe_words(text, finding, timezone.localdate())
    instead = f"Schrijf bijvoorbeeld ‘{words}’." if words else kind.instead
    return Detail(field, text[finding.start : finding.end], kind.name, instead, finding.kind in IDENTIFIERS)
