"""Signals that this room sends; whoever keeps something derived from content listens."""

from django.dispatch import Signal

content_changed = Signal()
"""Sent with ``page_ids: set[int]``, inside the transaction that changed what these pages are found by."""
