"""``make bench``: measures on this machine and prints the tables of the README.

``python -m tests.benchmarks [--pages 10000,100000] [--engines tantivy,elasticsearch]``. Elasticsearch is measured where
``ELASTICSEARCH_TEST_URL`` names one. The last table is of the personal-data screen.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.benchmarks import dutch, personal_data
from tests.benchmarks.flood import PROXIED

ROOT = Path(__file__).resolve().parents[2]
ROWS = (
    ("indexeren, met taalanalyse (pagina's/s)", "index_pages_s", "wagtail_index_pages_s"),
    ("grootte van de index (MB)", "index_mb", ""),
    ("facetvraag in de zoekmachine, p50 (ms)", "engine_p50", "wagtail_p50"),
    ("facetvraag in de zoekmachine, p95 (ms)", "engine_p95", "wagtail_p95"),
    ("hele zoekopdracht met fragmenten, p50 (ms)", "whole_p50", ""),
    ("hele zoekopdracht met fragmenten, p95 (ms)", "whole_p95", ""),
    ("hele zoekopdracht van een hele zin, p50 (ms)", "sentence_p50", ""),
    ("hele zoekopdracht van een hele zin, p95 (ms)", "sentence_p95", ""),
    ("suggesties tijdens het typen, p95 (ms)", "suggest_p95", ""),
    ("fragmenten van tien treffers, p95 (ms)", "highlight_p95", ""),
    ("zoekpagina over HTTP, p50 (ms)", "http_p50", ""),
    ("zoekpagina over HTTP, p95 (ms)", "http_p95", ""),
    ("zoekpagina met vormgeving, over de lijn (kB)", "wire_kb", ""),
    ("4 lezers naast een schrijver, p95 (ms)", "beside_writer_p95", ""),
    ("voorbeeld van een gewijzigd woord, p50 (ms)", "preview_p50", ""),
    ("voorbeeld van een gewijzigd woord, p95 (ms)", "preview_p95", ""),
    ("alle pagina's opnieuw labelen (s)", "tag_all_s", ""),
    ("zoekpagina terwijl alle pagina's opnieuw worden gelabeld, p50 (ms)", "retagging_p50", ""),
    ("zoekpagina terwijl alle pagina's opnieuw worden gelabeld, p95 (ms)", "retagging_p95", ""),
    ("alle pagina's opnieuw labelen en indexeren, op de achtergrond (s)", "retag_all_s", ""),
    ("van publiceren tot vindbaar, p95 (s)", "findable_p95", ""),
)

TAGGING_ROWS = (
    ("pagina's/s", "tag_pages_s"),
    ("Annif MLLM op dezelfde pagina's en woordenlijst, pagina's/s (`ANNIF_PYTHON`)", "annif_tag_pages_s"),
    ("verhouding", "tag_ratio"),
    ("van start tot eerste pagina (s)", "tag_start_s"),
    ("geheugen (MB)", "tag_mb"),
    ("snelheid met een thesaurus van 30.000 begrippen erbij, als deel van die zonder", "tag_large_share"),
)

FLOOD_ROWS = (
    ("zoekpagina naast robots die elders posten, p50 (ms)", "control_p50"),
    ("zoekpagina naast robots die elders posten, p95 (ms)", "control_p95"),
    ("zoekpagina naast de vloed, p50 (ms)", "beside_p50"),
    ("zoekpagina naast de vloed, p95 (ms)", "beside_p95"),
    ("trager door de vloed, p50 (ms)", "slower"),
    ("verschil tussen gelijke rondes, p50 (ms)", "varies"),
    ("processortijd van een geweigerd bericht (ms)", "refused_cpu"),
    ("processortijd van een zoekopdracht (ms)", "search_cpu"),
    ("berichten per minuut", "a_minute"),
    ("geweigerd (%)", "refused"),
    ("gewone vragen die erdoor kwamen (%)", "arrived"),
)


def main() -> None:
    """Measure each size and engine in a process of its own, and print a table for each."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--pages", default=os.environ.get("BENCH_PAGES", "10000"), help="sizes, with commas")
    parser.add_argument("--engines", default="tantivy,elasticsearch")
    options = parser.parse_args()
    for pages in (int(size) for size in options.pages.split(",")):
        measured = {
            engine: _measure(engine, pages) for engine in options.engines.split(",") if _there(engine)
        }
        print(_table(pages, measured), flush=True)
    print(f"\n{dutch.table(held_out=True)}", flush=True)
    print(personal_data.table(), flush=True)
    print(_tagging(), flush=True)
    print(_flood(), flush=True)
    print(f"\n{_found_well()}", flush=True)


def _there(engine: str) -> bool:
    if engine == "elasticsearch" and not os.environ.get("ELASTICSEARCH_TEST_URL"):
        print("Elasticsearch: ELASTICSEARCH_TEST_URL names none, so it is not measured.", file=sys.stderr)
        return False
    return True


def _found_well() -> str:
    """How good what is found is, beside what somebody would otherwise run: see ``relevance``."""
    with tempfile.TemporaryDirectory(prefix="kenniscentrum-bench-") as folder:
        env = {**os.environ, "DATA_DIR": folder, "DJANGO_SETTINGS_MODULE": "kenniscentrum.settings.base"}
        env.pop("ELASTICSEARCH_URL", None)
        env.pop("DATABASE_URL", None)
        for step in (["migrate", "--verbosity=0"], ["demo"]):
            command = [sys.executable, "manage.py", *step]
            subprocess.run(command, cwd=ROOT, env=env, stdout=subprocess.DEVNULL, check=True)
        command = [sys.executable, "-m", "tests.benchmarks.relevance"]
        return subprocess.run(
            command, cwd=ROOT, env=env, stdout=subprocess.PIPE, text=True, check=True
        ).stdout


def _measure(engine: str, pages: int) -> dict[str, float]:
    changes = {"ELASTICSEARCH_INDEX": "bench"} if engine == "elasticsearch" else {}
    if engine == "elasticsearch":
        changes["ELASTICSEARCH_URL"] = os.environ["ELASTICSEARCH_TEST_URL"]
    return _run(["tests.benchmarks.search_site", str(pages)], changes)


def _run(module: list[str], changes: dict[str, str]) -> dict[str, float]:
    """What a module measures, in a process and a ``DATA_DIR`` of its own."""
    with tempfile.TemporaryDirectory(prefix="kenniscentrum-bench-") as folder:
        env = {**os.environ, "DATA_DIR": folder, "DJANGO_SETTINGS_MODULE": "kenniscentrum.settings.base"}
        env.pop("ELASTICSEARCH_URL", None)
        env.pop("DATABASE_URL", None)
        command = [sys.executable, "-m", *module]
        done = subprocess.run(
            command, cwd=ROOT, env=env | changes, stdout=subprocess.PIPE, text=True, check=True
        )
    result: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return result


def _tagging() -> str:
    measured = _run(["tests.benchmarks.tagging"], {})
    lines = ["", "| labelen, pagina's van 300 woorden | |", "|---|---|"]
    lines += [f"| {label} | {_number(measured.get(key)) or 'niet aanwezig'} |" for label, key in TAGGING_ROWS]
    return "\n".join(lines)


def _flood() -> str:
    measured = _run(["tests.benchmarks.flood"], {})
    lines = [
        "",
        "| 10.000 berichten van robots in een minuut | zonder proxy | achter nginx |",
        "|---|---|---|",
    ]
    for label, key in FLOOD_ROWS:
        figures = (measured[key], measured.get(f"{key}{PROXIED}"))
        lines.append("| " + " | ".join([label, *map(_number, figures)]) + " |")
    return "\n".join(lines)


def _table(pages: int, measured: dict[str, dict[str, Any]]) -> str:
    engines = list(measured)
    header = [
        "bij " + f"{pages:,}".replace(",", ".") + " pagina's",
        *engines,
        "zoeken van Wagtail",
        "verhouding",
    ]
    lines = ["", "| " + " | ".join(header) + " |", "|---" * len(header) + "|"]
    for label, key, peer in ROWS:
        cells = [_number(measured[engine].get(key)) for engine in engines]
        first = measured[engines[0]]
        other = first.get(peer) if peer else None
        ratio = max(other, first[key]) / min(other, first[key]) if other else None
        better = bool(other) and (first[key] > other) == key.endswith("_s")
        words = f"{_number(ratio)}× {'beter' if better else 'slechter'}" if ratio else ""
        lines.append("| " + " | ".join([label, *cells, _number(other), words]) + " |")
    return "\n".join(lines)


def _number(value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 1 else f"{value:.2f}"


if __name__ == "__main__":
    main()
