"""What goes wrong in Tantivy's own code, as the contract's exception."""

from collections.abc import Iterator
from contextlib import contextmanager

from search.backends.base import EngineUnavailable

PANIC = "PanicException"  # of PyO3: derived from BaseException, and impossible to import


@contextmanager
def guarded(doing: str) -> Iterator[None]:
    """Turn Tantivy's errors into the contract's; also a panic, which a damaged file causes.

    Raises:
        EngineUnavailable: Tantivy cannot do it; the message says what it was ``doing``.
    """
    try:
        yield
    except (ValueError, OSError) as error:
        raise EngineUnavailable(f"Tantivy cannot {doing}: {error}") from error
    except BaseException as error:
        if type(error).__name__ == PANIC:
            raise EngineUnavailable(f"Tantivy cannot {doing}: its index is damaged.") from None
        raise
