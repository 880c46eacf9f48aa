"""``manage.py train_tags``: learn from the vocabulary, the sentences that ship and the decisions of editors."""

import json
from argparse import ArgumentParser
from dataclasses import replace
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from content.learning import own_model, train_model
from content.tag_quality import GOLD, evaluate, read_sets, with_thresholds


class Command(BaseCommand):
    help = "Leert labels geven van de woordenlijst, de voorbeeldzinnen en wat redacteuren besloten."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """``--output``, ``--force`` and ``--json``."""
        parser.add_argument("--output", type=Path, help="waar het model komt (anders: in DATA_DIR)")
        parser.add_argument("--force", action="store_true", help="bewaar het model ook als het niet beter is")
        parser.add_argument("--json", action="store_true", help="uitvoer als JSON, voor programma's")

    def handle(self, *args: Any, **options: Any) -> None:
        """Train, measure on the held-out texts, and keep the model where it beats the matcher alone.

        Raises:
            CommandError: there are no texts to measure it by, or they are broken; it is not better; it cannot be written.
        """
        try:
            sets = read_sets(GOLD)
        except (OSError, KeyError, TypeError, ValueError) as error:
            raise CommandError(f"De beoordeelde teksten zijn niet te lezen: {error}") from error
        if not sets:
            raise CommandError(
                f"In {GOLD} staan geen beoordeelde teksten (*.yaml). Zonder die is niet te meten of een model beter is; "
                "er is niets geleerd."
            )
        model = with_thresholds(train_model())
        alone, both = evaluate(GOLD, None), evaluate(GOLD, model)
        quality = {f"{part.name} {part.scheme}": part.quality.f1 for part in both if part.held_out}
        better = sum(p.quality.f1 for p in both if p.held_out) > sum(
            p.quality.f1 for p in alone if p.held_out
        )
        if not better and not options["force"]:
            raise CommandError("Het model is niet beter dan de woordenlijst alleen; het is niet bewaard.")
        target = options["output"] or own_model()
        try:
            replace(model, quality=quality).save(target)
        except OSError as error:
            raise CommandError(f"Het model kan niet worden bewaard in {target}: {error.strerror}.") from error
        if options["json"]:
            self.stdout.write(json.dumps({"version": model.version, "quality": quality}, ensure_ascii=False))
            return
        self.stdout.write(f"Model {model.version} bewaard in {target}.")
        for name, value in quality.items():
            self.stdout.write(f"  {name}: F1 {value:.3f}")
