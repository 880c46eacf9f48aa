"""Tags on pages: evidence, decisions, and that decisions survive every later run."""

import datetime
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from content import vocabulary as words
from content.models import ArticlePage, Concept, ContentPage, Decision, Label, OverviewPage, Tag, TagDecision
from content.tagging import announce_due_pages, tag_page

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


@pytest.mark.usefixtures("demo")
def test_the_editor_shows_tags_with_their_sentences(client: Client) -> None:
    client.force_login(User.objects.create_superuser("chef", password="x"))
    page = ArticlePage.objects.get(slug="maatwerkbudget-zaanstad")
    html = client.get(f"/beheer/pages/{page.pk}/edit/").content.decode()
    concept = Concept.objects.in_scheme("thema").get(slug="maatwerk")
    assert f'name="tag-{concept.pk}"' in html
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
