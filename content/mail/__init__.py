"""Mail: queued in the caller's transaction, sent by the worker, tried again until it is gone."""

from content.mail.queue import forget_mails, queue_mail

__all__ = ["forget_mails", "queue_mail"]
