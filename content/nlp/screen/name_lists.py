"""First names, surnames and places: the lists of *deduce* (Menger et al., 2018), read without loading its annotators."""

import importlib.util
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from content.nlp.data.more_names import MORE_FIRST_NAMES, MORE_INTERFIXES, MORE_SURNAMES
from content.nlp.tokens import fold

_FOLDER = Path("data", "lookup", "src")


@dataclass(frozen=True, slots=True)
class NameLists:
    """All in lower case. ``with_interfix``: surnames that follow *van*, *de* and the like."""

    first: frozenset[str]
    surnames: frozenset[str]
    with_interfix: frozenset[str]
    interfixes: frozenset[str]
    places: frozenset[str]

    def is_first(self, lower: str) -> bool:
        """Whether a word in lower case is a first name, accents or not."""
        return lower in self.first or fold(lower) in self.first

    def is_surname(self, lower: str) -> bool:
        """Whether a word in lower case is a surname, accents or not."""
        return lower in self.surnames or fold(lower) in self.surnames


@lru_cache(maxsize=1)
def name_lists() -> NameLists:
    """The lists, read once, with the names of ``more_names`` that *deduce* lacks.

    Raises:
        RuntimeError: when deduce is not installed; asking without the screen would be unsafe.
    """
    return NameLists(
        first=_with_plain(list_of("names", "lst_first_name") | MORE_FIRST_NAMES),
        surnames=_with_plain(list_of("names", "lst_surname") | MORE_SURNAMES),
        with_interfix=list_of("names", "lst_interfix_surname"),
        interfixes=list_of("names", "lst_interfix") | MORE_INTERFIXES,
        places=frozenset().union(
            *(
                list_of("locations", "lst_placename", f"lst_{kind}")
                for kind in ("residence", "municipality", "region", "province")
            )
        ),
    )


def _with_plain(known: frozenset[str]) -> frozenset[str]:
    """With the names as they are typed without accents: *Çelik*, *Celik*."""
    return known | {fold(name) for name in known if not name.isascii()}


def list_of(*path: str) -> frozenset[str]:
    """The lines of a list of *deduce*, in lower case, without those it makes an exception of.

    Raises:
        RuntimeError: when deduce is not installed.
    """
    spec = importlib.util.find_spec("deduce")
    if spec is None or not spec.submodule_search_locations:
        raise RuntimeError("The personal-data screen needs the package deduce for its lists of names.")
    folder = Path(spec.submodule_search_locations[0], _FOLDER, *path)
    lines = _lines(folder / "items.txt")
    exceptions = folder / "exceptions.txt"
    return frozenset(lines - _lines(exceptions)) if exceptions.exists() else frozenset(lines)


def _lines(path: Path) -> set[str]:
    return {line.strip().lower() for line in path.read_text(encoding="utf-8").splitlines() if line.strip()}
