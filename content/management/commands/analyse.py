"""``manage.py analyse TEXT``: what Dutch analysis makes of a text."""

from typing import Any

from content.management.text_commands import TextCommand
from content.nlp.analysis import analyse


class Command(TextCommand):
    help = "Laat zien hoe een tekst wordt ontleed: woorden, grondvormen en delen van samenstellingen."
    text_help = "de tekst die u wilt ontleden"

    def judge(self, text: str) -> list[dict[str, Any]]:
        """One object a word: text, start, end, lemma, parts."""
        return [
            {
                "text": token.text,
                "start": token.start,
                "end": token.end,
                "lemma": token.lemma,
                "parts": list(token.parts),
            }
            for token in analyse(text)
        ]

    def show(self, result: list[dict[str, Any]]) -> None:
        """A line a word."""
        for token in result:
            parts = " + ".join(token["parts"])
            self.stdout.write(f"{token['text']:<30} {token['lemma']:<30} {parts}".rstrip())
