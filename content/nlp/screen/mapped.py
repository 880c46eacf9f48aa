"""A text read in another writing, with the way back to the characters that were typed."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mapped:
    """``starts[i]`` and ``ends[i]``: between which characters of the typed text character ``i`` of ``text`` came from."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def back(self, start: int, end: int) -> tuple[int, int]:
        """The span in the text as it was typed."""
        return self.starts[start], self.ends[end - 1]


class Rewriting:
    """Builds a ``Mapped`` text from pieces of a typed text, in order."""

    def __init__(self) -> None:
        self._chars: list[str] = []
        self._starts: list[int] = []
        self._ends: list[int] = []

    def copy(self, text: str, start: int, end: int) -> None:
        """Take characters ``start`` to ``end`` over as they are."""
        self._chars.extend(text[start:end])
        self._starts.extend(range(start, end))
        self._ends.extend(range(start + 1, end + 1))

    def put(self, written: str, start: int, end: int) -> None:
        """Write something else in the place of characters ``start`` to ``end``."""
        self._chars.extend(written)
        self._starts.extend([start] * len(written))
        self._ends.extend([end] * len(written))

    def join_last(self, char: str, end: int) -> None:
        """Make the last character another one that also stands for what follows it, up to ``end``."""
        self._chars[-1] = char
        self._ends[-1] = end

    @property
    def last(self) -> str:
        """The last character; empty at the beginning."""
        return self._chars[-1] if self._chars else ""

    def done(self) -> Mapped:
        """The text that was built."""
        return Mapped("".join(self._chars), self._starts, self._ends)


def unchanged(text: str) -> Mapped:
    """A text as its own reading."""
    return Mapped(text, range(len(text)), range(1, len(text) + 1))
