"""Numbers that lead straight to a person, but for those that the text itself makes public: case law, statutes, books."""

import re

from content.nlp.screen import documents, numbers, online, vehicles
from content.nlp.screen.findings import Finding, Spans

_PUBLIC = re.compile(
    r"ECLI:[\w:.]{1,60}|https?://[^\s?#]+|\bwww\.[^\s?#]+|\b10\.\d{4,9}/\S+|\bISBN[\s:]{0,3}[\d\- ]{10,17}"
    r"|\b(?:Stb|Stcrt|Trb|Staatsblad|Staatscourant|Kamerstuk\w{0,3}|PbEU|"
    r"Pb)\b[^;!?\n]{0,40}?\d[\d\s./,\-]{0,30}(?:nr\.?\s?\d{1,5})?"
    r"|€\s{0,3}\d[\d.,]{0,20}|\b\d[\d.,]{0,20}\s{0,3}(?:euro|eur|procent|%)",
    re.IGNORECASE,
)


def identifiers(text: str) -> list[Finding]:
    """Everything but postal addresses that identifies a person. ``text`` is plain, with its digits as digits."""
    public = Spans(match.span() for match in _PUBLIC.finditer(text))
    cases = list(documents.case_numbers(text))
    within_cases = Spans((finding.start, finding.end) for finding in cases)
    found = [*online.emails(text), *online.profiles(text)]
    for finding in numbers.citizen_numbers(text):
        # A number that is called one is one, even in the address of a page or behind the word *dossier*.
        free = not public.touch(finding.start, finding.end) and not within_cases.touch(
            finding.start, finding.end
        )
        if free or numbers.called_citizen_number(text, finding):
            found.append(finding)
    for finding in (*numbers.accounts(text), *numbers.phones(text), *cases, *vehicles.plates(text)):
        if not public.touch(finding.start, finding.end):
            found.append(finding)
    others = Spans()
    for finding in found:
        others.add(finding.start, finding.end)
    for finding in documents.unnamed_numbers(text):
        if not public.touch(finding.start, finding.end) and others.add(finding.start, finding.end):
            found.append(finding)
    return found
