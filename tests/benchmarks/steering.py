"""How long an editor waits to see what a change of a label does, beside tagging every page again."""

import time

from content import learning, vocabulary
from content.models import Concept, ContentPage, Label, PageText
from content.nlp.pipeline import build_pipeline
from content.nlp.tagging import TextField
from content.steering.preview import preview
from tests.benchmarks.measures import percentiles, times

CHANGES = 30
SAMPLE = 500  # pages from which the time of tagging all is reckoned


def previews() -> dict[str, float]:
    """Preview of a new label and of one taken away (ms), and tagging the whole collection again (s).

    The site must have its pages with their kept texts (see ``corpus``).
    """
    labels = list(Label.objects.filter(concept__scheme__slug__in=vocabulary.TAGGED_SCHEMES).order_by("pk"))
    chosen = labels[:: max(1, len(labels) // CHANGES)]
    target = Concept.objects.tops().in_scheme("thema").order_by("pk")[0]
    took = times(lambda label: preview(lambda: _change(label, target)), chosen, rounds=1)
    return {**percentiles(took, "preview"), "tag_all_s": _tag_all()}


def _change(label: Label, target: Concept) -> None:
    """A label goes from its concept to another one, so that pages lose a tag and gain one."""
    Label.objects.filter(pk=label.pk).delete()
    Label.objects.create(concept=target, text=f"{label.text}", kind=label.kind, context=label.context)


def _tag_all() -> float:
    """Seconds to tag every page again, reckoned from ``SAMPLE`` of them."""
    tagger = build_pipeline(vocabulary.read(), None, learning.present_model())
    rows = PageText.objects.order_by("page_id").values_list("pieces", flat=True)[:SAMPLE]
    texts = [tuple(TextField(*piece) for piece in pieces) for pieces in rows]
    tagger.tag(texts[0])
    started = time.perf_counter()
    for text in texts:
        tagger.tag(text)
    return (time.perf_counter() - started) / len(texts) * ContentPage.objects.live().count()
