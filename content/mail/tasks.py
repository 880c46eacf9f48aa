"""Background work of mail."""

from django_tasks import task


@task(priority=40)
def deliver_mail() -> None:
    """Send what is due. The rows of the queue are the truth; this only says that there are some."""
    from content.mail.delivery import deliver_due, mail_is_due

    deliver_due()
    if mail_is_due():
        deliver_mail.enqueue()
