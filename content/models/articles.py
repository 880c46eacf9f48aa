"""Artikelen: news, background and examples from practice."""

from content.models.base import ContentPage, editor_tabs
from content.models.elements import concept_of
from content.panels import ConceptPanel


class ArticlePage(ContentPage):
    """An *artikel*."""

    type_slug = "article"
    type_label = "Artikel"

    kind = concept_of("artikelsoort", "soort artikel")

    is_creatable = True
    template = "content/article_page.html"

    edit_handler = editor_tabs([ConceptPanel("kind"), *ContentPage.body_panels])

    class Meta:
        verbose_name = "artikel"
        verbose_name_plural = "artikelen"
