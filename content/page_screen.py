"""The personal-data screen over pages: what stands in a page's texts, and a guard on every road to publishing.

Identifiers never get published, whoever or whatever publishes. Names and dates of birth ask a person: an editor says that
they may stand there, and the page remembers of which words (as a digest) that was said.
"""

import json
import logging
import re
from collections.abc import Iterable, Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.signals import pre_save
from django.utils import timezone
from django.utils.crypto import salted_hmac
from modelcluster.models import get_all_child_relations
from wagtail.blocks import StreamValue
from wagtail.fields import RichTextField, StreamField
from wagtail.log_actions import log
from wagtail.models import Page, PageLogEntry, Revision, TaskState

from content.questions.personal import Detail, Screened
from content.screening import screen_text
from content.text import plain, stream_text

logger = logging.getLogger(__name__)

APP = "content"
PAGE_FIELDS = ("title", "seo_title", "search_description")
# Whose names and numbers belong there: authors and references of the literature, and who keeps the page.
SKIPPED = frozenset(
    [
        "authors",
        "container_title",
        "publisher",
        "volume",
        "issue",
        "pages",
        "number",
        "article_number",
        "doi",
        "isbn",
        "source_url",
        "language",
        "editor",
        "source_digest",
    ]
)
ADDRESS_LINK = re.compile(r'href=\\?"(?:mailto|tel):([^"\\?]+)')
DIGEST_SALT = "pagina-geen-gezin"
DIGEST_LENGTH = 16
HELD_BACK = "content.held_back"  # in a page's history


REMEDY = "Haal dit weg of schrijf het in algemene woorden, en publiceer de pagina dan opnieuw."
NAMES_REMEDY = (
    " Is het geen naam of geboortedatum van iemand uit een gezin? Zeg dat dan bovenaan het bewerkscherm."
)


class PersonalDataFound(ValidationError):
    """A page that may not be published as it is. The message names fields and kinds, never the words."""

    def __init__(self, page: Page, details: Iterable[Detail]) -> None:
        self.page_id, details = page.pk, list(details)
        ask = any(not detail.stops for detail in details)
        found = sorted({f"{field_label(page, detail.field)}: {detail.name}" for detail in details})
        super().__init__(
            f"‘{page.get_admin_display_title()}’ is niet gepubliceerd, want er lijken persoonsgegevens in te staan. "
            f"{'; '.join(found)}. {REMEDY}{NAMES_REMEDY if ask else ''}"
        )


def connect() -> None:
    """Stand on the roads to publishing: going live, being scheduled, and approval."""
    pre_save.connect(_before_save, dispatch_uid="page-screen-live")
    pre_save.connect(_before_schedule, sender=Revision, dispatch_uid="page-screen-schedule")
    pre_save.connect(_before_approval, dispatch_uid="page-screen-approval")


def screen_page(page: Page, children: dict[str, str] | None = None) -> Screened:
    """What the screen finds in the texts of a page that readers will see.

    Args:
        page: a specific page.
        children: texts of its sources, figures and the like by the name of their relation, where they are not in the
            page yet (a form that is not saved).
    """
    return screen_texts(_own_texts(page) | (_child_texts(page) if children is None else children))


def screen_texts(texts: dict[str, str]) -> Screened:
    """What the screen finds in texts by field."""
    return Screened(texts, {name: screen_text(text).findings for name, text in texts.items() if text})


def digest(detail: Detail) -> str:
    """What a page remembers of a word that may stand in it; it cannot be read back."""
    return salted_hmac(DIGEST_SALT, detail.text.casefold(), algorithm="sha256").hexdigest()[:DIGEST_LENGTH]


def signature(details: Iterable[Detail]) -> str:
    """Stands for a set of words in a form, without telling them."""
    words = "\n".join(sorted({digest(detail) for detail in details}))
    return salted_hmac(DIGEST_SALT, words, algorithm="sha256").hexdigest()


def unconfirmed(page: Page, screened: Screened) -> list[Detail]:
    """The names and dates of birth about which no editor said that they may stand in the page."""
    said = set(getattr(page, "names_confirmed", ()))
    return [detail for detail in screened.warnings if digest(detail) not in said]


def check_person(page: Page) -> None:
    """Refuse what a person may not publish without looking.

    Raises:
        PersonalDataFound: identifiers, or names that nobody said anything about.
    """
    screened = screen_page(page)
    details = screened.stopping + (unconfirmed(page, screened) if hasattr(page, "names_confirmed") else [])
    if details:
        raise PersonalDataFound(page, details)


def check_anybody(page: Page) -> None:
    """Refuse what may never be published.

    Raises:
        PersonalDataFound: identifiers.
    """
    if stopping := screen_page(page).stopping:
        raise PersonalDataFound(page, stopping)


def hold_back_scheduled() -> int:
    """Take pages off the schedule that may not go live (the screen may have learned since), so that others do;
    the page's history and the editors' start page say so.

    Returns:
        How many were held back.
    """
    due = Revision.objects.filter(approved_go_live_at__lt=timezone.now())
    held = 0
    for revision in due:
        page = revision.as_object()
        if isinstance(page, Page) and screen_page(page).stopping:
            logger.warning(
                "Page %s is not published as scheduled: there seem to be personal data in it.", page.pk
            )
            revision.approved_go_live_at = None
            revision.save(update_fields=["approved_go_live_at"])
            log(instance=page, action=HELD_BACK, revision=revision)
            held += 1
    return held


def held_back() -> QuerySet[Page]:
    """The pages that were taken off the schedule, as long as nobody changed or published them since."""
    since = PageLogEntry.objects.filter(action=HELD_BACK, page=OuterRef("pk")).filter(
        Q(timestamp__gt=OuterRef("latest_revision_created_at")),
        Q(timestamp__gt=OuterRef("last_published_at")) | Q(page__last_published_at=None),
    )
    return Page.objects.filter(Exists(since))


def field_label(page: Page, name: str) -> str:
    """What editors call a field of a page."""
    field = page._meta.get_field(name)
    named = field.related_model._meta.verbose_name if field.is_relation else field.verbose_name
    return str(named).capitalize()


def _own_texts(page: Page) -> dict[str, str]:
    return {
        field.name: _text_of(field, getattr(page, field.name))
        for field in page._meta.concrete_fields
        if _is_screened(field) and (field.model._meta.app_label == APP or field.name in PAGE_FIELDS)
    }


def _child_texts(page: Page) -> dict[str, str]:
    return {
        relation.get_accessor_name(): "\n".join(
            text for child in getattr(page, relation.get_accessor_name()).all() for text in _texts_of(child)
        )
        for relation in get_all_child_relations(page.__class__)
        if relation.related_model._meta.app_label == APP
    }


def _texts_of(child: models.Model) -> Iterator[str]:
    for field in child._meta.concrete_fields:
        if _is_screened(field):
            yield _text_of(field, getattr(child, field.name))


def _is_screened(field: Any) -> bool:
    texts = (models.CharField, models.TextField, StreamField)
    return isinstance(field, texts) and not field.choices and field.name not in SKIPPED


def _text_of(field: Any, value: Any) -> str:
    """What a reader sees of a field, without citations, and the addresses behind its links."""
    if isinstance(value, StreamValue):
        raw = json.dumps(value.get_prep_value(), ensure_ascii=False)
        return "\n".join([stream_text(value), *ADDRESS_LINK.findall(raw)])
    text = str(value or "")
    if isinstance(field, RichTextField):
        return "\n".join([plain(text), *ADDRESS_LINK.findall(text)])
    return text


def _before_save(sender: Any, instance: Any, raw: bool, update_fields: Any, **kwargs: Any) -> None:
    if raw or not isinstance(instance, Page) or not instance.live:
        return
    if update_fields is None or {"live", *_own_texts(instance)} & set(update_fields):
        check_anybody(instance)


def _before_schedule(sender: Any, instance: Revision, raw: bool, **kwargs: Any) -> None:
    if not raw and instance.approved_go_live_at:
        page = instance.as_object()
        if isinstance(page, Page):
            check_anybody(page)


def _before_approval(sender: Any, instance: Any, raw: bool, **kwargs: Any) -> None:
    if raw or not isinstance(instance, TaskState) or instance.status != TaskState.STATUS_APPROVED:
        return
    page = instance.revision.as_object() if instance.revision else None
    if isinstance(page, Page):
        check_person(page)
