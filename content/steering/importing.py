"""Importing a SKOS file as a change of the vocabulary: shown first, applied whole, and taken back."""

from base64 import b64encode
from dataclasses import replace
from typing import Any

from content.models import VocabularyChange
from content.skos.load import Report
from content.steering import changes
from content.steering.preview import Preview

NOTES_SHOWN = 20
NAME_SHOWN = 150  # characters of the name of a file


def propose_import(
    data: bytes, notation: str, scheme: str, name: str, report: Report, user: Any = None
) -> VocabularyChange:
    """Keep an import to be decided on, with what it would do.

    Args:
        data: the whole file, in ``notation``, that ``report`` is about (see ``content.skos.load.import_skos``).
        name: of the file, for the list of changes.

    Raises:
        ValidationError: it cannot be made, and why.
    """
    kind = VocabularyChange.Kind.IMPORT
    payload = {"data": b64encode(data).decode(), "notation": notation, "scheme": scheme}
    foreseen = with_report(changes.foresee(kind, None, payload, user), report)
    title = f"Begrippen invoeren uit {name[:NAME_SHOWN]}"
    return changes.propose(kind, None, title, payload, user, foreseen)


def with_report(foreseen: Preview, report: Report) -> Preview:
    """A preview that begins with how many concepts come and change, and what of the file was left out."""
    numbers = f"{len(report.added)} nieuwe begrippen, {len(report.changed)} gewijzigd, {len(report.unchanged)} ongewijzigd"
    notes = [f"Let op: {note}" for note in report.notes[:NOTES_SHOWN]]
    if report.notes[NOTES_SHOWN:]:
        notes.append(f"… en nog {len(report.notes) - NOTES_SHOWN} opmerkingen")
    return replace(foreseen, words=(numbers, *notes, *foreseen.words))
