"""The outbox: pages that the index does not know in their present state yet."""

from django.db import models
from django.utils import timezone


class IndexChange(models.Model):
    """A page that must be tagged and indexed again, or taken out. Written in the transaction that changed it.

    ``page_id`` is no foreign key: the row must outlive a page that was deleted. ``error`` names the kind of the last
    failure, never a text of the page.
    """

    page_id = models.PositiveBigIntegerField(db_index=True)
    created_at = models.DateTimeField(default=timezone.now)
    due_at = models.DateTimeField(default=timezone.now, db_index=True)
    attempts = models.PositiveIntegerField(default=0)
    error = models.CharField(max_length=200, blank=True)

    class Meta:
        verbose_name = "wijziging voor de zoekindex"
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"pagina {self.page_id}"
