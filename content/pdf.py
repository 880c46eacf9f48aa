"""A factsheet as a tagged PDF, set by typst. Texts go in as data, never as markup."""

import json
from functools import lru_cache
from pathlib import Path

import typst
from django.conf import settings

from content.citations import reference_text
from content.models import FactsheetPage
from content.text import plain

TEMPLATE = Path(__file__).parent / "templates" / "content" / "factsheet.typ"
STANDARD = "ua-1"


def factsheet_pdf(page: FactsheetPage) -> bytes:
    """The factsheet as PDF/UA-1."""
    data = {
        "title": page.title,
        "summary": page.summary,
        "messages": [str(block.value) for block in page.key_messages],
        "figures": [
            {
                "value": figure.value,
                "label": figure.label,
                "year": str(figure.year or ""),
                "source": str(figure.source or ""),
            }
            for figure in page.figure_list()
        ],
        "body": [{"kind": block.block_type, "text": _text(block.value)} for block in page.body],
        "sources": [reference_text(source.publication) for source in page.source_list()],
        "address": f"{settings.BASE_URL}{page.get_url()}",
        "centre": settings.WAGTAIL_SITE_NAME,
        "date": page.last_published_at.date().isoformat() if page.last_published_at else "",
    }
    return _compiled(json.dumps(data, ensure_ascii=False))


def _text(value: object) -> str:
    return plain(str(getattr(value, "source", value)))


@lru_cache(maxsize=50)
def _compiled(data: str) -> bytes:
    made = typst.compile(str(TEMPLATE), format="pdf", sys_inputs={"data": data}, pdf_standards=[STANDARD])
    return bytes(made)
