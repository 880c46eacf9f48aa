"""Merge, split, deprecate, restore and delete in the admin: a form that leads to a proposal of the change."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from wagtail.admin.widgets.button import Button
from wagtail.snippets.widgets import AdminSnippetChooser

from content import vocabulary_rules
from content.admin.changes import MAY
from content.models import Concept
from content.steering.changes import propose


class ConceptForm(forms.Form):
    """A form about one concept; what the change itself would refuse is an error of the form."""

    def __init__(self, concept: Concept, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.concept = concept

    def others(self) -> Any:
        """The other concepts in use."""
        return Concept.objects.in_use().exclude(pk=self.concept.pk)


class MergeForm(ConceptForm):
    """With which concept."""

    target = forms.ModelChoiceField(
        label="Samenvoegen met",
        queryset=Concept.objects.none(),
        widget=AdminSnippetChooser(Concept),
        help_text="Dit begrip blijft. Het krijgt alle woorden, besluiten en pagina's van het andere erbij.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["target"].queryset = self.others()

    def clean_target(self) -> Concept:
        """The target, if the two can be merged."""
        target: Concept = self.cleaned_data["target"]
        vocabulary_rules.check_merge(self.concept, target)
        return target


class DeprecateForm(ConceptForm):
    """Which concept comes in its place."""

    successor = forms.ModelChoiceField(
        label="Opvolger",
        queryset=Concept.objects.none(),
        required=False,
        widget=AdminSnippetChooser(Concept),
        help_text="Naar dit begrip verwijst de oude pagina. U mag dit leeg laten.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["successor"].queryset = self.others()

    def clean_successor(self) -> Concept | None:
        """The successor, if it will do."""
        successor: Concept | None = self.cleaned_data["successor"]
        vocabulary_rules.check_deprecate(self.concept, successor)
        return successor


class SplitForm(ConceptForm):
    """The name of the new concept and the words that go along."""

    pref_label = forms.CharField(label="Naam van het nieuwe begrip", max_length=vocabulary_rules.LABEL_LENGTH)
    labels = forms.MultipleChoiceField(
        label="Woorden die meegaan", widget=forms.CheckboxSelectMultiple, choices=()
    )
    below = forms.TypedChoiceField(
        label="Plaats",
        choices=[("", "naast dit begrip"), ("1", "onder dit begrip")],
        coerce=bool,
        empty_value=False,
        required=False,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        texts = self.concept.label_set.values_list("text", flat=True)
        self.fields["labels"].choices = [(text, text) for text in texts]

    def clean(self) -> dict[str, Any]:
        """The choices, if the split can be made."""
        data: dict[str, Any] = super().clean() or {}
        if {"pref_label", "labels"} <= data.keys():
            vocabulary_rules.check_split(self.concept, data["pref_label"], set(data["labels"]))
        return data


class RestoreForm(ConceptForm):
    """Nothing to choose."""

    def clean(self) -> dict[str, Any]:
        """Refuse what cannot be restored."""
        vocabulary_rules.check_restore(self.concept)
        return super().clean() or {}


class DeleteForm(ConceptForm):
    """Nothing to choose."""

    def clean(self) -> dict[str, Any]:
        """Refuse what cannot be deleted."""
        vocabulary_rules.check_delete(self.concept)
        return super().clean() or {}


@dataclass(frozen=True)
class Operation:
    """A change: its name and words in the admin, its form, how it is called in a list, and what it needs to be made."""

    title: str
    explanation: str
    icon: str
    form: type[ConceptForm]
    named: Callable[[Concept, dict[str, Any]], str]
    payload: Callable[[dict[str, Any]], dict[str, Any]]


OPERATIONS = {
    "samenvoegen": Operation(
        "Samenvoegen",
        "Dit begrip gaat op in een ander begrip. Alle woorden, labels en besluiten verhuizen mee. "
        "Het oude adres leidt voortaan naar het andere begrip.",
        "resubmit",
        MergeForm,
        lambda concept, data: f"{concept} samenvoegen met {data['target']}",
        lambda data: {"target": data["target"].pk},
    ),
    "splitsen": Operation(
        "Splitsen",
        "Een deel van de woorden wordt een nieuw begrip. Besluiten van redacteuren blijven bij dit begrip.",
        "cut",
        SplitForm,
        lambda concept, data: f"{concept} splitsen: {data['pref_label']} apart",
        lambda data: {
            **{name: data[name] for name in ("pref_label", "labels")},
            "below": bool(data["below"]),
        },
    ),
    "vervallen": Operation(
        "Laten vervallen",
        "Dit begrip krijgt geen nieuwe pagina's meer. Het adres blijft bestaan en verwijst naar de opvolger. "
        "Besluiten van redacteuren blijven staan.",
        "cross",
        DeprecateForm,
        lambda concept, data: f"{concept} laten vervallen",
        lambda data: {"successor": data["successor"].pk if data["successor"] else None},
    ),
    "herstellen": Operation(
        "Weer in gebruik nemen",
        "Dit begrip krijgt weer pagina's.",
        "rotate",
        RestoreForm,
        lambda concept, data: f"{concept} weer in gebruik nemen",
        lambda data: {},
    ),
    "verwijderen": Operation(
        "Verwijderen",
        "Dit begrip verdwijnt, met zijn woorden, zijn labels en wat redacteuren erover besloten. Zijn vaste adres werkt dan "
        "niet meer. Doe dit alleen met een vergissing; laat een begrip anders vervallen. U kunt het later terugdraaien.",
        "bin",
        DeleteForm,
        lambda concept, data: f"{concept} verwijderen",
        lambda data: {},
    ),
}
IN_USE, ENDED = ("samenvoegen", "splitsen", "vervallen"), ("herstellen",)


def before_delete(request: HttpRequest, concepts: Iterable[Any]) -> HttpResponse | None:
    """Wagtail's own way to delete a concept leads to the proposal; many at once go one by one."""
    rows = [row for row in concepts if isinstance(row, Concept)]
    if len(rows) > 1:
        messages.warning(
            request, "Verwijder begrippen één voor één: u ziet dan eerst wat er met pagina's gebeurt."
        )
        return redirect("wagtailsnippets_content_concept:list")
    return redirect("concept-change", rows[0].pk, "verwijderen") if rows else None


def buttons(concept: Concept, user: Any) -> list[Button]:
    """The changes that a user may make to a concept as it is now."""
    if not user.has_perm(MAY) or concept.merged:
        return []
    names = ENDED if concept.deprecated else IN_USE
    return [
        Button(
            OPERATIONS[name].title,
            url=reverse("concept-change", args=[concept.pk, name]),
            icon_name=OPERATIONS[name].icon,
            priority=50 + number,
        )
        for number, name in enumerate(names)
    ]


@never_cache
def change(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """A change of a concept: the form, and then the proposal, which shows what it does before it is made."""
    if not request.user.has_perm(MAY):
        raise PermissionDenied
    operation = OPERATIONS.get(name)
    if operation is None:
        raise Http404
    concept = get_object_or_404(Concept.objects.select_related("scheme", "replaced_by"), pk=pk)
    form = operation.form(concept, request.POST if request.method == "POST" else None)
    if form.is_valid():
        payload, title = operation.payload(form.cleaned_data), operation.named(concept, form.cleaned_data)
        try:
            return redirect("vocabulary-change", propose(name, concept, title, payload, request.user).pk)
        except ValidationError as error:
            form.add_error(None, error)
    context = {"concept": concept, "operation": operation, "form": form, "media": form.media}
    return render(request, "contentadmin/concept_change.html", context)
