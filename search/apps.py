"""The room where what the centre knows is found."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "search"
    verbose_name = "Zoeken"

    def ready(self) -> None:
        """Listen for changes of content."""
        from search import changes

        changes.connect()
