"""What this room adds to Wagtail's admin."""

from typing import Any

from django.urls import path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from content.admin.changes import MAY
from search.admin import bench, grading, queries, snippets

snippets.register()


class KeepersMenuItem(MenuItem):
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
        path("zoekkwaliteit/", bench.index, name="bench"),
        path("zoekkwaliteit/beoordelen/", grading.grade, name="bench-grade"),
        path("zoekkwaliteit/zoekvragen.yaml", bench.download, name="bench-download"),
        path("zoekkwaliteit/meten/", bench.measure, name="bench-measure"),
        path("zoekkwaliteit/proef/", bench.propose, name="bench-propose"),
        path("zoekkwaliteit/proef/<int:trial_id>/", bench.trial, name="bench-trial"),
        path("zoekkwaliteit/proef/<int:trial_id>/live/", bench.make_live, name="bench-live"),
        path("zoekkwaliteit/terug/", bench.reset, name="bench-reset"),
    ]


@hooks.register("register_reports_menu_item")
def queries_menu_item() -> MenuItem:
    """*Wat mensen zoeken* under reports."""
    return KeepersMenuItem("Wat mensen zoeken", reverse("report-queries"), icon_name="search", order=40)


@hooks.register("register_reports_menu_item")
def bench_menu_item() -> MenuItem:
    """*Zoekkwaliteit* under reports."""
    return KeepersMenuItem("Zoekkwaliteit", reverse("bench"), icon_name="check", order=41)
