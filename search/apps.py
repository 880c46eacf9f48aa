"""The room where what the centre knows is found."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "search"
    verbose_name = "Zoeken"

    def ready(self) -> None:
        """Listen for changes of content, find for the ask form, follow searches, and say which found nothing."""
        from content.demand import count_unanswered_with
        from content.following.searches import follow_searches_with
        from content.questions.knowledge import answer_with
        from search import changes, counted, following, known

        changes.connect()
        answer_with(known.find)
        count_unanswered_with(counted.unanswered)
        follow_searches_with(following.describe, following.changed)
