"""The permanent address of a concept: a page for people, data for programs, and it never breaks."""

from typing import Any

import pytest
from django.test import Client
from rdflib import DCTERMS, OWL, SKOS, Graph, Literal, URIRef

from content.models import Concept

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vocabulary")]

MEDIA = {"turtle": "text/turtle", "json-ld": "application/ld+json", "xml": "application/rdf+xml"}
SUFFIXES = {"turtle": "ttl", "json-ld": "jsonld", "xml": "rdf"}
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8"


def narrow() -> Concept:
    return Concept.objects.in_scheme("domein").get(slug="incasso")


def graph(response: Any, format_: str) -> Graph:
    assert response.status_code == 200
    assert response["Content-Type"].split(";")[0] == MEDIA[format_]
    assert "Accept" in response["Vary"]
    return Graph().parse(data=response.content, format=format_)


@pytest.mark.parametrize("format_", MEDIA)
def test_the_address_gives_data_to_who_asks(client: Client, settings: Any, format_: str) -> None:
    path = narrow().get_absolute_url()
    found = graph(client.get(path, headers={"accept": MEDIA[format_]}), format_)
    uri = URIRef(settings.BASE_URL + path)
    assert found.value(uri, SKOS.prefLabel) == Literal("Incasso en beslag", lang="nl")
    broader = URIRef(settings.BASE_URL + narrow().broader.get_absolute_url())
    assert found.value(uri, SKOS.broader) == broader
    assert set(found.subjects(SKOS.prefLabel)) == {uri}
    by_suffix = graph(client.get(f"{path.rstrip('/')}.{SUFFIXES[format_]}"), format_)
    assert by_suffix.isomorphic(found)


@pytest.mark.parametrize(
    "accept", ["", "*/*", "text/html", BROWSER, "image/png", "text/turtle;q=0.5,text/html"]
)
def test_people_get_the_page_with_links_to_the_data(client: Client, accept: str) -> None:
    path = narrow().get_absolute_url()
    response = client.get(path, headers={"accept": accept} if accept else {})
    html = response.content.decode()
    assert response["Content-Type"].startswith("text/html") and "Accept" in response["Vary"]
    for format_, media in MEDIA.items():
        link = f"{path.rstrip('/')}.{SUFFIXES[format_]}"
        assert f'<link rel="alternate" type="{media}"' in html and f'href="{link}"' in html


def test_a_top_concept_has_its_landing_page_and_its_own_data(client: Client) -> None:
    path = Concept.objects.in_scheme("domein").get(slug="schulden").get_absolute_url()
    page = client.get(path)
    assert page.status_code == 302 and page["Location"] == "/domeinen/schulden/"
    assert "Accept" in page["Vary"]
    assert client.get(path, headers={"accept": "text/turtle"}).status_code == 200
    assert 'type="text/turtle"' in client.get("/domeinen/schulden/").content.decode()


@pytest.mark.parametrize("format_", MEDIA)
def test_the_whole_vocabulary_and_one_scheme(client: Client, format_: str) -> None:
    whole = graph(client.get(f"/begrippen.{SUFFIXES[format_]}"), format_)
    assert len(set(whole.subjects(SKOS.prefLabel))) == Concept.objects.count()
    assert graph(client.get("/begrippen/", headers={"accept": MEDIA[format_]}), format_).isomorphic(whole)
    one = graph(client.get(f"/begrippen/fase.{SUFFIXES[format_]}"), format_)
    assert len(set(one.subjects(SKOS.prefLabel))) == Concept.objects.in_scheme("fase").count()


def test_who_has_the_data_already_gets_nothing_new(client: Client) -> None:
    first = client.get("/begrippen.ttl")
    again = client.get("/begrippen.ttl", headers={"if-none-match": first["ETag"]})
    assert again.status_code == 304
    concept = narrow()
    concept.definition = "Anders."
    concept.save()
    changed = client.get("/begrippen.ttl", headers={"if-none-match": first["ETag"]})
    assert changed.status_code == 200 and "Anders." in changed.content.decode()


def test_pages_of_the_lists(client: Client) -> None:
    assert "/begrippen/domein/" in client.get("/begrippen/").content.decode()
    assert "/domeinen/schulden/" in client.get("/begrippen/domein/").content.decode()


@pytest.mark.parametrize(
    "path",
    ["/begrippen/domein/schulden.pdf", "/begrippen.zip", "/begrippen/geen/", "/begrippen/domein/geen.ttl"],
)
def test_what_is_not_there(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


def test_a_deprecated_concept_keeps_its_page_and_points_on(client: Client, settings: Any) -> None:
    concept, successor = narrow(), Concept.objects.in_scheme("domein").get(slug="energieschuld")
    Concept.objects.filter(pk=concept.pk).update(deprecated=True, replaced_by=successor)
    path = concept.get_absolute_url()
    html = client.get(path).content.decode()
    assert "vervallen" in html and successor.get_absolute_url() in html
    found = graph(client.get(path, headers={"accept": "text/turtle"}), "turtle")
    uri = URIRef(settings.BASE_URL + path)
    assert found.value(uri, OWL.deprecated) == Literal(True)
    assert found.value(uri, DCTERMS.isReplacedBy) == URIRef(settings.BASE_URL + successor.get_absolute_url())


def test_a_merged_concept_leads_to_its_successor(client: Client) -> None:
    concept, successor = narrow(), Concept.objects.in_scheme("domein").get(slug="schulden")
    Concept.objects.filter(pk=concept.pk).update(deprecated=True, merged=True, replaced_by=successor)
    response = client.get(concept.get_absolute_url())
    assert response.status_code == 301 and response["Location"] == "/domeinen/schulden/"
    assert client.get(concept.get_absolute_url(), headers={"accept": "text/turtle"}).status_code == 200
