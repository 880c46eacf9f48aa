"""What every content page shares: summary, body, tags, audience, sources and a review date."""

from collections.abc import Iterable, Sequence
from typing import Any, ClassVar, Self

from django.db import models
from django.http import HttpRequest
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import (
    FieldPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    PageChooserPanel,
    Panel,
)
from wagtail.fields import StreamField
from wagtail.models import Orderable, Page
from wagtail.query import PageQuerySet
from wagtail.search import index

from content.blocks import BodyBlock
from content.forms.pages import ContentPageForm
from content.nlp.tagging import TextField
from content.panels import ConceptPanel, EditorTabs, ScreenPanel, TagPanel
from content.text import stream_text

SUMMARY_LENGTH = 300
SEARCHES_LENGTH = 8000


class ContentPage(Page):
    """The common part of elements, factsheets, publications, answers and articles."""

    type_slug: ClassVar[str] = ""
    type_label: ClassVar[str] = ""

    summary = models.TextField(
        "samenvatting",
        max_length=SUMMARY_LENGTH,
        blank=True,
        help_text="Het antwoord in één of twee zinnen. Staat in zoekresultaten.",
    )
    body = StreamField(BodyBlock(), blank=True, verbose_name="tekst")
    searched_as = models.TextField(
        "zo zoeken mensen hiernaar",
        max_length=SEARCHES_LENGTH,
        blank=True,
        help_text="Eén zoekvraag per regel, in de woorden van uw lezers: ‘ze doen de deur niet open’. "
        "Lezers vinden de pagina ermee, maar zien ze er niet op staan.",
    )
    audience = ParentalManyToManyField(
        "content.Concept",
        blank=True,
        related_name="+",
        verbose_name="voor wie",
        limit_choices_to={"scheme__slug": "doelgroep"},
    )
    published_on = models.DateField("eerste publicatie", null=True, blank=True)
    review_date = models.DateField(
        "herzien op",
        null=True,
        blank=True,
        db_index=True,
        help_text="Op deze dag staat de pagina in het overzicht ‘Te herzien’.",
    )
    editor = models.CharField("redacteur", max_length=100, blank=True)
    names_confirmed = models.JSONField(default=list, blank=True, editable=False)
    source_digest = models.CharField(max_length=64, blank=True, editable=False)

    base_form_class = ContentPageForm
    parent_page_types = ["content.OverviewPage"]
    subpage_types: ClassVar[list[str]] = []
    is_creatable = False

    content_panels = [
        ScreenPanel(heading="Namen op deze pagina"),
        *Page.content_panels,
        FieldPanel("summary"),
    ]
    body_panels = [FieldPanel("body")]
    source_panels = [
        InlinePanel("sources", label="bron", heading="Bronnen"),
        InlinePanel("related_pages", label="pagina", heading="Past bij"),
    ]
    found_panels = [FieldPanel("searched_as"), *Page.promote_panels]
    about_panels = [
        TagPanel(heading="Domeinen en thema's"),
        ConceptPanel("audience"),
        MultiFieldPanel(
            [FieldPanel("editor"), FieldPanel("published_on"), FieldPanel("review_date")], heading="Beheer"
        ),
    ]

    search_fields = [
        *Page.search_fields,
        index.SearchField("summary"),
        index.SearchField("body"),
    ]

    class Meta:
        verbose_name = "inhoudspagina"

    def text_fields(self) -> tuple[TextField, ...]:
        """The page's plain text by field: ``title``, ``summary``, ``key``, ``body``; empty ones left out."""
        texts = {
            "title": self.title,
            "summary": self.summary,
            "key": self.key_text(),
            "body": "\n".join(filter(None, (self.lead_text(), stream_text(self.body)))),
        }
        return tuple(TextField(name, text) for name, text in texts.items() if text)

    def key_text(self) -> str:
        """Text that says the most in the fewest words, such as key messages. A page type fills it."""
        return ""

    def lead_text(self) -> str:
        """Text of the page type's own fields, which stands before the body."""
        return ""

    def facet_values(self) -> dict[str, tuple[str, ...]]:
        """Facet → slugs of this page's values; domain and theme come from its tags, not from here."""
        values = {"type": (self.type_slug,), "audience": tuple(c.slug for c in self.audience.all())}
        date = self.first_date()
        if date:
            values["year"] = (str(date.year),)
        return values

    def first_date(self) -> Any:
        """The date the reader sees as the page's own: given by the editor, else of first publishing."""
        return self.published_on or (self.first_published_at and self.first_published_at.date())

    def active_tags(self) -> list[Any]:
        """The tags that count, strongest first, with concept and scheme at hand."""
        return list(self.tags.active().select_related("concept__scheme"))

    def source_list(self) -> list["SourceReference"]:
        """The sources that every reader may see, in reference-list order, with the publication at hand."""
        from content.models.publications import PublicationPage

        refs = list(self.sources.all())
        shown = PublicationPage.shown(ref.publication_id for ref in refs).in_bulk()
        found = [ref for ref in refs if ref.publication_id in shown]
        for ref in found:
            ref.publication = shown[ref.publication_id]
        return found

    def related_list(self) -> list["ContentPage"]:
        """The pages that this page names as related and that every reader may see, in order; specific."""
        wanted = [link.target_id for link in self.related_pages.all()]
        shown = ContentPage.shown(wanted).specific().in_bulk()
        return [shown[pk] for pk in wanted if pk in shown]

    @classmethod
    def shown(cls, ids: Iterable[int]) -> PageQuerySet[Self]:
        """Those of the pages of this type that every reader may see: live, and behind no restriction.

        A restriction above a page counts too. Where such a page is named elsewhere, its title alone may tell too much.
        """
        return cls._default_manager.filter(pk__in=list(ids)).live().public()

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds sources, tags and related pages for the template."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context["sources"] = self.source_list()
        context["tags"] = self.active_tags()
        context["related"] = self.related_list()
        return context


def editor_tabs(
    content: Sequence[Panel], evidence: Sequence[Panel] = (), about: Sequence[Panel] = ()
) -> EditorTabs:
    """The tabs of a page type's editor: the same for all, with the panels of its own fields.

    Args:
        content: below title and summary, those of the text included.
        evidence: above the sources.
        about: below domains, themes and audience.
    """
    return EditorTabs(
        [
            ObjectList([*ContentPage.content_panels, *content], heading="Inhoud"),
            ObjectList(
                [*evidence, *ContentPage.source_panels],
                heading="Bewijs en bronnen" if evidence else "Bronnen",
            ),
            ObjectList([*ContentPage.about_panels, *about], heading="Kenmerken"),
            ObjectList(ContentPage.found_panels, heading="Vindbaarheid"),
            ObjectList(Page.settings_panels, heading="Instellingen"),
        ]
    )


class SourceReference(Orderable):
    """A publication in a page's reference list. Read from the other side it says where a source is used."""

    page = ParentalKey(ContentPage, on_delete=models.CASCADE, related_name="sources")
    publication = models.ForeignKey(
        "content.PublicationPage",
        on_delete=models.CASCADE,
        related_name="cited_by",
        verbose_name="publicatie",
    )
    locator = models.CharField("bladzijden of paragraaf", max_length=60, blank=True)

    panels = [PageChooserPanel("publication"), FieldPanel("locator")]

    class Meta(Orderable.Meta):
        verbose_name = "bron"

    def __str__(self) -> str:
        return str(self.publication)


class RelatedPage(Orderable):
    """A link from a page to another one that goes with it."""

    page = ParentalKey(ContentPage, on_delete=models.CASCADE, related_name="related_pages")
    target = models.ForeignKey(ContentPage, on_delete=models.CASCADE, related_name="+", verbose_name="pagina")

    panels = [PageChooserPanel("target")]

    class Meta(Orderable.Meta):
        verbose_name = "verwante pagina"

    def __str__(self) -> str:
        return str(self.target)
