"""Werkzame elementen: what works, for whom, how to do it, and how sure we are."""

from typing import Any

from django.db import models
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from content.blocks import SMALL_TEXT_FEATURES, StepBlock
from content.models.base import ContentPage, editor_tabs
from content.panels import ConceptPanel
from content.text import plain, stream_text


def concepts_of(scheme: str, label: str) -> ParentalManyToManyField:
    """A field for any number of concepts of one scheme."""
    return ParentalManyToManyField(
        "content.Concept",
        blank=True,
        related_name="+",
        verbose_name=label,
        limit_choices_to={"scheme__slug": scheme},
    )


def concept_of(scheme: str, label: str, help_text: str = "") -> models.ForeignKey:
    """A field for one concept of one scheme."""
    return models.ForeignKey(
        "content.Concept",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=label,
        help_text=help_text,
        limit_choices_to={"scheme__slug": scheme},
    )


class ElementPage(ContentPage):
    """A *werkzaam element*."""

    type_slug = "element"
    type_label = "Werkzaam element"

    what = RichTextField("wat is het", features=SMALL_TEXT_FEATURES, blank=True)
    for_whom = RichTextField("voor wie", features=SMALL_TEXT_FEATURES, blank=True)
    steps = StreamField([("step", StepBlock())], blank=True, verbose_name="zo doet u dat")
    why = RichTextField("waarom dit werkt", features=SMALL_TEXT_FEATURES, blank=True)
    conditions = RichTextField("voorwaarden", features=SMALL_TEXT_FEATURES, blank=True)
    pitfalls = RichTextField("valkuilen", features=SMALL_TEXT_FEATURES, blank=True)
    bottlenecks = concepts_of("knelpunt", "helpt tegen deze knelpunten")
    phase = concepts_of("fase", "fase")
    intensity = concept_of("intensiteit", "intensiteit")
    setting = concepts_of("setting", "waar")
    evidence = concept_of("bewijskracht", "bewijskracht")
    evidence_reason = models.TextField(
        "waarom deze bewijskracht", blank=True, help_text="Wat is onderzocht, wat is gevonden en wat niet?"
    )

    is_creatable = True
    template = "content/element_page.html"
    preview_modes = Page.DEFAULT_PREVIEW_MODES

    edit_handler = editor_tabs(
        [
            *(FieldPanel(name) for name in ("what", "for_whom", "steps", "why", "conditions", "pitfalls")),
            *ContentPage.body_panels,
        ],
        evidence=[
            MultiFieldPanel(
                [ConceptPanel("evidence"), FieldPanel("evidence_reason")], heading="Hoe zeker is dit"
            )
        ],
        about=[ConceptPanel(name) for name in ("phase", "intensity", "setting", "bottlenecks")],
    )

    class Meta:
        verbose_name = "werkzaam element"
        verbose_name_plural = "werkzame elementen"

    def lead_text(self) -> str:
        """The element's own sections in reading order, with the names of the bottlenecks it answers."""
        parts = [
            plain(self.what),
            plain(self.for_whom),
            stream_text(self.steps),
            plain(self.why),
            plain(self.conditions),
            plain(self.pitfalls),
            "\n".join(c.pref_label for c in self.bottlenecks.all()),
        ]
        return "\n".join(filter(None, parts))

    def facet_values(self) -> dict[str, tuple[str, ...]]:
        """Adds evidence and phase."""
        values = super().facet_values()
        values["phase"] = tuple(c.slug for c in self.phase.all())
        if self.evidence:
            values["evidence"] = (self.evidence.slug,)
        return values

    def evidence_order(self) -> int:
        """Step on the ladder, 1 (weakest) upwards; 0 where none is given."""
        return self.evidence.order if self.evidence else 0

    def facts(self) -> list[tuple[str, list[str]]]:
        """What stands beside the text in short: heading and names of concepts; headings without any are left out."""
        named = [
            ("Voor wie", self.audience.all()),
            ("Fase", self.phase.all()),
            ("Intensiteit", [self.intensity] if self.intensity else []),
            ("Waar", self.setting.all()),
            ("Helpt tegen", self.bottlenecks.all()),
        ]
        facts = [(heading, [concept.pref_label for concept in concepts]) for heading, concepts in named]
        return [(heading, names) for heading, names in facts if names]

    def sections(self) -> list[dict[str, Any]]:
        """The sections after the steps that have text: id, heading and rich text."""
        named = [
            ("waarom", "Waarom dit werkt", self.why),
            ("voorwaarden", "Voorwaarden", self.conditions),
            ("valkuilen", "Valkuilen", self.pitfalls),
        ]
        return [{"id": id_, "heading": heading, "text": text} for id_, heading, text in named if text]
