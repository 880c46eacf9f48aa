"""The personal-data screen: what in a text leads to one person, before it is stored or published.

Identifiers stop a text, names and dates of birth warn. Rules and check digits find numbers and addresses, and the lists of
*deduce* with rules for what surrounds a name find people. A finding holds a place and a kind and never the text, so that
it can be counted and logged without telling anything.
"""

from collections.abc import Iterable

from content.nlp.screen import identifiers, names, places, spelled
from content.nlp.screen.findings import NAME, Finding, Screening, decide

__all__ = ["Finding", "Screening", "screen"]


def screen(text: str, people: Iterable[tuple[int, int]] = ()) -> Screening:
    """What is personal in a text, and whether to stop, warn or pass.

    Args:
        text: of any length; the work grows in step with it.
        people: spans that a trained model takes for people, where one is installed.
    """
    digits = spelled.as_digits(text)
    found = [
        Finding(*digits.back(finding.start, finding.end), finding.kind)
        for finding in (
            *identifiers.identifiers(digits.text),
            *places.addresses(digits.text),
            *places.birth_dates(digits.text),
        )
    ]
    persons = [*names.names(text), *(Finding(start, end, NAME) for start, end in people)]
    return decide([*found, *persons, *places.dates_behind(text, persons)])
