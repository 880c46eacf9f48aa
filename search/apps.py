"""The room where what the centre knows is found."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "search"
    verbose_name = "Zoeken"

    def ready(self) -> None:
        """Listen for changes of content, and find for the ask form."""
        from content.questions.knowledge import answer_with
        from search import changes, known

        changes.connect()
        answer_with(known.find)
