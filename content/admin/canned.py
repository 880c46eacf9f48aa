"""Canned replies in the admin: for those who handle questions."""

from wagtail.admin.panels import FieldPanel
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from content.models import CannedReply


class CannedReplyViewSet(SnippetViewSet):
    """Texts to send to askers."""

    model = CannedReply
    icon = "mail"
    menu_label = "Standaardantwoorden"
    menu_order = 260
    add_to_admin_menu = True
    list_display = ("title", "reason")
    panels = (FieldPanel("title"), FieldPanel("reason"), FieldPanel("text"))


def register() -> None:
    """Put canned replies in the admin."""
    register_snippet(CannedReplyViewSet)
