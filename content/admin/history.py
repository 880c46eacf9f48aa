"""What the history of a concept or page calls the changes that are no ordinary edits."""

from typing import Any

from wagtail.log_actions import LogFormatter

from content import deciding, page_screen, vocabulary_changes
from content.skos import load
from content.steering import changes

LABELS = {
    vocabulary_changes.MERGED: ("Samenvoegen", "Samengevoegd met {other}"),
    vocabulary_changes.TOOK_IN: ("Samenvoegen", "Nam {other} op"),
    vocabulary_changes.SPLIT: ("Splitsen", "Gesplitst: {other} is apart gezet"),
    vocabulary_changes.SPLIT_OFF: ("Splitsen", "Ontstaan door {other} te splitsen"),
    vocabulary_changes.DEPRECATED: ("Laten vervallen", "Vervallen; opvolger: {other}"),
    vocabulary_changes.RESTORED: ("Weer in gebruik nemen", "Weer in gebruik genomen"),
    changes.UNDONE: ("Terugdraaien", "Teruggedraaid: {other}"),
    deciding.DECIDED: ("Label besloten", "Label {concept}: {decision}"),
    deciding.PROPOSED: ("Label voorgesteld", "Label {concept} voorgesteld: {decision}"),
    page_screen.HELD_BACK: (
        "Niet volgens planning gepubliceerd",
        "Niet volgens planning gepubliceerd: er lijken persoonsgegevens in te staan",
    ),
    load.IMPORTED: ("Importeren", "Gewijzigd door een import"),
}


def register(actions: Any) -> None:
    """Make the changes known to Wagtail's log, with a Dutch sentence for each."""
    for action, (label_, sentence) in LABELS.items():
        actions.register_action(action)(_formatter(label_, sentence))


def _formatter(label_: str, sentence: str) -> type[LogFormatter]:
    class Formatter(LogFormatter):
        label = label_

        def format_message(self, log_entry: Any) -> str:
            """The sentence, with the other concept where one is concerned."""
            return sentence.format_map({"other": "geen", **{k: v for k, v in log_entry.data.items() if v}})

    return Formatter
