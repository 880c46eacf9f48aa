"""Addresses for people elsewhere: full ones, and a short one that outlives every move of a page."""

from django.conf import settings
from django.urls import reverse
from wagtail.models import Page

from content.models.questions import REFERENCE_ALPHABET as ALPHABET

CHECK = (
    23  # a prime: a code with one wrong letter, or two that changed places, is nearly always no code at all
)
MAX_LENGTH = 12


def absolute(path: str) -> str:
    """A path on this site as a full address. Never from the request: its Host header is the visitor's to choose."""
    return f"{settings.BASE_URL}{path}"


def page_url(page: Page) -> str:
    """The full address of a page as it is now."""
    return absolute(page.get_url() or "/")


def short_url(page: Page) -> str:
    """The full address of a page that stays the same when it moves or gets another name, short enough to type."""
    return absolute(short_path(page))


def short_path(page: Page) -> str:
    """The lasting path of a page on this site."""
    return reverse("short", args=[code_of(page.pk)])


def code_of(page_id: int) -> str:
    """A page's id as letters without vowels or look-alikes, and a last one that checks the others."""
    digits, rest = "", page_id
    while rest:
        rest, digit = divmod(rest, len(ALPHABET))
        digits = ALPHABET[digit] + digits
    return digits + ALPHABET[page_id % CHECK]


def page_id_of(code: str) -> int | None:
    """The id of the page that a code stands for, upper or lower case; None where it is no code."""
    letters = code.upper()
    if not 2 <= len(letters) <= MAX_LENGTH or not set(letters) <= set(ALPHABET):
        return None
    number = 0
    for letter in letters[:-1]:
        number = number * len(ALPHABET) + ALPHABET.index(letter)
    return number if code_of(number) == letters else None
