"""``manage.py judged_searches load|export FILE``: the searches that editors judged, from and to a file."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

import yaml
from django.core.management.base import BaseCommand, CommandError

from search import judging, relevance
from search.management.commands.evaluate_search import DEFAULT_FILE


class Command(BaseCommand):
    help = "Leest beoordeelde zoekvragen uit een bestand (load) of schrijft ze erin (export)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The action, the file, and ``--replace``."""
        parser.add_argument("action", choices=["load", "export"])
        parser.add_argument(
            "file", nargs="?", type=Path, help="standaard fixtures/relevance/queries.yaml, alleen bij load"
        )
        parser.add_argument(
            "--replace", action="store_true", help="bij load: vervang wat redacteuren veranderden"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it.

        Raises:
            CommandError: the file cannot be read or written, or holds no judged searches.
        """
        if options["action"] == "export":
            self._export(options["file"])
        else:
            self._load(options["file"] or DEFAULT_FILE, replace=options["replace"])

    def _export(self, file: Path | None) -> None:
        if file is None:
            raise CommandError("Noem het bestand om in te schrijven.")
        try:
            file.write_text(judging.as_yaml(), encoding="utf-8")
        except OSError as error:
            raise CommandError(f"{file} is niet te schrijven: {error.strerror}") from error
        self.stdout.write(f"{len(judging.rows())} zoekvragen geschreven in {file}.")

    def _load(self, file: Path, *, replace: bool) -> None:
        try:
            loaded = judging.load(relevance.load(file), replace=replace)
        except (OSError, KeyError, ValueError, TypeError, yaml.YAMLError) as error:
            raise CommandError(f"{file} is geen bestand met beoordeelde zoekvragen: {error}") from error
        self.stdout.write(f"{loaded.added} zoekvragen geladen, {loaded.were} waren er al.")
        for name in loaded.unknown:
            self.stdout.write(f"  geen pagina: {name}")
