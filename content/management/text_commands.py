"""What the commands that judge texts share: one text, a file, or a text a line."""

import json
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

MAX_TEXT = 2_000_000


class TextCommand(BaseCommand):
    """Turns texts into JSON-ready results, loaded once for any number of them."""

    text_help = "de tekst"
    reads_files = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        """``TEXT`` (or FILE), ``--json`` and ``--lines``."""
        parser.add_argument("text", nargs="?", help=self.text_help)
        parser.add_argument("--json", action="store_true", help="uitvoer als JSON, voor programma's")
        parser.add_argument(
            "--lines",
            action="store_true",
            help="lees een tekst per regel van de standaardinvoer en geef per regel een JSON-object",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Judge the texts.

        Raises:
            CommandError: no text, or a file that cannot be read.
        """
        self.prepare(options)
        if options["lines"]:
            for line in _lines(sys.stdin.buffer):
                self.stdout.write(json.dumps(self.judge(line), ensure_ascii=False))
                self.stdout.flush()
            return
        result = self.judge(self._text(options["text"]))
        if options["json"]:
            self.stdout.write(json.dumps(result, ensure_ascii=False))
        else:
            self.show(result)

    def prepare(self, options: dict[str, Any]) -> None:
        """Load what is needed once, before the first text."""

    def judge(self, text: str) -> Any:
        """The JSON-ready result for one text."""
        raise NotImplementedError

    def show(self, result: Any) -> None:
        """Print a result for a person."""
        raise NotImplementedError

    def _text(self, given: str | None) -> str:
        if not self.reads_files:
            if given is None:
                raise CommandError("Geef een tekst, of gebruik --lines.")
            return given
        if given in (None, "-"):
            return sys.stdin.buffer.read(MAX_TEXT).decode("utf-8", errors="replace")
        try:
            with Path(str(given)).open("rb") as file:
                return file.read(MAX_TEXT).decode("utf-8", errors="replace")
        except OSError as error:
            raise CommandError(f"{given} kan niet gelezen worden: {error.strerror}.") from error


def _lines(stream: Any) -> Iterator[str]:
    for raw in stream:
        yield raw.decode("utf-8", errors="replace").rstrip("\r\n")
