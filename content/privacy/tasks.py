"""Background work of privacy."""

from django_tasks import task


@task()
def wipe_erased() -> None:
    """Empty the log of the database right after somebody erased something, in the worker, so that no visitor waits."""
    from content.privacy.wiping import wipe_log

    wipe_log()
