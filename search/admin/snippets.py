"""Pinned pages in the admin."""

from typing import Any

from django.db.models import Count
from wagtail.admin.ui.tables import Column
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import CreateView, SnippetViewSet

from search.admin.permissions import VocabularyKeepers
from search.models import JudgedSearch, PinnedQuery, SuggestedSearch


class WithTextCreateView(CreateView):
    """The empty form, or one with the query filled in that a report was opened from."""

    def get_initial_form_instance(self) -> Any:
        """An instance with the words of ``?text=``."""
        return self.model(text=self.request.GET.get("text", "")[:100])


class PinnedQueryViewSet(SnippetViewSet):
    """Queries with the pages above their results."""

    model = PinnedQuery
    icon = "pin"
    menu_label = "Vastgezette pagina's"
    menu_order = 250
    add_to_admin_menu = True
    add_view_class = WithTextCreateView
    list_display = ["text", Column("pages", label="Pagina's")]
    search_fields = ["text"]

    def get_queryset(self, request: Any) -> Any:
        """With the pages that the list shows."""
        return PinnedQuery.objects.prefetch_related("pinned__page")


class JudgedSearchViewSet(SnippetViewSet):
    """Judged searches, to look through, mend and delete; judging itself is easier from their results."""

    model = JudgedSearch
    icon = "check"
    menu_label = "Beoordeelde zoekvragen"
    list_display = ["text", "kind", Column("judged", label="Beoordeelde pagina's")]
    list_filter = ["kind"]
    search_fields = ["text"]

    def get_queryset(self, request: Any) -> Any:
        """With how many pages were judged."""
        return JudgedSearch.objects.annotate(judged=Count("grades"))


class SuggestedSearchViewSet(SnippetViewSet):
    """Searches to suggest always, or never."""

    model = SuggestedSearch
    icon = "search"
    menu_label = "Voorstellen bij het zoeken"
    add_view_class = WithTextCreateView
    list_display = ["text", Column("get_shown_display", label="Besluit")]
    list_filter = ["shown"]
    search_fields = ["text"]


def register() -> None:
    """Put this room's models in the admin."""
    register_permission_policy(SuggestedSearch, VocabularyKeepers(SuggestedSearch))
    register_snippet(SuggestedSearchViewSet)
    register_permission_policy(JudgedSearch, VocabularyKeepers(JudgedSearch))
    register_snippet(JudgedSearchViewSet)
    register_permission_policy(PinnedQuery, VocabularyKeepers(PinnedQuery))
    register_snippet(PinnedQueryViewSet)
