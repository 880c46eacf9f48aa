"""The vocabulary in the admin."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.text import slugify
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets.button import Button
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import (
    CreateView,
    EditView,
    IndexView,
    SnippetViewSet,
    SnippetViewSetGroup,
)

from content import usage
from content.admin import concepts, importing
from content.admin.changes import MAY
from content.models import Concept, ConceptScheme, VocabularyChange
from content.steering import changes, operations

Kind = VocabularyChange.Kind
NAME_LENGTH = 100  # of a name that is also an address


class ConceptIndexView(IndexView):
    """The list of concepts, with on how many pages each is found."""

    @property
    def header_more_buttons(self) -> list[Any]:
        """Adds the import of a file."""
        found = list(super().header_more_buttons)
        if self.request.user.has_perm(MAY):
            address = reverse("vocabulary-import")
            found.append(Button(importing.TITLE, url=address, icon_name="upload", priority=60))
        return found

    def get_table(self, object_list: Any) -> Any:
        """Adds ``page_count`` to the concepts shown."""
        rows = list(object_list)
        counts = usage.pages_by_concept(rows)
        for concept in rows:
            concept.page_count = len(counts[concept.pk])
            concept.state = concept.get_state()
        return super().get_table(rows)


class PreviewedMixin:
    """A form whose change is shown first where it changes tags, and saved at once where it does not."""

    def form_valid(self: Any, form: Any) -> Any:
        """Goes on to the proposal, or saves."""
        stored = self.model.objects.filter(pk=form.instance.pk).first()
        payload = operations.edit_payload(form.save(commit=False))
        kind = Kind.EDIT if stored else Kind.ADD
        title = f"{form.instance} {'wijzigen' if stored else 'toevoegen'}"
        try:
            foreseen = changes.foresee(kind, stored, payload, self.request.user)
        except ValidationError as error:
            form.add_error(None, error)
            return self.form_invalid(form)
        if foreseen.words:
            change = changes.propose(kind, stored, title, payload, self.request.user, foreseen)
            return redirect("vocabulary-change", change.pk)
        # A form cannot be saved twice: this one was used to see what it would do.
        self.object = self.get_object() if stored else None
        fresh = self.get_form()
        fresh.is_valid()
        return super().form_valid(fresh)  # type: ignore[misc]


class ConceptCreateView(PreviewedMixin, CreateView):
    """The form of a new concept; ``?woord=`` names it beforehand."""

    def get_initial_form_instance(self) -> Concept | None:
        """A concept with the name of a candidate term."""
        word = self.request.GET.get("woord", "")[:NAME_LENGTH]
        return Concept(pref_label=word, slug=slugify(word)) if word else super().get_initial_form_instance()


class ConceptEditView(PreviewedMixin, EditView):
    """The form of a concept, with the larger changes in its menu."""

    @property
    def header_more_buttons(self) -> list[Any]:
        """Adds merge, split, deprecate and restore."""
        return [*super().header_more_buttons, *concepts.buttons(self.object, self.request.user)]


class ConceptViewSet(SnippetViewSet):
    """Concepts with their labels."""

    model = Concept
    icon = "tag"
    menu_label = "Begrippen"
    index_view_class = ConceptIndexView
    add_view_class = ConceptCreateView
    edit_view_class = ConceptEditView
    list_display = [
        "pref_label",
        "scheme",
        "broader",
        Column("page_count", label="Pagina's"),
        Column("state", label="Stand"),
    ]
    list_filter = ["scheme", "deprecated"]
    list_per_page = 50
    panels = [
        FieldPanel("pref_label"),
        FieldPanel("scheme"),
        FieldPanel("slug"),
        FieldPanel("definition"),
        FieldPanel("scope_note"),
        InlinePanel("label_set", label="woord", heading="Andere woorden"),
        MultiFieldPanel(
            [FieldPanel("broader"), FieldPanel("related"), FieldPanel("pref_context"), FieldPanel("order")],
            heading="Plaats in de woordenlijst",
        ),
        MultiFieldPanel(
            [
                FieldPanel("exact_match"),
                FieldPanel("close_match"),
                FieldPanel("origin", read_only=True),
                FieldPanel("deprecated", read_only=True),
                FieldPanel("replaced_by", read_only=True),
            ],
            heading="Koppelingen en stand",
        ),
    ]

    def get_queryset(self, request: object) -> QuerySet[Concept]:
        """Concepts with what the list shows of them."""
        return Concept.objects.select_related("scheme", "broader", "replaced_by")


class SchemeViewSet(SnippetViewSet):
    """Concept schemes."""

    model = ConceptScheme
    icon = "list-ul"
    menu_label = "Begrippenlijsten"
    list_display = ["title", "slug"]
    panels = [FieldPanel("title"), FieldPanel("slug"), FieldPanel("description")]


class VocabularyGroup(SnippetViewSetGroup):
    """The menu item *Woordenlijst*."""

    items = (ConceptViewSet, SchemeViewSet)
    menu_label = "Woordenlijst"
    menu_icon = "tag"
    menu_order = 300


def register() -> None:
    """Put the vocabulary in the admin."""
    register_snippet(VocabularyGroup)
