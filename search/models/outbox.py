"""The outbox: pages that the index does not know in their present state yet."""

from django.db import models
from django.utils import timezone


class IndexChange(models.Model):
    """A page that must be tagged and indexed again, or taken out. Written in the transaction that changed it.

    ``page_id`` is no foreign key: the row must outlive a page that was deleted. ``error`` names the kind of the last
    failure, never a text of the page. ``later``: it may wait for what editors just did, as when a whole collection gets
    its tags again.
    """

    page_id = models.PositiveBigIntegerField(db_index=True)
    created_at = models.DateTimeField(default=timezone.now)
    due_at = models.DateTimeField(default=timezone.now, db_index=True)
    attempts = models.PositiveIntegerField(default=0)
    error = models.CharField(max_length=200, blank=True)
    later = models.BooleanField(default=False)

    class Meta:
        verbose_name = "wijziging voor de zoekindex"
        ordering = ["pk"]
        indexes = [models.Index(fields=["later", "id"], name="search_in_order")]

    def __str__(self) -> str:
        return f"pagina {self.page_id}"
