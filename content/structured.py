"""Structured data of a page for search engines, in the terms of schema.org, as JSON-LD."""

import json
from typing import Any

from django.conf import settings

from content.addresses import page_url
from content.models import AnswerPage, ArticlePage, ContentPage, ElementPage, FactsheetPage

CONTEXT = "https://schema.org"
ARTICLES = (ArticlePage, ElementPage, FactsheetPage)
# A script element ends at its first "</script", whatever stands around it; JSON has other ways to write these signs.
ESCAPED = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def structured(page: ContentPage) -> dict[str, Any] | None:
    """What a page is: an answer is a QAPage, what was written as an article an Article; None for other pages."""
    if isinstance(page, AnswerPage):
        return {"@context": CONTEXT, "@type": "QAPage", "mainEntity": _question(page)}
    if isinstance(page, ARTICLES):
        return {"@context": CONTEXT, "@type": "Article", "headline": page.title, **_about(page)}
    return None


def as_json_ld(data: dict[str, Any]) -> str:
    """The data as text that may stand inside a script element."""
    return json.dumps(data, ensure_ascii=False).translate(ESCAPED)


def _question(page: AnswerPage) -> dict[str, Any]:
    texts = {field.name: field.text for field in page.text_fields()}
    answer = "\n".join(filter(None, (texts.get("key"), texts.get("body"))))
    asked = {"@type": "Question", "name": page.title, "text": page.title, "answerCount": int(bool(answer))}
    if answer:
        asked["acceptedAnswer"] = {"@type": "Answer", "text": answer, **_about(page)}
    return {**asked, **_about(page)}


def _about(page: ContentPage) -> dict[str, Any]:
    organisation = {"@type": "Organization", "name": settings.WAGTAIL_SITE_NAME, "url": settings.BASE_URL}
    first, last = page.first_date(), page.last_published_at
    return {
        "url": page_url(page),
        "inLanguage": "nl",
        "author": organisation,
        **({"datePublished": first.isoformat()} if first else {}),
        **({"dateModified": last.isoformat()} if last else {}),
    }
