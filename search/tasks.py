"""Background work of this room."""

from django.db import transaction
from django_tasks import task


@task(priority=50)  # before what Wagtail queues for its own index of the admin
def drain_outbox() -> None:
    """Bring the index up to date. The rows of the outbox are the truth; this only says that there are some.

    One batch a task, so that a worker that is told to stop can; its next round takes the rest.
    """
    from search.changes import WriterBusy, drain

    try:
        drain(batches=1)
    except WriterBusy:
        return  # whoever writes now takes the new rows too, or the worker's next round does


@task
def measure_trial(trial_id: int) -> None:
    """Measure the next step of a trial, and queue the one after it; a trial that was deleted is over."""
    from search.models import Trial
    from search.trials import step

    trial = Trial.objects.filter(pk=trial_id, state=Trial.State.WAITING).first()
    if trial is None:
        return
    more = step(trial)
    with transaction.atomic():
        Trial.objects.filter(pk=trial_id).update(found=trial.found, state=trial.state)
        if more:
            measure_trial.enqueue(trial_id)
