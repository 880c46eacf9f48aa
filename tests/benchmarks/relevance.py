"""The judged queries on our search and on what somebody would otherwise run, over the demo content.

``python -m tests.benchmarks.relevance`` prints the table of the README: nDCG@10 on the held-out half, by kind of query. The
peers are Tantivy with Snowball's Dutch stemmer, and, where ``ELASTICSEARCH_TEST_URL`` names one, Elasticsearch with its
``dutch`` analyser; each by its best query type on this very half, which is in their favour.

``--pool`` prints, as YAML, what the first ten pages of all of them hold that nobody has judged yet, in the order of the
alphabet, so that who judges does not see who found it (pooling, after K. Spärck Jones and C. J. van Rijsbergen, 1975).
"""

import argparse
import os
from collections.abc import Callable, Sequence
from pathlib import Path

import django
import yaml

QUERIES = Path(__file__).resolve().parents[2] / "fixtures" / "relevance" / "queries.yaml"


def main() -> None:
    """Print the table, or the pool."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.relevance", description=__doc__)
    parser.add_argument("--pool", action="store_true", help="print what is not judged yet")
    options = parser.parse_args()
    from search import relevance

    queries = relevance.load(QUERIES)
    if options.pool:
        print(yaml.safe_dump({"queries": _pool(queries)}, allow_unicode=True, sort_keys=False, width=120))
    else:
        print("\n".join(_table([query for query in queries if query.held_out])))


def _systems() -> dict[str, list[Callable[[str], Sequence[str]]]]:
    """Each system with its ways to search; the demo content is indexed for each."""
    from search import results
    from search.documents import documents, public_pages
    from search.engine import backend
    from search.query import SearchQuery, clean
    from search.relevance import page_key
    from tests.benchmarks import relevance_peers as peers

    def ours(text: str) -> list[str]:
        found = results.run(SearchQuery(text=clean(text)), backend()).hits
        return [page_key(hit.type, hit.slug) for hit in found]

    pages = list(documents(public_pages()))
    systems = {"Kenniscentrum": [ours], "Tantivy met Snowball": peers.snowball(pages)}
    if url := os.environ.get("ELASTICSEARCH_TEST_URL"):
        systems["Elasticsearch `dutch`"] = peers.elasticsearch(pages, url)
    return systems


def _table(queries: list) -> list[str]:
    from search.relevance import score

    systems = {
        name: max(finders, key=lambda find: score(queries, find).ndcg) for name, finders in _systems().items()
    }
    kinds = dict.fromkeys(query.kind for query in queries)
    rows = {kind: [query for query in queries if query.kind == kind] for kind in kinds} | {"alle": queries}
    lines = ["| soort vraag | aantal | " + " | ".join(systems) + " |", "|---" * (len(systems) + 2) + "|"]
    for name, part in rows.items():
        cells = [f"{score(part, find).ndcg:.2f}".replace(".", ",") for find in systems.values()]
        lines.append(f"| {name} | {len(part)} | " + " | ".join(cells) + " |")
    empty = [f"{score(queries, find).zero_hits:.0%}" for find in systems.values()]
    return [*lines, f"| zonder treffer | {len(queries)} | " + " | ".join(empty) + " |"]


def _pool(queries: list) -> list[dict[str, object]]:
    from search.relevance import DEPTH

    finders = [find for ways in _systems().values() for find in ways]
    found = []
    for query in queries:
        pages = {page for find in finders for page in list(find(query.text))[:DEPTH]}
        found.append({"query": query.text, "kind": query.kind, "pages": sorted(pages - set(query.grades))})
    return found


if __name__ == "__main__":
    django.setup()
    main()
