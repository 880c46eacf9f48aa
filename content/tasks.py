"""Background work of this room."""

from django_tasks import task


@task()
def find_candidates() -> None:
    """Look for words that may belong in the vocabulary."""
    from content.candidates import refresh

    refresh()


@task()
def settle_change(pk: int) -> None:
    """Apply or undo a change of the vocabulary. Its row is the truth; a task that a crash cut off runs again."""
    from content.steering.changes import settle

    settle(pk)
