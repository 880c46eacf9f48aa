"""The vocabulary in the admin."""

from django.db.models import Count, QuerySet
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.admin.ui.tables import Column
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from content.models import Concept, ConceptScheme


class ConceptViewSet(SnippetViewSet):
    """Concepts with their labels."""

    model = Concept
    icon = "tag"
    menu_label = "Begrippen"
    list_display = ["pref_label", "scheme", "broader", Column("page_count", label="Pagina's")]
    list_filter = ["scheme"]
    list_per_page = 50
    panels = [
        FieldPanel("pref_label"),
        FieldPanel("scheme"),
        FieldPanel("slug"),
        FieldPanel("definition"),
        FieldPanel("scope_note"),
        InlinePanel("label_set", label="woord", heading="Andere woorden"),
        MultiFieldPanel(
            [FieldPanel("broader"), FieldPanel("related"), FieldPanel("pref_context"), FieldPanel("order")],
            heading="Plaats in de woordenlijst",
        ),
    ]

    def get_queryset(self, request: object) -> QuerySet[Concept]:
        """Concepts with the number of pages they are a tag of."""
        return Concept.objects.select_related("scheme", "broader").annotate(page_count=Count("tags"))


class SchemeViewSet(SnippetViewSet):
    """Concept schemes."""

    model = ConceptScheme
    icon = "list-ul"
    menu_label = "Begrippenlijsten"
    list_display = ["title", "slug"]
    panels = [FieldPanel("title"), FieldPanel("slug"), FieldPanel("description")]


class VocabularyGroup(SnippetViewSetGroup):
    """The menu item *Woordenlijst*."""

    items = (ConceptViewSet, SchemeViewSet)
    menu_label = "Woordenlijst"
    menu_icon = "tag"
    menu_order = 300


def register() -> None:
    """Put the vocabulary in the admin."""
    register_snippet(VocabularyGroup)
