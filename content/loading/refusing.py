"""What a command that loads files says where it refuses them."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.management.base import CommandError

from content.loading.source import LoadError
from content.page_screen import PersonalDataFound


@contextmanager
def refused_whole() -> Iterator[None]:
    """Name every fault of what is loaded.

    Raises:
        CommandError: a file is not good.
    """
    try:
        yield
    except LoadError as error:
        faults = "\n".join(map(str, error.errors))
        raise CommandError(f"{faults}\nNiets geladen: verbeter dit en probeer het opnieuw.") from error
    except PersonalDataFound as found:
        raise CommandError(f"{' '.join(found.messages)} Niets geladen: haal dit weg.") from None
