"""``manage.py evaluate_tags``: how well domains and themes are given, and what goes wrong."""

import json
from argparse import ArgumentParser
from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from content.learning import present_model
from content.tag_peers import MLLM, TFIDF, AnnifFailed, peer_parts
from content.tag_quality import GOLD, Error, Part, errors, evaluate

MATCHER, TOGETHER = "woordenlijst alleen", "met het geleerde model"


class Command(BaseCommand):
    help = "Meet hoe goed domeinen en thema's worden gegeven, op teksten die een redacteur beoordeelde."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """FOLDER, ``--errors`` and ``--json``."""
        parser.add_argument("folder", nargs="?", type=Path, default=GOLD, help="map met beoordeelde teksten")
        parser.add_argument(
            "--errors", action="store_true", help="toon elke fout op de helft om af te stemmen"
        )
        parser.add_argument("--json", action="store_true", help="uitvoer als JSON, voor programma's")

    def handle(self, *args: Any, **options: Any) -> None:
        """Print the table.

        Raises:
            CommandError: the folder has no gold sets, or a broken one.
        """
        model = present_model()
        try:
            tables = peer_parts(options["folder"], model) | {MATCHER: evaluate(options["folder"], None)}
            if model:
                tables[TOGETHER] = evaluate(options["folder"], model)
            wrong = errors(options["folder"], model)
        except (OSError, KeyError, TypeError, ValueError) as error:
            raise CommandError(f"De beoordeelde teksten zijn niet te lezen: {error}") from error
        except AnnifFailed as error:
            raise CommandError(f"Annif geeft geen antwoord ({error}). Wijst ANNIF_PYTHON het aan?") from error
        if not tables[MATCHER]:
            raise CommandError(f"In {options['folder']} staan geen beoordeelde teksten (*.yaml).")
        if options["json"]:
            self.stdout.write(json.dumps(_as_json(tables, wrong), ensure_ascii=False))
            return
        self._show(tables, wrong, every=options["errors"])

    def _show(self, tables: dict[str, list[Part]], wrong: list[Error], *, every: bool) -> None:
        self.stdout.write("| teksten | helft | lijst | hoe | n | precisie | recall | F1 |")
        self.stdout.write("|---|---|---|---|---|---|---|---|")
        for how, parts in tables.items():
            for part in parts:
                half = "apart gehouden" if part.held_out else "om af te stemmen"
                q = part.quality
                self.stdout.write(
                    f"| {part.name} | {half} | {part.scheme} | {how} | {part.texts} "
                    f"| {q.precision:.3f} | {q.recall:.3f} | {q.f1:.3f} |"
                )
        for how in (MLLM, TFIDF):
            if how not in tables:
                self.stdout.write(
                    f"{how}: niet aanwezig. Zet ANNIF_PYTHON op een Python met het pakket annif."
                )
        self.stdout.write("\nFouten naar soort tekst, op de helft om af te stemmen:")
        for kind, count in Counter(error.kind for error in wrong).most_common():
            self.stdout.write(f"  {kind}: {count}")
        for error in wrong if every else ():
            self.stdout.write(f"\n[{error.kind}] {error.text.strip()}")
            self.stdout.write(f"  gemist: {', '.join(error.missed) or '-'}")
            self.stdout.write(f"  te veel: {', '.join(error.too_much) or '-'}")


def _as_json(tables: dict[str, list[Part]], wrong: list[Error]) -> dict[str, Any]:
    rows = [
        {
            "how": how,
            "set": part.name,
            "held_out": part.held_out,
            "scheme": part.scheme,
            "texts": part.texts,
            "precision": round(part.quality.precision, 4),
            "recall": round(part.quality.recall, 4),
            "f1": round(part.quality.f1, 4),
        }
        for how, parts in tables.items()
        for part in parts
    ]
    return {"table": rows, "errors": [asdict(error) for error in wrong]}
