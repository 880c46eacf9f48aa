"""What of the tags and the vocabulary needs a user today."""

from typing import Any

from content import learning, review
from content.admin import candidates
from content.admin.changes import MAY
from content.admin.review import may_review
from content.models import VocabularyChange
from content.steering import changes

LATELY = 10  # changes that are looked at
State = VocabularyChange.State


def steering_today(user: Any) -> dict[str, Any]:
    """Tags with little evidence that count, changes of the vocabulary that wait or run, and a model that is damaged."""
    reviews, keeps = may_review(user), user.has_perm(MAY)
    return {
        "reviews_tags": reviews,
        "weak_tags": review.weak(review.waiting(user)).count() if reviews else 0,
        "new_words": candidates.waiting(user),
        "open_changes": _open_changes() if keeps else [],
        "model_problem": learning.model_problem() if keeps else "",
    }


def _open_changes() -> list[VocabularyChange]:
    rows = VocabularyChange.objects.exclude(state=State.UNDONE).defer("journal", "payload", "preview")[
        :LATELY
    ]
    found = []
    for row in rows:
        row.progress = changes.progress(row)
        if row.state in (State.PROPOSED, State.FAILED) or row.progress.running:
            found.append(row)
    return found
