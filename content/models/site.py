"""The pages that hold the others: home, overviews per type, and plain pages such as privacy."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page

from content.blocks import BodyBlock
from content.models.base import ContentPage

PRIVACY = "privacy"  # the plain page that ends with what is kept of people
ANSWERS = "answer"  # what the overview of answers lists


class HomePage(Page):
    """The front page."""

    intro = models.CharField("openingszin", max_length=200, blank=True)
    popular_searches = models.TextField("vaak gezocht", blank=True, help_text="Eén zoekvraag per regel.")

    content_panels = [*Page.content_panels, FieldPanel("intro"), FieldPanel("popular_searches")]
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["content.OverviewPage", "content.PlainPage"]
    max_count = 1
    template = "content/home_page.html"

    class Meta:
        verbose_name = "voorpagina"

    def popular(self) -> list[str]:
        """The popular searches in the editor's order."""
        return [line.strip() for line in self.popular_searches.splitlines() if line.strip()]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds domains and themes with counts, and the newest answers and elements."""
        from content import browse

        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context["domains"] = browse.tops_with_counts("domein")
        context["themes"] = browse.tops_with_counts("thema")
        context["answers"] = browse.newest("answer", 3)
        context["elements"] = browse.newest("element", 3)
        return context


class OverviewPage(Page):
    """All pages of one type."""

    intro = models.TextField("inleiding", blank=True)
    lists = models.CharField("soort pagina's", max_length=20, help_text="Bijvoorbeeld element of article.")

    content_panels = [*Page.content_panels, FieldPanel("intro")]
    parent_page_types = ["content.HomePage"]
    subpage_types = [
        "content.ElementPage",
        "content.FactsheetPage",
        "content.PublicationPage",
        "content.AnswerPage",
        "content.ArticlePage",
    ]
    template = "content/overview_page.html"

    class Meta:
        verbose_name = "overzicht"
        verbose_name_plural = "overzichten"

    def get_template(self, request: HttpRequest, *args: Any, **kwargs: Any) -> str:
        """Answers have an overview with filters."""
        return "content/answers_overview.html" if self.lists == ANSWERS else self.template

    @classmethod
    def can_create_at(cls, parent: Page) -> bool:
        """Overviews are part of the site's skeleton; editors change their words, not their number."""
        return False

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds one page of the list; a number that is not there gives the nearest that is."""
        from content import answers_overview, browse

        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        if self.lists == ANSWERS:
            context["overview"] = answers_overview.overview(request.GET)
            return context
        pages = ContentPage.objects.child_of(self).live().public().order_by("title")
        context["listing"] = browse.paged(pages, request.GET.get("page"))
        return context


class PlainPage(Page):
    """A page of plain text: about, privacy, accessibility."""

    summary = models.TextField("samenvatting", max_length=300, blank=True)
    body = StreamField(BodyBlock(), blank=True, verbose_name="tekst")

    content_panels = [*Page.content_panels, FieldPanel("summary"), FieldPanel("body")]
    parent_page_types = ["content.HomePage"]
    subpage_types: list[str] = []
    template = "content/plain_page.html"

    class Meta:
        verbose_name = "gewone pagina"
        verbose_name_plural = "gewone pagina's"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds an empty list of sources (the body is printed as that of pages that do have them), and the register."""
        from content.privacy.register import REGISTER

        register = REGISTER if self.slug == PRIVACY else ()
        return {**super().get_context(request, *args, **kwargs), "sources": [], "register": register}
