"""The numbers of ``tunables.py`` as they hold for the search at hand: with what editors put live, or only try out.

Ranking reads them as ``tunables.SYNONYM_WEIGHT``, as it would from the module itself.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any

from search import tunables as shipped

__all__ = ["editable", "tunables", "using"]

_changed: ContextVar[Mapping[str, float] | None] = ContextVar("changed_weights", default=None)


class _Tunables:
    def __getattr__(self, name: str) -> Any:
        changed = _changed.get() or {}
        return changed[name] if name in changed else getattr(shipped, name)


if TYPE_CHECKING:
    from search import tunables
else:
    tunables = _Tunables()


@contextmanager
def using(changed: Mapping[str, float]) -> Iterator[None]:
    """Let every search in the block, in this thread, rank with these numbers in place of the shipped ones.

    Raises:
        AttributeError: there is no such number.
    """
    for name in changed:
        getattr(shipped, name)
    token = _changed.set(changed)
    try:
        yield
    finally:
        _changed.reset(token)


def editable(name: str) -> bool:
    """Whether editors may change this number: a plain one, of ``tunables``."""
    return isinstance(getattr(shipped, name, None), (int, float)) and name.isupper()
