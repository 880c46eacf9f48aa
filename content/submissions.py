"""What is sent once and what is sent anew: a form carries an id, so that pressing twice keeps one."""

import uuid
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from django.db import models

Row = TypeVar("Row", bound=models.Model)


def keep_once(
    rows: "models.Manager[Row]",
    submission: uuid.UUID | None,
    fields: Mapping[str, Any],
    *,
    same: Callable[[Row], bool],
) -> tuple[Row, bool]:
    """Keep what a form says under the form's id. A form that was changed and sent again is another one: it gets the next id
    that follows from the form's own, so that sending the change twice keeps it once too.

    Args:
        submission: the id that the form carried; where it carried none, it is always new.
        fields: what to keep.
        same: whether a row that is there already says what the form says.

    Returns:
        The row, and whether it was made now.
    """
    number = submission or uuid.uuid4()
    while True:
        row, made = rows.get_or_create(submission=number, defaults=dict(fields))
        if made or same(row):
            return row, made
        number = uuid.uuid5(number, "veranderd")
