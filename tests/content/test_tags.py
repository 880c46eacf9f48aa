"""Tags on pages: evidence, decisions, and that decisions survive every later run."""

import datetime
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from wagtail.rich_text import RichText

from content import vocabulary as words
from content.models import (
    AnswerPage,
    ArticlePage,
    Concept,
    ContentPage,
    Decision,
    ElementPage,
    FactsheetPage,
    Label,
    OverviewPage,
    PublicationPage,
    Tag,
    TagDecision,
)
from content.tagging import announce_due_pages, tag_page
from search.documents import documents
from search.engine import backend
from search.models import IndexChange
from search.tasks import drain_outbox

pytestmark = pytest.mark.django_db


def article(text: str, slug: str = "proef") -> ArticlePage:
    parent = OverviewPage.objects.get(lists="article")
    page = ArticlePage(title="Proef", slug=slug, body=[("text", f"<p>{text}</p>")])
    return parent.add_child(instance=page)


def active(page: ContentPage) -> set[str]:
    return {tag.concept.slug for tag in Tag.objects.active().filter(page=page)}


def test_a_page_is_tagged_with_evidence(vocabulary: None) -> None:
    page = article("De schulden lopen op en de huur is niet betaald.")
    tags = {tag.concept.slug: tag for tag in tag_page(page)}
    assert tags["schulden"].strong
    texts = {field.name: field.text for field in page.text_fields()}
    for tag in tags.values():
        assert all(texts[e["field"]][e["start"] : e["end"]] == e["text"] for e in tag.evidence)


def test_decisions_survive_every_later_run(vocabulary: None) -> None:
    page = article("De schulden lopen op. Na afloop krijgt het gezin een jaar lang nazorg.")
    tops = {c.slug: c for c in Concept.objects.tops()}
    page.tag_decisions = [
        TagDecision(concept=tops["schulden"], decision=Decision.REJECTED),
        TagDecision(concept=tops["werk"], decision=Decision.ACCEPTED),
    ]
    page.save()
    for _ in range(2):
        tag_page(page)
        assert "schulden" not in active(page)
        assert {"werk", "nazorg"} <= active(page)


def test_a_new_label_makes_pages_due_and_tags_them(vocabulary: None) -> None:
    page = article("Hij heeft last van splinterbreuk.")
    page.live = True
    page.save()
    tag_page(page)
    assert "lichamelijke-gezondheid" not in active(page)
    concept = Concept.objects.in_scheme("domein").get(slug="lichamelijke-gezondheid")
    Label.objects.create(concept=concept, text="splinterbreuk")
    assert announce_due_pages() >= 1
    tag_page(page)
    assert "lichamelijke-gezondheid" in active(page)
    assert any(label.text == "splinterbreuk" for c in words.current().concepts for label in c.labels)


@pytest.mark.usefixtures("demo")
def test_the_evidence_of_every_demo_page_stands_where_it_says() -> None:
    checked = 0
    for page in ContentPage.objects.live().specific():
        texts = {field.name: field.text for field in page.text_fields()}
        for tag in page.tags.all():
            for item in tag.evidence:
                assert texts[item["field"]][item["start"] : item["end"]] == item["text"], (page.slug, item)
                checked += 1
    assert checked > 500


def insert_before_the_rest(page: Any) -> None:
    page.body.insert(0, ("text", RichText("<p>Dit stuk is later toegevoegd, vóór alle andere zinnen.</p>")))
    page.summary = f"Nieuw begin. {page.summary}"


def take_out_the_first_paragraph(page: Any) -> None:
    """And write another title, so that no field is as it was."""
    page.title = f"Anders: {page.title}"
    for number, block in enumerate(page.body):
        if isinstance(block.value, RichText):
            shorter = re.sub(r"<p\b.*?</p>", "", block.value.source, count=1, flags=re.DOTALL)
            page.body[number] = (block.block_type, RichText(shorter))
            return


def write_in_other_words(page: Any) -> None:
    """Longer and shorter words among those that are evidence, with marks that take more than one unit."""
    page.summary = page.summary.replace("en", "én 👪")
    for number, block in enumerate(page.body):
        if isinstance(block.value, RichText):
            other = block.value.source.replace(" de ", " <b>de</b> 👪 ").replace(" het ", " &amp; ")
            page.body[number] = (block.block_type, RichText(other))


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize("edit", [insert_before_the_rest, take_out_the_first_paragraph, write_in_other_words])
def test_after_an_edit_the_evidence_stands_where_it_says_in_the_new_text(
    edit: Callable[[Any], None], settings: Any, tmp_path: Path
) -> None:
    settings.DATA_DIR = tmp_path  # an index of its own: this one is written
    kinds = (ArticlePage, ElementPage, FactsheetPage, AnswerPage, PublicationPage)
    pages: list[Any] = [
        page for kind in kinds for page in kind.objects.live().filter(tags__isnull=False).distinct()[:2]
    ]
    assert len(pages) == 10
    backend().rebuild(documents([page.pk for page in pages]))
    IndexChange.objects.all().delete()
    old = {page.pk: places(page) for page in pages}
    for page in pages:
        edit(page)
        page.save_revision().publish()
    drain_outbox.call()
    assert not IndexChange.objects.exists()
    for page in pages:
        fresh = type(page).objects.get(pk=page.pk)
        texts = {piece.name: piece.text for piece in fresh.text_fields()}
        assert all(texts[field][start : start + len(text)] == text for field, start, text in places(fresh))
    now = {page.pk: places(page) for page in pages}
    assert sum(map(len, now.values())) > 20
    assert any(now[pk] - old[pk] for pk in now), "what was found has moved"


def places(page: Any) -> set[tuple[str, int, str]]:
    """Where the evidence of a page's tags is said to stand: field, start and text."""
    found = Tag.objects.filter(page=page).values_list("evidence", flat=True)
    return {(item["field"], item["start"], item["text"]) for evidence in found for item in evidence}


@pytest.mark.usefixtures("demo")
def test_the_editor_shows_tags_with_their_sentences(client: Client) -> None:
    client.force_login(User.objects.create_superuser("chef", password="x"))
    page = ArticlePage.objects.get(slug="maatwerkbudget-zaanstad")
    html = client.get(f"/beheer/pages/{page.pk}/edit/").content.decode()
    concept = Concept.objects.in_scheme("thema").get(slug="maatwerk")
    assert html.count(f'id="id_tag-{concept.pk}_0"') == 1, "printed twice it shows no choice"
    assert "tag-panel__passage" in html and "<mark>" in html


@pytest.mark.usefixtures("demo")
def test_reports(client: Client) -> None:
    client.force_login(User.objects.create_superuser("chef", password="x"))
    page = ArticlePage.objects.first()
    page.review_date = datetime.date(2020, 1, 1)
    page.save()
    html = client.get("/beheer/rapporten/te-herzien/").content.decode()
    assert page.title in html
    sources: Any = client.get("/beheer/rapporten/bronnen/").content.decode()
    assert "Domein overstijgende aanpak" in sources and "Eerst de basis op orde" in sources
    assert client.get("/beheer/rapporten/bronnen/?export=csv").status_code == 200
    assert client.get("/beheer/").content.decode().count("Wat heeft u nodig vandaag") == 1
