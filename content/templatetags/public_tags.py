"""Template helpers of public pages: lasting addresses, structured data and what readers said."""

from django import template
from django.db.models import Sum
from django.utils.safestring import SafeString, mark_safe
from wagtail.models import Page

from content import addresses, browse
from content.models import ContentPage, SameQuestionDay
from content.structured import as_json_ld, structured

register = template.Library()

FEW = 3  # readers with the same question, below which their number says nothing


@register.filter
def full_address(page: Page) -> str:
    """The page's full address as it is now."""
    return addresses.page_url(page)


@register.filter
def lasting_address(page: Page) -> str:
    """The page's full address that never changes."""
    return addresses.short_url(page)


@register.filter
def code(page: Page) -> str:
    """The page's short code."""
    return addresses.code_of(page.pk)


@register.simple_tag
def structured_data(page: ContentPage) -> SafeString:
    """The page's JSON-LD, or nothing. Safe: no sign that can end a script element is left in it."""
    data = structured(page)
    if data is None:
        return SafeString("")
    return mark_safe(f'<script type="application/ld+json">{as_json_ld(data)}</script>')  # noqa: S308


@register.filter
def others_with_this_question(page: ContentPage) -> int:
    """How many readers said that they have this question too; 0 while they are few."""
    total = SameQuestionDay.objects.filter(page=page).aggregate(total=Sum("count"))["total"] or 0
    return total if total >= FEW else 0


@register.filter
def with_evidence(pages: list[Page]) -> list[browse.Card]:
    """Those of a page's related pages that have a level of evidence, the strongest first."""
    found = [card for card in browse.cards(pages) if card.evidence]
    return sorted(found, key=lambda card: -card.evidence_step)
