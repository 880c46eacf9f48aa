"""The personal-data screen as the site uses it: with the trained model where there is one, and with words to say."""

from dataclasses import dataclass

from content.nlp.screen import Finding, Screening, screen
from content.nlp.screen.findings import (
    ADDRESS,
    BIRTH_DATE,
    BSN,
    CASE_NUMBER,
    EMAIL,
    IBAN,
    IDENTIFIERS,
    NAME,
    PHONE,
    PLATE,
)
from content.nlp.screen.trained import people


@dataclass(frozen=True, slots=True)
class Kind:
    """How we speak of a kind of detail: its name, what to write instead, and what stands for it in a log."""

    name: str
    instead: str
    replacement: str


KINDS = {
    BSN: Kind("een burgerservicenummer", "Laat het weg; wij hebben het niet nodig.", "[nummer]"),
    IBAN: Kind("een rekeningnummer", "Laat het weg, of schrijf ‘de bankrekening’.", "[rekening]"),
    PHONE: Kind("een telefoonnummer", "Laat het weg, of schrijf ‘per telefoon’.", "[telefoonnummer]"),
    EMAIL: Kind("een e-mailadres of profiel", "Laat het weg, of schrijf ‘per mail’.", "[e-mailadres]"),
    ADDRESS: Kind("een adres", "Schrijf bijvoorbeeld ‘een flat in een middelgrote gemeente’.", "[adres]"),
    CASE_NUMBER: Kind("een dossiernummer", "Laat het weg, of schrijf ‘de zaak’.", "[nummer]"),
    PLATE: Kind("een kenteken", "Laat het weg, of schrijf ‘de auto’.", "[kenteken]"),
    BIRTH_DATE: Kind(
        "een geboortedatum", "Schrijf de leeftijd, bijvoorbeeld ‘een kind van 8’.", "[leeftijd]"
    ),
    NAME: Kind("een naam", "Schrijf bijvoorbeeld ‘een moeder’ of ‘de oudste zoon’.", "[naam]"),
}


def screen_text(text: str) -> Screening:
    """The screen over a text of the site.

    Args:
        text: of a form, a page or a query; it is kept nowhere.
    """
    return screen(text, people(text))


def identifying(text: str) -> tuple[Finding, ...]:
    """Only what may never be stored or published: numbers, accounts and addresses, not names."""
    return tuple(finding for finding in screen_text(text).findings if finding.kind in IDENTIFIERS)


def without_findings(text: str, findings: tuple[Finding, ...]) -> str:
    """The text with a mark at the place of each finding, for logs; ``general_words`` makes a text for readers."""
    parts, done = [], 0
    for finding in sorted(findings):
        parts += [text[done : finding.start], KINDS[finding.kind].replacement]
        done = finding.end
    return "".join([*parts, text[done:]])
