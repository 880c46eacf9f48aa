"""First names, surnames and places: the lists of *deduce* (Menger et al., 2018), read without loading its annotators."""

import importlib.util
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

_FOLDER = Path("data", "lookup", "src")


@dataclass(frozen=True, slots=True)
class NameLists:
    """All in lower case. ``with_interfix``: surnames that follow *van*, *de* and the like."""

    first: frozenset[str]
    surnames: frozenset[str]
    with_interfix: frozenset[str]
    interfixes: frozenset[str]
    places: frozenset[str]


@lru_cache(maxsize=1)
def name_lists() -> NameLists:
    """The lists, read once.

    Raises:
        RuntimeError: when deduce is not installed; asking without the screen would be unsafe.
    """
    spec = importlib.util.find_spec("deduce")
    if spec is None or not spec.submodule_search_locations:
        raise RuntimeError("The personal-data screen needs the package deduce for its name lists.")
    folder = Path(spec.submodule_search_locations[0]) / _FOLDER
    names, placenames = folder / "names", folder / "locations" / "lst_placename"
    return NameLists(
        first=_items(names / "lst_first_name"),
        surnames=_items(names / "lst_surname"),
        with_interfix=_items(names / "lst_interfix_surname"),
        interfixes=_items(names / "lst_interfix"),
        places=frozenset().union(
            *(
                _items(placenames / f"lst_{kind}")
                for kind in ("residence", "municipality", "region", "province")
            )
        ),
    )


def _items(folder: Path) -> frozenset[str]:
    """The lines of a list, without those it makes an exception of."""
    lines = _lines(folder / "items.txt")
    exceptions = folder / "exceptions.txt"
    return frozenset(lines - _lines(exceptions)) if exceptions.exists() else frozenset(lines)


def _lines(path: Path) -> set[str]:
    return {line.strip().lower() for line in path.read_text(encoding="utf-8").splitlines() if line.strip()}
