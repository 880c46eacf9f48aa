"""What this room keeps in the database."""

from search.models.asked import CommonQuery, QueryDay
from search.models.outbox import IndexChange
from search.models.pinned import PinnedPage, PinnedQuery

__all__ = ["CommonQuery", "IndexChange", "PinnedPage", "PinnedQuery", "QueryDay"]
