"""``manage.py screen [FILE|-]``: what in a text is personal, and whether it may be sent."""

from typing import Any

from content.management.text_commands import TextCommand
from content.screening import KINDS, screen_text

DECISIONS = {"stop": "Tegenhouden", "warn": "Waarschuwen", "pass": "Niets gevonden"}


class Command(TextCommand):
    help = "Laat zien welke persoonsgegevens in een tekst staan. De gegevens zelf worden nooit getoond."
    text_help = "een bestand met de tekst, of - voor de standaardinvoer"
    reads_files = True

    def judge(self, text: str) -> dict[str, Any]:
        """Decision and findings; ``start`` and ``end`` count characters of the text."""
        result = screen_text(text)
        return {
            "decision": result.decision,
            "findings": [
                {"kind": finding.kind, "start": finding.start, "end": finding.end}
                for finding in result.findings
            ],
        }

    def show(self, result: dict[str, Any]) -> None:
        """The decision, and a line a finding that says where and what kind."""
        self.stdout.write(DECISIONS[result["decision"]])
        for finding in result["findings"]:
            kind = KINDS[finding["kind"]].name
            self.stdout.write(f"    teken {finding['start']} tot {finding['end']}: {kind}")
