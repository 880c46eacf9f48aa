"""What the centre already knows about a question. The room that can search says how (see ``answer_with``)."""

from collections.abc import Callable
from dataclasses import dataclass

LIMIT = 5  # pages shown beside a question


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of the text that seems to answer; ``found`` marks the asker's own words."""

    text: str
    found: bool


@dataclass(frozen=True, slots=True)
class Known:
    """A page that may answer a question."""

    page_id: int
    type: str
    type_label: str
    title: str
    url: str
    passage: tuple[Passage, ...]


Finder = Callable[[str, int], tuple[Known, ...]]


class _Finders:
    """The one way of finding of this process; before any is given, nothing is known."""

    def __init__(self) -> None:
        self.find: Finder = lambda text, limit: ()


_finders = _Finders()


def answer_with(find: Finder) -> None:
    """Give this room a way to find pages for a question: called with its text and the most pages wanted, best first.

    It must not raise when it cannot find now, and must keep nothing of the text.
    """
    _finders.find = find


def known_about(text: str, limit: int = LIMIT) -> tuple[Known, ...]:
    """Pages that may answer a question, those that answer most directly first; none where finding does not work now."""
    return _finders.find(text, limit) if text.strip() else ()
