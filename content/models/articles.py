"""Artikelen: news, background and examples from practice."""

from wagtail.admin.panels import ObjectList, TabbedInterface
from wagtail.models import Page

from content.models.base import ContentPage
from content.models.elements import concept_of
from content.panels import ConceptPanel


class ArticlePage(ContentPage):
    """An *artikel*."""

    type_slug = "article"
    type_label = "Artikel"

    kind = concept_of("artikelsoort", "soort artikel")

    is_creatable = True
    template = "content/article_page.html"

    edit_handler = TabbedInterface(
        [
            ObjectList(
                [*ContentPage.content_panels, ConceptPanel("kind"), *ContentPage.body_panels],
                heading="Inhoud",
            ),
            ObjectList(ContentPage.source_panels, heading="Bronnen"),
            ObjectList(ContentPage.about_panels, heading="Kenmerken"),
            ObjectList(Page.promote_panels, heading="Vindbaarheid"),
            ObjectList(Page.settings_panels, heading="Instellingen"),
        ]
    )

    class Meta:
        verbose_name = "artikel"
        verbose_name_plural = "artikelen"
