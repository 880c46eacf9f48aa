"""A large site to measure on: pages of some 300 words, made of the sentences of the demo content."""

import random
import re
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from content import structure, vocabulary
from content.models import ArticlePage, Concept, ContentPage, Tag, TagRun
from content.tagging import keep_text, pipeline
from search.query import SearchQuery
from search.relevance import load
from search.sentences import is_sentence
from search.understanding import understand

WORDS_A_PAGE = 300
SEED = 20260401
DOMAINS = ("schulden", "veiligheid", "opvoeding", "onderwijs")
YEARS = range(2010, 2027)


def sentences(fixtures: Path) -> list[str]:
    """The sentences of every demo page, without markup."""
    found: list[str] = []
    for path in sorted((fixtures / "content").rglob("*.md")):
        body = path.read_text(encoding="utf-8").split("---\n", 2)[-1]
        plain = re.sub(r"\[@[^\]]+\]|[*#>_]|^\d+\.", "", body, flags=re.MULTILINE)
        found += [part.strip() for part in re.split(r"(?<=[.!?])\s+", plain) if len(part.split()) > 4]
    return found


def page_texts(fixtures: Path, count: int) -> list[tuple[str, str]]:
    """``count`` (title, text) pairs, the same at every call."""
    pool = sentences(fixtures)
    chance = random.Random(SEED)
    texts = []
    for number in range(count):
        chosen: list[str] = []
        words = 0
        while words < WORDS_A_PAGE:
            chosen.append(chance.choice(pool))
            words += len(chosen[-1].split())
        title = " ".join(chance.choice(pool).split()[:7]).rstrip(".,;:")
        texts.append((f"{title} ({number})", " ".join(chosen)))
    return texts


def queries(fixtures: Path, count: int = 40) -> list[SearchQuery]:
    """Searches as people do them: one to four words of a sentence of the content, a third of them with a domain."""
    pool = sentences(fixtures)
    chance = random.Random(SEED + 1)
    found = []
    for number in range(count):
        words = [word for word in re.findall(r"\w{5,}", chance.choice(pool)) if not word.isdigit()]
        text = " ".join(chance.sample(words, min(len(words), 1 + number % 4)))
        filters = {"domain": (chance.choice(DOMAINS),)} if number % 3 == 0 else {}
        found.append(SearchQuery(text or "gezin", filters))
    return found


def sentence_queries(fixtures: Path, count: int = 40) -> list[SearchQuery]:
    """Searches of the practice set that are whole sentences, a third of them with a domain."""
    practice = load(fixtures / "relevance" / "practice.yaml")
    words = vocabulary.current()
    whole = [query.text for query in practice if is_sentence(understand(query.text, words))]
    chance = random.Random(SEED + 2)
    return [
        SearchQuery(text, {"domain": (chance.choice(DOMAINS),)} if number % 3 == 0 else {})
        for number, text in enumerate(chance.sample(whole, count))
    ]


def mark_tagged() -> None:
    """Note that each page has its tags, so that a worker does not make them anew while something else is measured."""
    version = pipeline().version
    for page in ContentPage.objects.filter(tagged_text=None).specific():
        keep_text(page.pk, page.text_fields())
    ids = ContentPage.objects.filter(tag_run=None).values_list("pk", flat=True)
    TagRun.objects.bulk_create([TagRun(page_id=pk, pipeline=version) for pk in ids], batch_size=1000)


@transaction.atomic
def make_pages(texts: list[tuple[str, str]], batch: int = 500) -> None:
    """Write the texts as live articles, tagged at random as densely as the demo content is.

    Rows are written straight into the tables: publishing them one by one is not what is measured here.
    """
    parent = structure.overview("article")
    chance = random.Random(SEED)
    tops = {s: list(Concept.objects.in_scheme(s).tops()) for s in ("domein", "thema", "doelgroep")}
    content_type = ArticlePage(title="x").content_type
    start = parent.numchild
    for offset in range(0, len(texts), batch):
        part = texts[offset : offset + batch]
        _write_batch(part, offset + start, parent, content_type, tops, chance)
    Page.objects.filter(pk=parent.pk).update(numchild=start + len(texts))


def _write_batch(
    texts: list[tuple[str, str]],
    offset: int,
    parent: Page,
    content_type: Any,
    tops: dict[str, list[Concept]],
    chance: random.Random,
) -> None:
    now = timezone.now()
    rows = []
    for number, (title, _) in enumerate(texts, offset + 1):
        path = Page._get_path(parent.path, parent.depth + 1, number)
        rows.append(
            Page(
                title=title,
                draft_title=title,
                slug=f"bench-{number}",
                path=path,
                depth=parent.depth + 1,
                numchild=0,
                content_type=content_type,
                live=True,
                url_path=f"{parent.url_path}bench-{number}/",
                first_published_at=now,
                last_published_at=now,
                locale_id=parent.locale_id,
            )
        )
    Page.objects.bulk_create(rows)
    pages = Page.objects.filter(path__in=[row.path for row in rows]).order_by("path")
    tags: list[Tag] = []
    audience = []
    through = ContentPage.audience.field.remote_field.through
    for page, (_, text) in zip(pages, texts, strict=True):
        content = _specific(page, text, chance)
        keep_text(page.pk, content.text_fields())
        tags += [
            Tag(page=content, concept=concept, score=0.8, strong=True, origin=Tag.Origin.MACHINE)
            for concept in chance.sample(tops["domein"], 2) + chance.sample(tops["thema"], 2)
        ]
        audience += [
            through(contentpage_id=page.pk, concept_id=concept.pk)
            for concept in chance.sample(tops["doelgroep"], 2)
        ]
    Tag.objects.bulk_create(tags)
    through.objects.bulk_create(audience)


def _specific(page: Page, text: str, chance: random.Random) -> ContentPage:
    fields = {name: getattr(page, name) for name in ("title", "slug", "path", "depth", "url_path")}
    content = ContentPage(
        page_ptr_id=page.pk,
        summary=text[:250],
        body=[("text", f"<p>{text}</p>")],
        published_on=timezone.now().date().replace(year=chance.choice(YEARS), day=1),
        **fields,
    )
    content.save_base(raw=True)
    article = ArticlePage(contentpage_ptr_id=page.pk, page_ptr_id=page.pk)
    article.save_base(raw=True)
    return content
