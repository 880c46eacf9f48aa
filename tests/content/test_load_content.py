"""Content as files: what is loaded, what is refused, and that a repeat changes nothing."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Revision

from content.models import (
    AnswerPage,
    ArticlePage,
    ElementPage,
    FactsheetPage,
    PublicationPage,
    SourceReference,
)

pytestmark = pytest.mark.django_db

PUBLICATION = """---
title: Samen sterk
authors: [{family: Jansen, given: P.}, {literal: Instituut X}]
csl_type: report
year: 2019
---
Een proefpublicatie voor deze test.
"""
ELEMENT = """---
title: Begin bij geld
summary: Eerst rust in het huishoudboekje.
domains: [schulden]
themes: [basis-eerst]
audience: [wijkteam]
phase: [uitvoeren]
intensity: licht
setting: [thuis]
bottlenecks: [stress-en-overbelasting]
evidence: praktijkkennis
evidence_reason: Dit staat niet op onderzoek.
sources: [samen-sterk]
related: [articles/nieuws]
review_date: 2027-01-31
searched_as:
  - "stapels ongeopende post"
  - 112
---
## Wat is het
Rust in geldzaken [@samen-sterk].
## Voor wie
Voor gezinnen met **schulden**.
## Zo doet u dat
1. **Maak een lijst.** Zet alle rekeningen bij elkaar [@samen-sterk].
2. **Bel de gemeente.** Doe dat samen.
## Waarom dit werkt
Minder stress.
## Voorwaarden
Tijd.
## Valkuilen
Te snel gaan.
## Meer lezen
Nog een alinea.
"""


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def load(folder: Path, **options: Any) -> dict[str, Any]:
    out = StringIO()
    call_command("load_content", folder, json=True, stdout=out, **options)
    return json.loads(out.getvalue())


@pytest.fixture
def batch(tmp_path: Path, vocabulary: None) -> Path:
    write(tmp_path, "publications/samen-sterk.md", PUBLICATION)
    write(tmp_path, "elements/geld.md", ELEMENT)
    write(tmp_path, "articles/nieuws.md", "---\ntitle: Kort nieuws\n---\n")
    return tmp_path


def refused(folder: Path) -> str:
    with pytest.raises(CommandError) as error:
        call_command("load_content", folder)
    return str(error.value)


def test_a_batch_becomes_published_pages(batch: Path) -> None:
    assert sorted(load(batch)["created"]) == ["articles/nieuws", "elements/geld", "publications/samen-sterk"]
    element = ElementPage.objects.get(slug="geld")
    assert element.live
    assert [step.value["title"] for step in element.steps] == ["Maak een lijst", "Bel de gemeente"]
    assert element.evidence.slug == "praktijkkennis"
    assert {c.slug for c in element.phase.all()} == {"uitvoeren"}
    assert {(d.concept.slug, d.decision) for d in element.tag_decisions.all()} == {
        ("schulden", "accepted"),
        ("basis-eerst", "accepted"),
    }
    assert [block.block_type for block in element.body] == ["heading", "text"]
    assert element.related_pages.get().target.slug == "nieuws"
    assert element.searched_as == "stapels ongeopende post\n112"


def test_a_citation_links_to_the_publication_and_back(batch: Path) -> None:
    load(batch)
    publication = PublicationPage.objects.get(slug="samen-sterk")
    element = ElementPage.objects.get(slug="geld")
    assert f'linktype="page" id="{publication.pk}"' in element.what.replace("'", '"')
    assert [page.slug for page in publication.citing_pages()] == ["geld"]
    assert publication.author_names() == [
        {"family": "Jansen", "given": "P."},
        {"literal": "Instituut X"},
    ]


def test_loading_again_touches_nothing(batch: Path) -> None:
    load(batch)
    revisions = Revision.objects.count()
    outcome = load(batch)
    assert not outcome["created"] and not outcome["updated"] and len(outcome["unchanged"]) == 3
    assert Revision.objects.count() == revisions


def test_a_changed_file_updates_its_page_alone(batch: Path) -> None:
    load(batch)
    write(batch, "articles/nieuws.md", "---\ntitle: Ander nieuws\n---\nTekst.\n")
    assert load(batch)["updated"] == ["articles/nieuws"]
    assert ArticlePage.objects.get(slug="nieuws").title == "Ander nieuws"
    assert SourceReference.objects.filter(page__slug="geld").count() == 1


def test_a_dry_run_says_what_would_happen_and_does_nothing(batch: Path) -> None:
    outcome = load(batch, dry_run=True)
    assert len(outcome["created"]) == 3 and outcome["dry_run"]
    assert not ArticlePage.objects.filter(slug="nieuws").exists()


def test_an_article_needs_no_more_than_a_title(tmp_path: Path, vocabulary: None) -> None:
    body = "Eerste alinea met een <script>alert(1)</script> en `code`.\n\n" + "woord " * 200
    write(tmp_path, "articles/kaal.md", f"---\ntitle: Kaal\n---\n{body}")
    load(tmp_path)
    page = ArticlePage.objects.get(slug="kaal")
    assert page.summary.startswith("Eerste alinea")
    assert len(page.summary) <= 300
    assert "<script>" not in str(page.body.get_prep_value())


@pytest.mark.parametrize(
    ("name", "text", "line", "reason"),
    [
        ("articles/x.md", "geen velden", 1, "begint niet met"),
        ("articles/x.md", "---\ntitle: A\n", 1, "niet afgesloten"),
        ("articles/x.md", "---\ntitle: [a\n---\n", 2, "geen geldige YAML"),
        ("articles/x.md", "---\nsummary: A\n---\n", 1, "'title' ontbreekt"),
        ("articles/x.md", "---\ntitle: A\nsumary: B\n---\n", 3, "bedoelt u 'summary'"),
        ("articles/x.md", "---\ntitle: A\ntitle: B\n---\n", 3, "twee keer"),
        ("articles/x.md", "---\ntitle: A\ndomains: [schuld]\n---\n", 3, "bedoelt u 'schulden'"),
        ("articles/x.md", "---\ntitle: A\nsources: [nergens]\n---\n", 3, "geen publicatie 'nergens'"),
        ("articles/x.md", "---\ntitle: A\nrelated: [elements/weg]\n---\n", 3, "geen pagina 'elements/weg'"),
        ("articles/x.md", "---\ntitle: A\nreview_date: morgen\n---\n", 3, "een datum zijn zoals"),
        ("articles/x.md", "---\ntitle: A\nsearched_as: open\n---\n", 3, "moet een lijst zijn"),
        ("articles/x.md", f"---\ntitle: A\nsearched_as: [{'x' * 151}]\n---\n", 3, "is te lang"),
        ("articles/x.md", "---\ntitle: A\n---\n\nZie [@onbekend].\n", 5, "staat niet bij 'sources'"),
        ("articles/X Y.md", "---\ntitle: A\n---\n", 1, "geen geldige naam"),
        ("elders/x.md", "---\ntitle: A\n---\n", 1, "hoort in een map"),
        ("publications/x.md", "---\ntitle: A\ncsl_type: report\n---\n", 1, "'authors' ontbreekt"),
        (
            "publications/x.md",
            "---\ntitle: A\ncsl_type: rapport\nauthors: [{literal: B}]\n---\n",
            3,
            "een van deze",
        ),
        ("elements/x.md", "---\ntitle: A\n---\n## Zo doet u dat\nGeen lijst\n", 4, "genummerde lijst"),
    ],
)
def test_a_bad_file_is_named_with_line_and_reason(
    tmp_path: Path, vocabulary: None, name: str, text: str, line: int, reason: str
) -> None:
    write(tmp_path, "articles/goed.md", "---\ntitle: Goed\n---\n")
    path = write(tmp_path, name, text)
    message = refused(tmp_path)
    assert f"{path}:{line}: " in message
    assert reason in message
    assert not ArticlePage.objects.filter(slug="goed").exists(), "nothing of a batch with an error is loaded"


def test_a_text_with_a_number_of_somebody_loads_nothing_and_names_the_page(batch: Path) -> None:
    write(batch, "articles/nieuws.md", "---\ntitle: Nieuws\n---\nBel moeder op 06-12345678.\n")
    message = refused(batch)
    assert "Nieuws" in message and "telefoonnummer" in message and "06-12345678" not in message
    assert not ArticlePage.objects.filter(slug="nieuws").exists()


def test_every_fault_is_named_at_once(tmp_path: Path, vocabulary: None) -> None:
    write(tmp_path, "articles/a.md", "---\nsummary: x\n---\n")
    write(tmp_path, "articles/b.md", "---\ntitle: b\nyear: 2010\n---\n")
    message = refused(tmp_path)
    assert "a.md" in message and "b.md" in message


@pytest.mark.parametrize("raw", [b"\xff\xfe\x00bad", b"---\ntitle: a\x00b\n---\n", b""])
def test_a_file_that_is_not_text_is_refused(tmp_path: Path, vocabulary: None, raw: bytes) -> None:
    path = tmp_path / "articles" / "x.md"
    path.parent.mkdir()
    path.write_bytes(raw)
    assert "x.md:" in refused(tmp_path)


def test_the_demo_content_is_of_the_promised_size(demo: None) -> None:
    assert ElementPage.objects.live().count() >= 25
    assert FactsheetPage.objects.live().count() >= 10
    assert PublicationPage.objects.live().count() >= 40
    assert AnswerPage.objects.live().count() >= 20
    assert ArticlePage.objects.live().count() >= 8


def test_every_demo_page_but_literature_names_its_sources(demo: None) -> None:
    for model in (ElementPage, FactsheetPage, AnswerPage, ArticlePage):
        for page in model.objects.live():
            assert page.sources.exists(), page.slug
