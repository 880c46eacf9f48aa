"""Where the steering of tags lives in the admin: addresses and menu items."""

from typing import Any

from django.urls import path, reverse_lazy
from wagtail.admin.menu import MenuItem

from content.admin import changes

URLS = [
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
        )
    ]
