"""What this room keeps in the database."""

from search.models.asked import CommonQuery, QueryDay
from search.models.judged import Grade, JudgedSearch
from search.models.outbox import IndexChange
from search.models.pinned import PinnedPage, PinnedQuery
from search.models.suggested import SuggestedSearch
from search.models.trials import RankingNumber, Trial

__all__ = [
    "CommonQuery",
    "Grade",
    "IndexChange",
    "JudgedSearch",
    "PinnedPage",
    "PinnedQuery",
    "QueryDay",
    "RankingNumber",
    "SuggestedSearch",
    "Trial",
]
