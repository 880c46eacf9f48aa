"""Measures one engine at one size on a site of its own. Progress goes to standard error, the figures to standard output."""

import json
import sys
import time
from pathlib import Path

import django

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"


def say(text: str) -> None:
    """A line of progress."""
    print(f"  {text}", file=sys.stderr, flush=True)


def main(count: int) -> dict[str, float]:
    """Build the site, measure, and give the figures by name (ms, s, pages/s, MB, kB as the names say)."""
    from django.conf import settings
    from django.core.management import call_command

    from kenniscentrum.wsgi import warm_up
    from search.documents import documents, public_pages
    from search.engine import backend
    from tests.benchmarks import corpus, measures, peer, running, steering

    warm_up()  # as the web server does
    say(f"{count} pages, {backend().name}: database")
    call_command("migrate", verbosity=0, interactive=False)
    call_command("load_vocabulary", FIXTURES / "vocabulary", verbosity=0, stdout=sys.stderr)
    call_command("load_content", FIXTURES / "content", verbosity=0, stdout=sys.stderr)
    texts = corpus.page_texts(FIXTURES, count)
    corpus.make_pages(texts)
    corpus.mark_tagged()

    say("index")
    ids = list(public_pages())
    started = time.perf_counter()
    made = backend().rebuild(documents(ids))
    figures = {"index_pages_s": made / (time.perf_counter() - started)}
    figures["index_mb"] = measures.index_size(Path(settings.DATA_DIR) / "index")

    queries = corpus.queries(FIXTURES)
    say("queries in the engine")
    figures |= measures.engine(queries)
    figures |= measures.whole(queries)
    figures |= measures.sentences(corpus.sentence_queries(FIXTURES))
    figures |= measures.suggestions(queries)
    figures |= measures.highlight(queries)
    if backend().name == "tantivy":
        say("previews of changes of the vocabulary")
        figures |= steering.previews()
        say("Wagtail's own search")
        figures |= peer.wagtail(queries, made)
    say("queries over HTTP, beside a writer, and from publishing to found")
    with running.site() as port:
        figures |= running.over_http(port, queries)
        figures |= running.until_found(port)
        figures |= running.beside_a_writer(port, queries)
        say("queries over HTTP while every page is tagged again")
        figures |= running.beside_retagging(port, queries)
    return figures


if __name__ == "__main__":
    django.setup()
    print(json.dumps(main(int(sys.argv[1]))))
