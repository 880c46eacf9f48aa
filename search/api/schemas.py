"""The shapes that the API answers with. Names in camelCase; what a field means in Dutch."""

import datetime

from ninja import Schema
from pydantic import ConfigDict, Field
from pydantic.alias_generators import to_camel


class Model(Schema):
    """A shape with names in camelCase for whoever reads it."""

    model_config = ConfigDict(alias_generator=to_camel, populate_by_name=True)


class PagingLinks(Model):
    """Adressen om door te bladeren; leeg als er geen volgende of vorige is."""

    self: str = Field(description="Dit antwoord.")
    first: str = Field(description="De eerste bladzijde.")
    prev: str | None = Field(description="De vorige bladzijde.")
    next: str | None = Field(description="De volgende bladzijde.")
    last: str = Field(description="De laatste bladzijde.")


class Listing(Model):
    """Wat elke lijst gemeen heeft."""

    total: int = Field(description="Hoeveel er in totaal zijn.")
    page: int = Field(description="Welke bladzijde dit is, vanaf 1.")
    per_page: int = Field(description="Hoeveel er op een bladzijde staan.")
    page_count: int = Field(description="Hoeveel bladzijden er zijn.")
    links: PagingLinks = Field(description="Adressen om door te bladeren.")


class Segment(Model):
    """Een stukje tekst."""

    text: str = Field(description="De tekst.")
    found: bool = Field(description="Of dit een gevonden woord is.")


class Evidence(Model):
    """Hoe zeker het is dat iets werkt."""

    step: int = Field(description="Trede op de ladder: 1 is het minst zeker, 5 het meest.")
    label: str = Field(description="Naam van de trede.")
    reason: str = Field(default="", description="Waarom deze trede, als dat bekend is.")


class Hit(Model):
    """Een gevonden pagina."""

    id: int = Field(description="Nummer van de pagina.")
    type: str = Field(description="Soort pagina.")
    type_label: str = Field(description="Soort pagina in gewone taal.")
    title: str = Field(description="Titel.")
    url: str = Field(description="De pagina voor lezers.")
    api_url: str = Field(description="De pagina in deze API.")
    passage: list[Segment] = Field(description="Het stuk tekst dat het best past, met de gevonden woorden.")
    score: float = Field(description="Hoe goed de pagina past; alleen te vergelijken binnen één antwoord.")
    evidence: Evidence | None = Field(description="Bewijskracht, als de pagina die heeft.")
    tags: list[str] = Field(description="De belangrijkste domeinen en thema's.")


class FacetValue(Model):
    """Een waarde waarop u kunt filteren."""

    value: str = Field(description="De waarde voor in het adres.")
    label: str = Field(description="De waarde in gewone taal.")
    count: int = Field(description="Hoeveel pagina's er zijn met deze waarde.")
    selected: bool = Field(description="Of deze waarde is gekozen.")


class Facet(Model):
    """Een kenmerk waarop u kunt filteren."""

    key: str = Field(description="De naam van de parameter.")
    label: str = Field(description="Het kenmerk in gewone taal.")
    values: list[FacetValue] = Field(description="De waarden.")


class Meant(Model):
    """Wat u misschien bedoelde."""

    text: str = Field(description="De vraag zonder typefout.")
    applied: bool = Field(description="Of daarop is gezocht, omdat uw eigen woorden niets opleverden.")


class SearchResults(Listing):
    """Wat er gevonden is."""

    text: str = Field(description="Uw zoekvraag.")
    sort: str = Field(description="De volgorde.")
    results: list[Hit] = Field(description="De gevonden pagina's op deze bladzijde.")
    facets: list[Facet] = Field(description="Kenmerken met aantallen.")
    synonyms: list[str] = Field(description="Andere woorden waarop ook is gezocht.")
    dropped: list[str] = Field(description="Woorden die zijn losgelaten omdat er te weinig pagina's waren.")
    suggestion: Meant | None = Field(description="Wat u misschien bedoelde.")


class SuggestionItem(Model):
    """Een voorstel."""

    label: str = Field(description="De tekst van het voorstel.")
    url: str = Field(description="Waar het voorstel heen gaat.")
    note: str = Field(description="Uitleg: het soort, of het andere woord waarmee het is gevonden.")


class SuggestionGroup(Model):
    """Voorstellen van één soort."""

    kind: str = Field(description="concept (begrip), query (zoekvraag) of page (pagina).")
    label: str = Field(description="Het soort in gewone taal.")
    suggestions: list[SuggestionItem] = Field(description="De voorstellen, het best passende eerst.")


class Suggestions(Model):
    """Voorstellen bij een tekst die nog niet af hoeft te zijn."""

    text: str = Field(description="De tekst.")
    groups: list[SuggestionGroup] = Field(
        description="De voorstellen per soort; soorten zonder voorstel niet."
    )


class PageItem(Model):
    """Een pagina in een lijst."""

    id: int = Field(description="Nummer van de pagina.")
    type: str = Field(description="Soort pagina.")
    type_label: str = Field(description="Soort pagina in gewone taal.")
    title: str = Field(description="Titel.")
    summary: str = Field(description="Samenvatting.")
    url: str = Field(description="De pagina voor lezers.")
    api_url: str = Field(description="De pagina in deze API.")
    published_on: datetime.date | None = Field(description="Eerste publicatie.")
    modified_at: datetime.datetime | None = Field(description="Laatste keer dat de pagina is gepubliceerd.")
    evidence: Evidence | None = Field(description="Bewijskracht, als de pagina die heeft.")


class PageList(Listing):
    """Gepubliceerde pagina's."""

    results: list[PageItem] = Field(description="De pagina's op deze bladzijde.")


class ConceptItem(Model):
    """Een begrip uit de woordenlijst."""

    scheme: str = Field(description="De begrippenlijst.")
    slug: str = Field(description="Naam van het begrip in adressen; verandert nooit.")
    label: str = Field(description="Voorkeursterm.")
    definition: str = Field(description="Omschrijving.")
    url: str = Field(description="Vast adres van het begrip (URI).")
    api_url: str = Field(description="Het begrip in deze API.")
    deprecated: bool = Field(
        description="Of het begrip vervallen of samengevoegd is; het adres blijft bestaan."
    )
    replaced_by: str | None = Field(description="Adres (URI) van het begrip dat ervoor in de plaats kwam.")


class ConceptList(Listing):
    """Begrippen."""

    results: list[ConceptItem] = Field(description="De begrippen op deze bladzijde.")


class ConceptDetail(ConceptItem):
    """Een begrip met alles eromheen."""

    alternatives: list[str] = Field(description="Andere woorden voor hetzelfde.")
    scope_note: str = Field(description="Wanneer het begrip wel en niet geldt.")
    broader: ConceptItem | None = Field(description="Het bredere begrip.")
    narrower: list[ConceptItem] = Field(description="Begrippen die hieronder vallen.")
    related: list[ConceptItem] = Field(description="Verwante begrippen.")
    search_url: str = Field(description="Zoekt in deze API naar pagina's over dit begrip.")
    feed_url: str = Field(description="Atom-feed met de nieuwste pagina's over dit begrip.")


class PageTag(Model):
    """Een domein of thema van een pagina."""

    scheme: str = Field(description="De begrippenlijst.")
    slug: str = Field(description="Naam van het begrip in adressen.")
    label: str = Field(description="Voorkeursterm.")
    url: str = Field(description="Vast adres van het begrip (URI).")
    score: float = Field(description="Hoe sterk de pagina hierover gaat, van 0 tot 1.")
    origin: str = Field(description="machine (automatisch gevonden) of editor (door de redactie).")


class Source(Model):
    """Een bron."""

    id: int = Field(description="Nummer van de pagina van de bron.")
    reference: str = Field(description="Verwijzing volgens APA.")
    locator: str = Field(description="Bladzijden of paragraaf.")
    doi: str = Field(description="DOI, als die er is.")
    source_url: str = Field(description="De bron zelf op internet, als die er staat.")
    url: str = Field(description="De pagina over de bron voor lezers.")
    api_url: str = Field(description="De pagina over de bron in deze API.")


class Related(Model):
    """Een pagina die hierbij past."""

    id: int = Field(description="Nummer van de pagina.")
    title: str = Field(description="Titel.")
    url: str = Field(description="De pagina voor lezers.")
    api_url: str = Field(description="De pagina in deze API.")


class PageDetail(PageItem):
    """Een pagina met haar volledige tekst."""

    text: str = Field(description="De volledige tekst zonder opmaak, een alinea per regel.")
    editor: str = Field(description="Wie de pagina bijhoudt.")
    review_date: datetime.date | None = Field(description="Wanneer de pagina opnieuw wordt nagekeken.")
    facets: dict[str, list[str]] = Field(description="Kenmerken: soort, doelgroep, fase, jaar en zo meer.")
    tags: list[PageTag] = Field(description="Domeinen en thema's, het sterkste eerst.")
    sources: list[Source] = Field(description="De openbare bronnen, in volgorde.")
    related: list[Related] = Field(description="Openbare pagina's die hierbij passen.")
    reference: str = Field(description="Bij literatuur: de publicatie als APA-verwijzing; anders leeg.")
