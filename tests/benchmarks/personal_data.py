"""The personal-data screen beside *deduce* as shipped and beside rules alone: what each finds, and what it costs.

Each reader is measured in a process of its own, on the half of the gold set that nothing was tuned on, and on texts that
were written when the screen was finished. ``python -m
tests.benchmarks.personal_data`` prints the table of the README; with a reader's name it prints that reader's figures.
"""

import json
import re
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from content.nlp.screen.findings import BIRTH_DATE, NAME, Finding, Screening, decide

if TYPE_CHECKING:
    from tests.content.nlp.screen_gold import Case

Reader = Callable[[str], Screening]
ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 5  # over all texts, after one to warm up
READERS = {"ours": "onze controle", "deduce": "deduce, zoals geleverd", "rules": "alleen regels"}
ROWS = (
    ("nummers en adressen gevonden (%)", "identifiers"),
    ("namen gevonden (%)", "names"),
    ("geboortedata gevonden (%)", "birth_dates"),
    ("ten onrechte tegengehouden (%)", "false_stops"),
    ("teksten van later: nummers en adressen gevonden (%)", "later_identifiers"),
    ("teksten van later: namen gevonden (%)", "later_names"),
    ("teksten van later: geboortedata gevonden (%)", "later_birth_dates"),
    ("teksten van later: ten onrechte tegengehouden (%)", "later_false_stops"),
    ("een vraag, warm, p95 (ms)", "warm_ms"),
    ("eerste vraag van een nieuw proces (s)", "cold_s"),
    ("geheugen erbij (MB)", "memory_mb"),
)
# Of deduce's labels, those that would stop a question; a place stops where a number stands in it.
_DEDUCE_STOPS = {"bsn": "bsn", "telefoonnummer": "phone", "emailadres": "email", "id": "case_number"}
_RULES = {
    "email": r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}",
    "iban": r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b",
    "bsn": r"\b\d(?:[ .-]?\d){8}\b",
    "phone": r"(?:\+31|0031|\b0)[ -]?[1-9](?:[ -]?\d){8}\b",
    "address": r"\b[1-9]\d{3} ?[A-Z]{2}\b(?:\W{1,3}\d{1,4})?",
    "plate": r"\b(?=[A-Z\d-]{8}\b)(?=[\d-]*[A-Z])[A-Z\d]{1,3}-[A-Z\d]{2,3}-[A-Z\d]{1,2}\b",
}


def table() -> str:
    """The table, measured now."""
    measured = {reader: _in_a_process(reader) for reader in READERS}
    lines = [
        "",
        "| apart gehouden helft van de teksten | " + " | ".join(READERS.values()) + " |",
        "|---" * (len(READERS) + 1) + "|",
    ]
    for label, key in ROWS:
        cells = [
            f"{measured[reader][key]:.2f}" if key == "cold_s" else f"{measured[reader][key]:.1f}"
            for reader in READERS
        ]
        lines.append(f"| {label} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def _in_a_process(reader: str) -> dict[str, float]:
    command = [sys.executable, "-m", "tests.benchmarks.personal_data", reader]
    if (
        reader == "deduce"
    ):  # the first start of a new installation builds its lists, which is not what is measured
        subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, check=True)
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return figures


def figures_of(reader: str) -> dict[str, float]:
    """Recall and false stops in percent, p95 in milliseconds, the first answer in seconds, memory in megabytes."""
    before, started = _megabytes(), time.perf_counter()
    read = {"ours": _ours, "deduce": _deduce, "rules": _rules}[reader]()
    read("Hoe help ik mevrouw Jansen uit de Kerkstraat 12?")
    cold = time.perf_counter() - started
    memory = _megabytes() - before
    from tests.content.nlp.screen_gold import cases, later

    held = [case for case in cases() if case.held_out]
    warm = [_milliseconds(read, case.text) for _ in range(ROUNDS) for case in held]
    return {
        **_shares(read, held, ""),
        **_shares(read, later(), "later_"),
        "warm_ms": statistics.quantiles(warm, n=20)[-1],
        "cold_s": cold,
        "memory_mb": max(memory, 0.0),
    }


def _shares(read: Reader, texts: "Sequence[Case]", prefix: str) -> dict[str, float]:
    from tests.content.nlp.screen_gold import measure

    found = asdict(measure(read, texts))
    shares = {name: 100 * found[name] for name in ("identifiers", "names", "birth_dates")}
    shares["false_stops"] = 100 * found["false_stops"] / found["harmless"]
    return {f"{prefix}{name}": share for name, share in shares.items()}


def _milliseconds(read: Reader, text: str) -> float:
    started = time.perf_counter()
    read(text)
    return 1000 * (time.perf_counter() - started)


def _megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _ours() -> Reader:
    from content.nlp.screen import screen

    return screen


def _deduce() -> Reader:
    from deduce import Deduce

    known = Deduce()

    def read(text: str) -> Screening:
        found = []
        for part in known.deidentify(text).annotations:
            kind = _DEDUCE_STOPS.get(part.tag)
            if part.tag == "locatie" and any(char.isdigit() for char in part.text):
                kind = "address"
            elif part.tag in ("persoon", "patient"):
                kind = NAME
            elif part.tag == "datum":
                kind = BIRTH_DATE
            if kind:
                found.append(Finding(part.start_char, part.end_char, kind))
        return decide(found)

    return read


def _rules() -> Reader:
    from stdnum import iban
    from stdnum.nl import bsn

    patterns = {kind: re.compile(pattern) for kind, pattern in _RULES.items()}
    checks: dict[str, Callable[[str], bool]] = {"bsn": bsn.is_valid, "iban": iban.is_valid}

    def read(text: str) -> Screening:
        return decide(
            Finding(*match.span(), kind)
            for kind, pattern in patterns.items()
            for match in pattern.finditer(text)
            if checks.get(kind, bool)(re.sub(r"[ .-]", "", match.group()))
        )

    return read


if __name__ == "__main__":
    print(json.dumps(figures_of(sys.argv[1])) if len(sys.argv) > 1 else table())
