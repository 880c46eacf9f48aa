"""The room where the centre's knowledge lives."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class ContentConfig(AppConfig):
    name = "content"
    verbose_name = "Inhoud"

    def ready(self) -> None:
        """Connect the signals, and make the site's skeleton after each migration where it is absent."""
        from wagtail.signals import page_unpublished

        from content import page_screen, structure, tagging, vocabulary_signals
        from content.handling import experts, publishing

        vocabulary_signals.connect()
        page_screen.connect()
        publishing.connect()
        experts.connect()
        page_unpublished.connect(tagging.forget_text, dispatch_uid="forget-tagged-text")
        post_migrate.connect(structure.after_migrate, sender=self)
