"""``manage.py tag [FILE|-]``: which domains and themes a text is about, and why."""

from typing import Any

from content.management.text_commands import TextCommand
from content.nlp.tagging import TextField
from content.tagging import evidence_json, pipeline


class Command(TextCommand):
    help = "Laat zien over welke domeinen en thema's een tekst gaat, en waar dat uit blijkt."
    text_help = "een bestand met de tekst, of - voor de standaardinvoer"
    reads_files = True

    def prepare(self, options: dict[str, Any]) -> None:
        """Build the pipeline and say where it falls back to a simpler one."""
        self.pipeline = pipeline()
        if self.pipeline.message and not (options["json"] or options["lines"]):
            self.stderr.write(self.pipeline.message)

    def judge(self, text: str) -> dict[str, Any]:
        """Pipeline and tags; ``start`` and ``end`` of evidence count characters of the text."""
        tags = self.pipeline.tag((TextField("body", text),))
        return {
            "pipeline": self.pipeline.version,
            "tags": [
                {
                    "scheme": tag.scheme,
                    "concept": tag.concept,
                    "label": tag.label,
                    "score": round(tag.score, 4),
                    "strong": tag.strong,
                    "source": tag.source,
                    "evidence": [
                        {name: value for name, value in evidence_json(item).items() if name != "field"}
                        for item in tag.evidence
                    ],
                }
                for tag in tags
            ],
        }

    def show(self, result: dict[str, Any]) -> None:
        """A paragraph a tag: name, strength, and the words it was found by."""
        if not result["tags"]:
            self.stdout.write("Geen domein of thema gevonden.")
        for tag in result["tags"]:
            strength = "sterk" if tag["strong"] else "mogelijk"
            self.stdout.write(f"{tag['scheme']}: {tag['label']} ({strength}, {tag['score']:.2f})")
            for item in tag["evidence"]:
                self.stdout.write(
                    f"    “{item['text']}” op {item['start']}: {item['label']} ({item['match']})"
                )
