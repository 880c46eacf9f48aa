"""Two reports for editors: what is due for review, and where each source is used."""

import datetime
from typing import Any

import django_filters
from django.db.models import Count, Q, QuerySet
from django.utils import timezone
from wagtail.admin.auth import permission_denied
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.ui.tables.pages import PageTitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.permission_policies.pages import PagePermissionPolicy

from content.models import ContentPage, PublicationPage

REVIEW_HORIZON = datetime.timedelta(days=60)


class EditorReport(ReportView):
    """A report for everybody who may edit pages."""

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        """Refuse who edits nothing."""
        if not PagePermissionPolicy().user_has_any_permission(request.user, {"add", "change", "publish"}):
            return permission_denied(request)
        return super().dispatch(request, *args, **kwargs)


class ReviewReport(EditorReport):
    """Live pages whose review date is past, or near."""

    page_title = "Te herzien"
    header_icon = "time"
    default_ordering = "review_date"
    index_url_name = "report-review"
    index_results_url_name = "report-review-results"
    list_export = ["title", "review_date", "editor", "url"]
    export_headings = {"title": "Titel", "review_date": "Herzien op", "editor": "Redacteur", "url": "Adres"}
    columns = [
        PageTitleColumn("title", label="Pagina", sort_key="title"),
        DateColumn("review_date", label="Herzien op", sort_key="review_date"),
        Column("editor", label="Redacteur", sort_key="editor"),
    ]

    def get_base_queryset(self) -> QuerySet[ContentPage]:
        """Pages to review."""
        return due_for_review()


class SourceFilter(WagtailFilterSet):
    """Used, or not."""

    used = django_filters.BooleanFilter(label="Wordt gebruikt", method="by_use")

    class Meta:
        model = PublicationPage
        fields = ["csl_type"]

    def by_use(
        self, queryset: QuerySet[PublicationPage], name: str, value: bool
    ) -> QuerySet[PublicationPage]:
        """Publications that are cited, or that are not."""
        return queryset.filter(uses__gt=0) if value else queryset.filter(uses=0)


class SourceReport(EditorReport):
    """Every publication with the pages that name it as a source."""

    page_title = "Bronnen en gebruik"
    header_icon = "link"
    default_ordering = "-uses"
    index_url_name = "report-sources"
    index_results_url_name = "report-sources-results"
    filterset_class = SourceFilter
    list_export = ["title", "year", "uses", "used_on"]
    export_headings = {"title": "Bron", "year": "Jaar", "uses": "Aantal", "used_on": "Gebruikt op"}
    columns = [
        PageTitleColumn("title", label="Bron", sort_key="title"),
        Column("year", label="Jaar", sort_key="year"),
        Column("uses", label="Aantal pagina's", sort_key="uses"),
        Column("used_on", label="Gebruikt op"),
    ]

    def get_base_queryset(self) -> QuerySet[PublicationPage]:
        """Publications with ``uses``: on how many pages."""
        uses = Count("cited_by__page", filter=Q(cited_by__page__live=True), distinct=True)
        return PublicationPage.objects.live().annotate(uses=uses)

    def decorate_paginated_queryset(self, object_list: Any) -> Any:
        """Adds ``used_on``: the titles of the pages."""
        for publication in object_list:
            pages = ContentPage.objects.live().filter(sources__publication=publication).distinct()
            publication.used_on = "; ".join(pages.order_by("title").values_list("title", flat=True))
        return object_list


def due_for_review() -> QuerySet[ContentPage]:
    """Live pages whose review date is past or within ``REVIEW_HORIZON``."""
    return ContentPage.objects.live().filter(review_date__lte=timezone.localdate() + REVIEW_HORIZON)
