"""The form behind Wagtail's page editor for content pages: the page's own fields, and decisions about its tags."""

from typing import Any

from django import forms
from django.db.models import Q

from content.forms.screened_page import ScreenedPageForm
from content.text import folded

SCHEMES = ("domein", "thema")
AUTOMATIC = "auto"


def field_name(concept_id: int) -> str:
    """The name of the form field of a concept."""
    return f"tag-{concept_id}"


def _about(decision: Any) -> int:
    """The concept that a decision is about: the successor where its own was merged since the draft was made."""
    concept = decision.concept
    return concept.replaced_by_id if concept.merged else concept.pk


def _decided(page: Any) -> dict[int, str]:
    """Concept → decision; one about the concept itself goes before one about a concept that was merged into it."""
    decisions = sorted(page.tag_decisions.all(), key=lambda d: not d.concept.merged)
    return {_about(decision): decision.decision for decision in decisions}


class ContentPageForm(ScreenedPageForm):
    """The page form with a choice per domain and theme.

    Decisions are saved with the page, so they are part of its revision: they go through moderation, stand in its
    history and take effect when it is published.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        from content.models import Concept, Decision

        choices = [(AUTOMATIC, "automatisch"), *Decision.choices]
        decided = _decided(self.instance)
        offered = Q(deprecated=False) | Q(pk__in=list(decided))
        self.concepts = list(
            Concept.objects.filter(offered, scheme__slug__in=SCHEMES, broader=None)
            .select_related("scheme")
            .order_by("scheme__slug", "order")
        )
        for concept in self.concepts:
            self.fields[field_name(concept.pk)] = forms.ChoiceField(
                label=concept.pref_label,
                choices=choices,
                initial=decided.get(concept.pk, AUTOMATIC),
                required=False,
                widget=forms.RadioSelect,
            )

    def clean_searched_as(self) -> str:
        """The searches, each on a line of its own and once."""
        return "\n".join(dict.fromkeys(folded(self.cleaned_data["searched_as"].splitlines())))

    @property
    def tag_names(self) -> list[str]:
        """The names of the fields of the choices about tags."""
        return [field_name(concept.pk) for concept in self.concepts]

    def tag_rows(self) -> list[dict[str, Any]]:
        """A row per concept: the concept, its tag of the last round (or None), its field, and whether it is decided."""
        tags = {}
        if self.instance.pk:
            tags = {tag.concept_id: tag for tag in self.instance.tags.select_related("concept__scheme")}
        words = self._words()
        rows = [
            {
                "concept": concept,
                "words": " ".join(words[concept.pk]),
                "tag": tags.get(concept.pk),
                "field": self[field_name(concept.pk)],
                "decided": self[field_name(concept.pk)].value() not in (AUTOMATIC, None, ""),
            }
            for concept in self.concepts
        ]
        return sorted(rows, key=lambda row: -(row["tag"].score if row["tag"] else 0))

    def _words(self) -> dict[int, list[str]]:
        """What each concept is also found by in the panel: all labels of its own and of what is narrower."""
        from content import vocabulary

        words = vocabulary.current()
        pks = {(concept.scheme.slug, concept.slug): concept.pk for concept in self.concepts}
        found: dict[int, list[str]] = {pk: [] for pk in pks.values()}
        for concept in words.concepts:
            top = pks.get((concept.scheme, words.top_of(concept.scheme, concept.slug)))
            if top is not None:
                found[top] += [label.text for label in concept.labels]
        return found

    def save(self, commit: bool = True) -> Any:
        """Save the page with the decisions; a form without the panel (a bulk action) leaves them as they are."""
        from content.models import TagDecision

        if any(field_name(concept.pk) in self.data for concept in self.concepts):
            offered = {concept.pk for concept in self.concepts}
            kept = [d for d in self.instance.tag_decisions.all() if _about(d) not in offered]
            chosen = [
                TagDecision(concept=concept, decision=decision)
                for concept in self.concepts
                if (decision := self.cleaned_data.get(field_name(concept.pk)) or AUTOMATIC) != AUTOMATIC
            ]
            self.instance.tag_decisions = [*kept, *chosen]
        return super().save(commit=commit)
