"""The personal-data screen: what in a text leads to one person, before it is stored or published.

Identifiers stop a text, names and dates of birth warn. Rules and check digits find numbers and addresses, and the lists of
*deduce* with rules for what surrounds a name find people. A finding holds a place and a kind and never the text, so that
it can be counted and logged without telling anything.
"""

from collections.abc import Iterable

from content.nlp.screen import addresses, dates, identifiers, names, spelled
from content.nlp.screen.findings import NAME, PHONE, Finding, Screening, decide
from content.nlp.screen.plain import as_plain

__all__ = ["Finding", "Screening", "screen"]


def screen(text: str, people: Iterable[tuple[int, int]] = ()) -> Screening:
    """What is personal in a text, and whether to stop, warn or pass.

    Args:
        text: of any length; the work grows in step with it.
        people: spans that a trained model takes for people, where one is installed.
    """
    plain = as_plain(text)
    found = [
        Finding(*plain.back(finding.start, finding.end), finding.kind) for finding in _in_plain(plain.text)
    ]
    return decide([*found, *(Finding(start, end, NAME) for start, end in people)])


def _in_plain(text: str) -> list[Finding]:
    """Everything personal in a text of plain characters, once as it stands and once with written digits as digits."""
    found = _numbered(text)
    digits = spelled.as_digits(text)
    if digits.mapped.text != text:
        found += [
            Finding(*digits.mapped.back(finding.start, finding.end), finding.kind)
            for finding in _numbered(digits.mapped.text)
        ]
        found += [Finding(start, end, PHONE) for start, end in digits.numbers]
    persons = names.names(text)
    return [*found, *persons, *dates.birth_dates(text), *dates.dates_behind(text, persons)]


def _numbered(text: str) -> list[Finding]:
    return [*identifiers.identifiers(text), *addresses.addresses(text)]
