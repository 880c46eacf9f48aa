"""Where the steering of tags lives in the admin: addresses and menu items."""

from typing import Any

from django.urls import path, reverse_lazy
from wagtail.admin.menu import MenuItem

from content.admin import candidates, changes, importing, review, thresholds

URLS = [
    path("woordenlijst/nieuw/", candidates.overview, name="candidate-terms"),
    path("woordenlijst/nieuw/zoek/", candidates.renew, name="candidate-terms-renew"),
    path("woordenlijst/nieuw/<int:pk>/", candidates.act, name="candidate-term"),
    path("woordenlijst/invoeren/", importing.upload, name="vocabulary-import"),
    path("labels/drempels/", thresholds.edit, name="tag-thresholds"),
    path("labels/nakijken/", review.queue, name="tag-review"),
    path("labels/nakijken/<int:pk>/ongedaan/", review.undo, name="tag-review-undo"),
    path("woordenlijst/wijzigingen/", changes.overview, name="vocabulary-changes"),
    path("woordenlijst/wijzigingen/<int:pk>/", changes.change, name="vocabulary-change"),
    path("woordenlijst/wijzigingen/<int:pk>/voortgang/", changes.progress, name="vocabulary-change-progress"),
]


class ChangesMenuItem(MenuItem):
    """Shown to those who may change concepts."""

    def is_shown(self, request: Any) -> bool:
        """Whether the user changes the vocabulary."""
        return bool(request.user.has_perm(changes.MAY))


def menu_items() -> list[MenuItem]:
    """What goes under *Rapporten*."""
    return [
        ChangesMenuItem(
            "Wijzigingen van de woordenlijst",
            reverse_lazy("vocabulary-changes"),
            icon_name="history",
            order=35,
        ),
        ChangesMenuItem(thresholds.TITLE, reverse_lazy("tag-thresholds"), icon_name="sliders", order=37),
        ChangesMenuItem(
            "Nieuwe woorden", reverse_lazy("candidate-terms"), icon_name="plus-inverse", order=36
        ),
    ]


class ReviewMenuItem(MenuItem):
    """Shown to those who may edit pages."""

    def is_shown(self, request: Any) -> bool:
        """Whether the user decides on tags."""
        return bool(review.may_review(request.user))


def main_menu_item() -> MenuItem:
    """*Labels nakijken* in the main menu."""
    return ReviewMenuItem("Labels nakijken", reverse_lazy("tag-review"), icon_name="tag", order=260)
