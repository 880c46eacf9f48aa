"""What this room adds to Wagtail's admin."""

from typing import Any

from django.urls import path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from search.admin import queries, snippets
from search.admin.permissions import MAY

snippets.register()


class QueriesMenuItem(MenuItem):
    """Shown to those who keep search."""

    def is_shown(self, request: Any) -> bool:
        """Whether the user may change the vocabulary."""
        return bool(request.user.has_perm(MAY))


@hooks.register("register_admin_urls")
def admin_urls() -> list[Any]:
    """Addresses below the admin."""
    return [
        path("rapporten/zoekvragen/", queries.report, name="report-queries"),
        path("rapporten/zoekvragen/synoniem/", queries.synonym, name="query-synonym"),
    ]


@hooks.register("register_reports_menu_item")
def queries_menu_item() -> MenuItem:
    """*Wat mensen zoeken* under reports."""
    return QueriesMenuItem("Wat mensen zoeken", reverse("report-queries"), icon_name="search", order=40)
