"""SKOS: what we export is sound and comes back the same; what others send is compared, or refused whole."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from rdflib import OWL, RDF, SKOS, Graph
from wagtail.models import Page
from wagtail.signal_handlers import disable_reference_index_auto_update

from content.models import Concept, ConceptScheme, Label, VocabularyChange, VocabularyState
from content.skos.stored import stored_concepts
from content.steering.changes import settle, start_undo

pytestmark = pytest.mark.django_db

FORMATS = ("turtle", "xml", "json-ld")
PREFIX = """@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix x: <https://elders.example/thesaurus/> .
x:lijst a skos:ConceptScheme ; dct:title "Lijst van elders"@nl .
"""
FOREIGN = """
x:1 a skos:Concept ; skos:inScheme x:lijst ; skos:topConceptOf x:lijst ;
  skos:prefLabel "Wonen"@nl, "Housing"@en ; skos:altLabel "huisvesting"@nl ; skos:narrower x:2 .
x:2 a skos:Concept ; skos:inScheme x:lijst ; skos:prefLabel "Huren"@nl ; skos:related x:1 ;
  skos:exactMatch <https://ander.example/huren> ; skos:historyNote "was: Pacht"@nl .
"""


def write(path: Path, text: str, prefix: str = PREFIX) -> Path:
    path.write_text(prefix + text)
    return path


def run(path: Path, **options: Any) -> dict[str, Any]:
    out = StringIO()
    call_command("import_skos", str(path), json=True, stdout=out, **options)
    return json.loads(out.getvalue())


def export(folder: Path, format_: str = "turtle") -> Path:
    path = folder / "begrippen.skos"
    call_command("export_vocabulary", str(path), format=format_, stdout=StringIO())
    return path


def snapshot() -> dict[str, Any]:
    schemes = list(
        ConceptScheme.objects.order_by("slug").values_list("slug", "title", "description", "origin")
    )
    return {"schemes": schemes, "concepts": stored_concepts().rows}


def empty() -> None:
    with disable_reference_index_auto_update():
        for site in Page.get_first_root_node().get_children():
            site.delete()
        Concept.objects.update(broader=None, replaced_by=None)
        Concept.objects.all().delete()
        ConceptScheme.objects.all().delete()


def with_everything() -> None:
    """Add what the shipped vocabulary has none of."""
    debts = Concept.objects.in_scheme("domein").get(slug="schulden")
    debts.exact_match = ["https://elders.example/schuld"]
    debts.close_match = ["https://elders.example/geld", "https://elders.example/arm"]
    debts.save()
    old = Concept.objects.create(
        scheme=debts.scheme, slug="oud", pref_label="Oud & <raar>", definition="Twee\nregels “zo”."
    )
    Concept.objects.filter(pk=old.pk).update(deprecated=True, replaced_by=debts, merged=True)


@pytest.mark.parametrize("format_", FORMATS)
def test_the_vocabulary_comes_back_the_same_in_an_empty_database(
    vocabulary: None, tmp_path: Path, format_: str
) -> None:
    with_everything()
    before, path = snapshot(), export(tmp_path, format_)
    empty()
    report = run(path, format=format_)
    assert len(report["added"]) == len(before["concepts"]) and not report["refused"] and not report["changed"]
    assert snapshot() == before


@pytest.mark.parametrize("format_", FORMATS)
def test_importing_the_own_export_changes_nothing(vocabulary: None, tmp_path: Path, format_: str) -> None:
    with_everything()
    labels = set(Label.objects.values_list("pk", flat=True))
    revision = VocabularyState.objects.get().revision
    report = run(export(tmp_path, format_), format=format_)
    assert (report["added"], report["changed"], report["refused"]) == ([], [], [])
    assert len(report["unchanged"]) == Concept.objects.count()
    assert set(Label.objects.values_list("pk", flat=True)) == labels
    assert VocabularyState.objects.get().revision == revision


def test_an_export_of_another_address_is_recognised(vocabulary: None, tmp_path: Path, settings: Any) -> None:
    path = export(tmp_path)
    settings.BASE_URL = "https://verhuisd.example"
    report = run(path)
    assert not report["added"] and not report["changed"]


@pytest.mark.parametrize("format_", FORMATS)
def test_the_export_keeps_the_rules_of_skos(vocabulary: None, tmp_path: Path, format_: str) -> None:
    """The integrity conditions of the SKOS Reference (W3C, 2009), S9 to S46, as far as they touch what we write."""
    graph = Graph().parse(export(tmp_path, format_), format=format_)
    concepts, schemes = (
        set(graph.subjects(RDF.type, SKOS.Concept)),
        set(graph.subjects(RDF.type, SKOS.ConceptScheme)),
    )
    assert concepts and schemes and not concepts & schemes  # S9
    for concept in concepts:
        labels = {
            name: set(graph.objects(concept, SKOS[name])) for name in ("prefLabel", "altLabel", "hiddenLabel")
        }
        assert len(labels["prefLabel"]) == 1  # S14
        assert not labels["prefLabel"] & labels["altLabel"]  # S13
        assert not labels["hiddenLabel"] & (labels["prefLabel"] | labels["altLabel"])
        assert set(graph.objects(concept, SKOS.inScheme)) <= schemes
        above = set(graph.transitive_objects(concept, SKOS.broader)) - {concept}
        related = set(graph.objects(concept, SKOS.related))
        assert concept not in graph.objects(concept, SKOS.broader)
        assert not related & above, f"{concept} is related to what is broader"  # S27
        assert related <= concepts and above <= concepts
        assert (next(graph.objects(concept, SKOS.topConceptOf), None) is None) == bool(above)
    for narrow, broad in graph.subject_objects(SKOS.broader):
        assert (broad, SKOS.narrower, narrow) in graph  # S25
    for concept, scheme in graph.subject_objects(SKOS.topConceptOf):
        assert (scheme, SKOS.hasTopConcept, concept) in graph  # S8
    matches = [
        set(graph.subject_objects(SKOS[name])) for name in ("exactMatch", "broadMatch", "relatedMatch")
    ]
    assert not matches[0] & (matches[1] | matches[2])  # S46
    assert len(concepts) == Concept.objects.count()
    assert set(graph.subjects(OWL.deprecated)) <= concepts


def test_a_foreign_thesaurus_becomes_a_scheme_of_its_own(vocabulary: None, tmp_path: Path) -> None:
    path = write(tmp_path / "elders.ttl", FOREIGN)
    report = run(path)
    assert report["added"] == ["lijst/wonen", "lijst/huren"]
    assert any("historyNote" in note for note in report["notes"])
    renting = Concept.objects.in_scheme("lijst").get(slug="huren")
    assert renting.broader.pref_label == "Wonen"
    assert renting.scheme.title == "Lijst van elders"
    assert renting.exact_match == ["https://ander.example/huren", "https://elders.example/thesaurus/2"]
    assert [label.text for label in renting.broader.label_set.all()] == ["huisvesting"]
    again = run(path)
    assert again["unchanged"] == report["added"] and not again["added"] and not again["changed"]
    change = VocabularyChange.objects.get()
    assert change.state == "applied" and "elders.ttl" in change.title, "it can be taken back in the admin"


def test_a_foreign_scheme_never_takes_the_name_of_ours(vocabulary: None, tmp_path: Path) -> None:
    ours = snapshot()["concepts"]
    text = 'x:thema a skos:ConceptScheme . x:a a skos:Concept ; skos:inScheme x:thema ; skos:prefLabel "Regie"@nl .'
    assert run(write(tmp_path / "elders.ttl", text))["added"] == ["thema-2/regie"]
    assert ours.items() <= snapshot()["concepts"].items()


def test_a_changed_foreign_concept_is_reported_and_written(db: None, tmp_path: Path) -> None:
    run(write(tmp_path / "elders.ttl", FOREIGN))
    changed = write(
        tmp_path / "nieuw.ttl",
        FOREIGN.replace('"Huren"', '"Huurwoning"').replace("related x:1", "related x:3"),
    )
    report = run(changed)
    assert report["changed"] == [{"concept": "lijst/huren", "fields": ["pref_label", "related"]}]
    assert report["unchanged"] == ["lijst/wonen"]
    assert any("thesaurus/3" in note for note in report["notes"])
    assert Concept.objects.get(slug="huren").pref_label == "Huurwoning"


def test_an_import_in_the_admin_is_shown_first_applied_and_taken_back(
    vocabulary: None, client: Client
) -> None:
    client.force_login(User.objects.create_superuser("chef", password="x"))
    address = reverse("vocabulary-import")
    debts, before = Concept.objects.in_scheme("domein").get(slug="schulden"), snapshot()
    text = (
        f'<{settings.BASE_URL}/begrippen/domein/splinters/> a skos:Concept ; skos:prefLabel "Splinters"@nl ; '
        f"skos:inScheme <{settings.BASE_URL}/begrippen/domein/> ; "
        f'skos:broader <{settings.BASE_URL}{debts.get_absolute_url()}> ; skos:altLabel "splinterbreuk"@nl .'
    )
    bad = SimpleUploadedFile("kapot.ttl", b"zomaar wat tekst")
    refused = client.post(address, {"file": bad})
    assert refused.status_code == 422 and "geen goed Turtle-bestand" in refused.content.decode()
    assert not VocabularyChange.objects.exists() and snapshot() == before
    file = SimpleUploadedFile("lijst.ttl", f"{PREFIX}{text}{FOREIGN}".encode())
    shown = client.post(address, {"file": file}, follow=True).content.decode()
    assert "Splinters: komt erbij" in shown and "3 nieuwe begrippen" in shown and snapshot() == before
    change = VocabularyChange.objects.get()
    client.post(reverse("vocabulary-change", args=[change.pk]), {"do": "apply"})
    settle(change.pk)
    change.refresh_from_db()
    assert (change.state, "data" in change.payload) == ("applied", False)
    assert Label.objects.get(text="splinterbreuk").concept.broader == debts
    start_undo(change, None)
    settle(change.pk)
    after = snapshot()["concepts"]
    assert {key: row for key, row in after.items() if not row.deprecated} == before["concepts"]
    assert len(after) == len(before["concepts"]) + 3, "their addresses stay"
    assert not Label.objects.filter(text="splinterbreuk").exists()
    same = SimpleUploadedFile("eigen.ttl", export_text().encode())
    assert "Er verandert niets" in client.post(address, {"file": same}).content.decode()


def export_text() -> str:
    out = StringIO()
    call_command("export_vocabulary", stdout=out)
    return out.getvalue()


def test_a_dry_run_says_the_same_and_changes_nothing(db: None, tmp_path: Path) -> None:
    path = write(tmp_path / "elders.ttl", FOREIGN)
    before = snapshot()
    planned = run(path, dry_run=True)
    assert snapshot() == before
    assert {**run(path), "dry_run": True} == planned


def test_concepts_without_a_scheme_need_one(db: None, tmp_path: Path) -> None:
    text = PREFIX.split("x:lijst", maxsplit=1)[0] + 'x:1 a skos:Concept ; skos:prefLabel "Los"@nl .'
    path = write(tmp_path / "los.ttl", text, prefix="")
    with pytest.raises(CommandError, match="--scheme"):
        run(path)
    assert run(path, scheme="los")["added"] == ["los/los"]


def bomb() -> str:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 20))
    return f'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY e0 "ha">{entities}]>' + RDF_XML.format("&e19;")


RDF_XML = (
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
    'xmlns:skos="http://www.w3.org/2004/02/skos/core#"><skos:Concept rdf:about="https://elders.example/1">'
    '<skos:prefLabel xml:lang="nl">{}</skos:prefLabel></skos:Concept></rdf:RDF>'
)
JSON = (
    '{{"@context": {}, "@id": "https://elders.example/1", "@type": "skos:Concept", "skos:prefLabel": "Een"}}'
)
ONE = 'x:1 a skos:Concept ; skos:inScheme x:lijst ; skos:prefLabel "Een"@nl . '
TWO = 'x:2 a skos:Concept ; skos:inScheme x:lijst ; skos:prefLabel "Twee"@nl . '
HOSTILE = {
    "broken.ttl": (PREFIX + "x:1 a skos:Concept ; skos:prefLabel", "geen goed Turtle-bestand"),
    "words.ttl": ("zomaar wat tekst", "geen goed Turtle-bestand"),
    "broken.rdf": (RDF_XML.format("a & b"), "geen goed RDF/XML-bestand"),
    "broken.jsonld": ('{"@id": ', "geen goed JSON-LD-bestand"),
    "binary.ttl": ("\x00\x01\x02", "geen goed Turtle-bestand"),
    "empty.ttl": ("", "geen begrippen"),
    "itself.ttl": (PREFIX + ONE + "x:1 skos:broader x:1 .", "kring"),
    "circle.ttl": (PREFIX + ONE + TWO + "x:1 skos:broader x:2 . x:2 skos:broader x:1 .", "kring"),
    "narrower.ttl": (PREFIX + ONE + TWO + "x:1 skos:narrower x:2 ; skos:broader x:2 .", "kring"),
    "successors.ttl": (
        PREFIX + ONE + TWO + "x:1 dct:isReplacedBy x:2 . x:2 dct:isReplacedBy x:1 .",
        "opvolgers",
    ),
    "twice.ttl": (PREFIX + ONE + TWO.replace("Twee", "EEN"), "voorkeursterm hebben 2 begrippen"),
    "two-labels.ttl": (PREFIX + ONE + 'x:1 skos:prefLabel "Uno"@nl .', "twee Nederlandse voorkeurstermen"),
    "english.ttl": (PREFIX + ONE.replace("@nl", "@en"), "geen Nederlandse voorkeursterm"),
    "long.ttl": (PREFIX + ONE.replace("Een", "e" * 121), "te lang"),
    "nameless.ttl": (PREFIX + ONE.replace("x:1", "[]", 1).replace("[] a", "[] a"), "vast adres"),
    "bomb.rdf": (bomb(), "DOCTYPE"),
    "external.rdf": (
        '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + RDF_XML.format("&x;"),
        "DOCTYPE",
    ),
    "dtd.rdf": ('<!DOCTYPE r SYSTEM "http://127.0.0.1:9/x.dtd">' + RDF_XML.format("Een"), "DOCTYPE"),
    "deep.rdf": ("<a>" * 5000 + "</a>" * 5000, "te diep"),
    "deep.jsonld": ("[" * 100_000 + "]" * 100_000, "JSON-LD"),
    "deep.ttl": (PREFIX + "x:1 x:p " + "[ x:p " * 20_000, "Turtle"),
    "remote.jsonld": (JSON.format('"http://127.0.0.1:9/context"'), "internet"),
    "remote-list.jsonld": (JSON.format('[{"skos": "http://x/"}, "http://127.0.0.1:9/context"]'), "internet"),
    "remote-inside.jsonld": (
        JSON.format('{"term": {"@id": "http://x/", "@context": "http://127.0.0.1:9/context"}}'),
        "internet",
    ),
    "remote-import.jsonld": (JSON.format('{"@import": "http://127.0.0.1:9/context"}'), "internet"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_bad_file_is_refused_whole_and_without_the_network(
    vocabulary: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    content, reason = HOSTILE[name]
    (tmp_path / name).write_text(content)
    monkeypatch.setattr("socket.socket.connect", _no_network)
    before = snapshot()
    out = StringIO()
    with pytest.raises(CommandError) as error:
        call_command("import_skos", str(tmp_path / name), json=True, stdout=out)
    assert reason in str(error.value) and "Niets geladen" in str(error.value)
    assert "root:" not in str(error.value)
    assert any(reason in f"{r['about']}: {r['reason']}" for r in json.loads(out.getvalue())["refused"])
    assert snapshot() == before


def _no_network(*args: Any) -> None:
    raise AssertionError("the network was asked")


def test_a_circle_through_what_we_already_have_is_refused(
    vocabulary: None, tmp_path: Path, settings: Any
) -> None:
    graph = Graph().parse(export(tmp_path), format="turtle")
    narrow, broad = next(iter(sorted(graph.subject_objects(SKOS.broader))))
    text = f'<{broad}> a skos:Concept ; skos:prefLabel "Boven"@nl ; skos:inScheme <{graph.value(broad, SKOS.inScheme)}> ;'
    before = snapshot()
    with pytest.raises(CommandError, match="kring"):
        run(write(tmp_path / "kring.ttl", f"{text} skos:broader <{narrow}> ."))
    assert snapshot() == before


def test_remote_imports_are_left_alone(db: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("socket.socket.connect", _no_network)
    report = run(write(tmp_path / "a.ttl", ONE + "x:lijst owl:imports <http://127.0.0.1:9/ander> ."))
    assert report["added"] == ["lijst/een"]
    assert any("owl:imports" in note for note in report["notes"])


@pytest.mark.parametrize("limit", ["MAX_BYTES", "MAX_TRIPLES"])
def test_too_large_a_file_is_refused(
    db: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str
) -> None:
    monkeypatch.setattr(f"content.skos.reading.{limit}", 3)
    with pytest.raises(CommandError, match="te groot"):
        run(write(tmp_path / "a.ttl", FOREIGN))
    assert not ConceptScheme.objects.filter(slug="lijst").exists()


def test_addresses_that_are_no_web_addresses_never_become_links(db: None, tmp_path: Path) -> None:
    run(write(tmp_path / "a.ttl", ONE + "x:1 skos:exactMatch <javascript:alert(1)> ."))
    assert Concept.objects.in_scheme("lijst").get().exact_match == ["https://elders.example/thesaurus/1"]


def test_the_export_goes_to_standard_output(vocabulary: None) -> None:
    out = StringIO()
    call_command("export_vocabulary", stdout=out)
    assert len(Graph().parse(data=out.getvalue(), format="turtle")) > 1000
