"""A case pack as one tagged PDF, set by typst. Texts go in as data, never as markup."""

import datetime
import json
from functools import lru_cache
from pathlib import Path

import typst
from django.conf import settings
from django.utils.formats import date_format

from content.casepack.texts import sheet
from content.models import ContentPage
from content.pdf import STANDARD

TEMPLATE = Path(__file__).parent.parent / "templates" / "casepack" / "casepack.typ"
TITLE = "Map voor het overleg"
MAX_CHARACTERS = 400_000  # of text in a pack: some hundred sheets of paper
KEPT = 10  # packs that a process remembers, for who opens one twice


class PackTooLarge(Exception):
    """There is more text in the pack than one PDF should hold."""


def pack_pdf(pages: list[ContentPage], day: datetime.date) -> bytes:
    """The pages as one PDF/UA-1, in their order, with contents, evidence, sources and lasting addresses.

    Args:
        pages: live, public pages.
        day: on which the pack is made, for its first page.

    Raises:
        PackTooLarge: over ``MAX_CHARACTERS``.
    """
    data = {
        "title": TITLE,
        "centre": settings.WAGTAIL_SITE_NAME,
        "address": settings.BASE_URL,
        "day": date_format(day, "j F Y"),
        "date": [day.year, day.month, day.day],
        "sheets": [sheet(page).as_data() for page in pages],
    }
    text = json.dumps(data, ensure_ascii=False)
    if len(text) > MAX_CHARACTERS:
        raise PackTooLarge
    return _compiled(text)


@lru_cache(maxsize=KEPT)
def _compiled(data: str) -> bytes:
    made = typst.compile(str(TEMPLATE), format="pdf", sys_inputs={"data": data}, pdf_standards=[STANDARD])
    return bytes(made)
