"""Literatuur: publications with complete bibliographic metadata (CSL 1.0.2)."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField

from content.models.base import ContentPage, editor_tabs


class PersonBlock(blocks.StructBlock):
    """An author with a family name."""

    family = blocks.CharBlock(label="Achternaam", max_length=100)
    given = blocks.CharBlock(label="Voorletters of voornaam", max_length=100, required=False)

    class Meta:
        icon = "user"
        label = "Persoon"


class PublicationPage(ContentPage):
    """A publication. Its page is what a source in another page's reference list links to."""

    class Type(models.TextChoices):
        REPORT = "report", "Rapport"
        ARTICLE = "article-journal", "Tijdschriftartikel"
        WEBPAGE = "webpage", "Webpagina"
        LEGISLATION = "legislation", "Wet of regeling"
        THESIS = "thesis", "Proefschrift"
        BOOK = "book", "Boek"
        CHAPTER = "chapter", "Hoofdstuk"
        SPEECH = "speech", "Rede"

    type_slug = "publication"
    type_label = "Literatuur"

    csl_type = models.CharField("soort", max_length=20, choices=Type.choices, default=Type.REPORT)
    authors = StreamField(
        [
            ("person", PersonBlock()),
            ("organisation", blocks.CharBlock(label="Organisatie", max_length=150, icon="group")),
        ],
        blank=True,
        verbose_name="auteurs, in volgorde",
    )
    year = models.PositiveIntegerField("jaar", null=True, blank=True)
    container_title = models.CharField("tijdschrift of bundel", max_length=200, blank=True)
    volume = models.CharField("jaargang", max_length=20, blank=True)
    issue = models.CharField("nummer", max_length=20, blank=True)
    pages = models.CharField("bladzijden", max_length=40, blank=True)
    number = models.CharField("reeks- of stuknummer", max_length=60, blank=True)
    article_number = models.CharField("artikelnummer", max_length=40, blank=True)
    publisher = models.CharField("uitgever", max_length=200, blank=True)
    doi = models.CharField("DOI", max_length=120, blank=True)
    isbn = models.CharField("ISBN", max_length=40, blank=True)
    source_url = models.URLField("adres op internet", max_length=500, blank=True)
    language = models.CharField("taal", max_length=8, blank=True, default="nl")
    study_type = models.CharField("soort onderzoek", max_length=80, blank=True)
    open_access = models.BooleanField("vrij te lezen", null=True, blank=True)

    is_creatable = True
    template = "content/publication_page.html"

    edit_handler = editor_tabs(
        [
            FieldPanel("csl_type"),
            FieldPanel("authors"),
            FieldPanel("year"),
            MultiFieldPanel(
                [
                    FieldPanel(name)
                    for name in ("container_title", "volume", "issue", "pages", "article_number")
                ],
                heading="Tijdschrift of bundel",
            ),
            MultiFieldPanel(
                [
                    FieldPanel(name)
                    for name in ("publisher", "number", "doi", "isbn", "source_url", "language")
                ],
                heading="Uitgave",
            ),
            MultiFieldPanel([FieldPanel("study_type"), FieldPanel("open_access")], heading="Onderzoek"),
            FieldPanel("body", heading="Korte inhoud"),
        ]
    )

    class Meta:
        verbose_name = "publicatie"
        verbose_name_plural = "literatuur"

    def author_names(self) -> list[dict[str, str]]:
        """Authors in order as CSL names: ``{"family", "given"}`` or ``{"literal"}``."""
        return [
            {"literal": block.value}
            if block.block_type == "organisation"
            else {"family": block.value["family"], "given": block.value["given"] or ""}
            for block in self.authors
        ]

    def lead_text(self) -> str:
        """Names of authors, container and publisher, so that a publication is found by them."""
        names = [n.get("literal") or f"{n['given']} {n['family']}".strip() for n in self.author_names()]
        return "\n".join(filter(None, ["; ".join(names), self.container_title, self.publisher]))

    def facet_values(self) -> dict[str, tuple[str, ...]]:
        """The year of a publication is the year it appeared in, not the year it came on the site."""
        values = super().facet_values()
        values.pop("year", None)
        if self.year:
            values["year"] = (str(self.year),)
        return values

    def citing_pages(self) -> list[ContentPage]:
        """The pages with this publication among their sources that every reader may see, by title; specific."""
        ids = self.cited_by.values_list("page", flat=True)
        return list(ContentPage.shown(ids).specific().order_by("title"))

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds the APA reference and the pages that use this source."""
        from content.citations import reference

        context = super().get_context(request, *args, **kwargs)
        context["reference"] = reference(self)
        context["citing_pages"] = self.citing_pages()
        return context
