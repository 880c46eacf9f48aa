"""The steps a handler takes, as data: words, form, and what is done. ``content.handling.steps`` says who may, and when."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from content.admin.questions import forms
from content.handling import answers, closing, experts
from content.handling.steps import take
from content.models import Question, QuestionNote

EDIT_PAGE = "wagtailadmin_pages:edit"


@dataclass(frozen=True)
class Operation:
    """A step in the admin. ``run`` may return the address to go on at; else that is the question."""

    step: str
    title: str
    explanation: str
    button: str
    done: str
    form: type[forms.StepForm]
    run: Callable[[Question, dict[str, Any], Any], str | None]
    template: str = "contentadmin/question_step.html"


def _assign(question: Question, data: dict[str, Any], user: Any) -> None:
    take(question, "assign", by=user, detail=str(data["to"]), assigned_to=data["to"])


def _release(question: Question, data: dict[str, Any], user: Any) -> None:
    take(question, "release", by=user, assigned_to=None)


def _note(question: Question, data: dict[str, Any], user: Any) -> None:
    take(question, "note", by=user)
    QuestionNote.objects.create(question=question, by=user, text=data["text"])


def _word(question: Question, data: dict[str, Any], user: Any) -> None:
    answers.set_wording(question, user, data["wording"], data["wording_context"])


def _draft(question: Question, data: dict[str, Any], user: Any) -> str:
    page = answers.make(
        question,
        user,
        wording=(data["wording"], data["wording_context"]),
        sources=data["sources"],
        related=data["related"],
    )
    return reverse(EDIT_PAGE, args=[page.pk])


def _link(question: Question, data: dict[str, Any], user: Any) -> None:
    answers.link(question, user, data["page"])


def _invite(question: Question, data: dict[str, Any], user: Any) -> None:
    experts.invite(question, user, data["email"], data["name"], data["role"], int(data["days"]))


def _take_over(question: Question, data: dict[str, Any], user: Any) -> str:
    return reverse(EDIT_PAGE, args=[experts.take_over(data["invitation"], user).pk])


OPERATIONS = {
    "toewijzen": Operation(
        "assign",
        "Toewijzen",
        "Wie de vraag krijgt, ziet haar en schrijft het antwoord of vraagt een deskundige.",
        "Wijs toe",
        "De vraag is toegewezen.",
        forms.AssignForm,
        _assign,
    ),
    "vrijgeven": Operation(
        "release",
        "Aan niemand meer toewijzen",
        "De vraag is daarna van niemand. Wie alle vragen behandelt blijft haar zien.",
        "Geef vrij",
        "De vraag is aan niemand meer toegewezen.",
        forms.StepForm,
        _release,
    ),
    "notitie": Operation(
        "note",
        "Notitie",
        "Voor de andere behandelaars.",
        "Bewaar notitie",
        "De notitie is bewaard.",
        forms.NoteForm,
        _note,
    ),
    "verwoorden": Operation(
        "word",
        "In algemene woorden zetten",
        "Wij vervingen wat op een naam of nummer lijkt. Lees de tekst na: kan iemand het gezin herkennen?",
        "Bewaar deze woorden",
        "De vraag staat in algemene woorden.",
        forms.WordForm,
        _word,
        "contentadmin/question_wording.html",
    ),
    "antwoord": Operation(
        "draft",
        "Antwoord maken",
        "U maakt een conceptpagina met deze woorden. Lees ze na: kan iemand het gezin herkennen?",
        "Maak de antwoordpagina",
        "De antwoordpagina is gemaakt. Schrijf hier het antwoord.",
        forms.DraftForm,
        _draft,
        "contentadmin/question_wording.html",
    ),
    "koppelen": Operation(
        "draft",
        "Antwoorden met een pagina die er al is",
        "Kies een pagina bij Vragen en antwoorden. Staat zij op de site, dan krijgt de vragensteller meteen bericht.",
        "Koppel deze pagina",
        "De vraag is gekoppeld.",
        forms.LinkForm,
        _link,
    ),
    "deskundige": Operation(
        "invite",
        "Deskundige vragen",
        "De deskundige krijgt een link per mail en leest alleen de vraag in algemene woorden. Een account is niet nodig.",
        "Verstuur de uitnodiging",
        "De uitnodiging wordt verstuurd.",
        forms.InviteForm,
        _invite,
        "contentadmin/question_invite.html",
    ),
    "opnieuw-versturen": Operation(
        "resend",
        "Uitnodiging opnieuw versturen",
        "De deskundige krijgt een nieuwe link. De oude link werkt dan niet meer; de tekst blijft.",
        "Verstuur opnieuw",
        "De uitnodiging wordt opnieuw verstuurd.",
        forms.InvitationForm,
        lambda question, data, user: experts.resend(data["invitation"], user),
    ),
    "intrekken": Operation(
        "revoke",
        "Uitnodiging intrekken",
        "De link werkt daarna niet meer.",
        "Trek in",
        "De uitnodiging is ingetrokken.",
        forms.InvitationForm,
        lambda question, data, user: experts.revoke(data["invitation"], user),
    ),
    "overnemen": Operation(
        "take over",
        "Neem over in het antwoord",
        "De tekst van de deskundige komt in de antwoordpagina. De deskundige kan daarna niets meer veranderen.",
        "Neem over in het antwoord",
        "De tekst staat in de antwoordpagina.",
        forms.InvitationForm,
        _take_over,
    ),
    "samenvoegen": Operation(
        "merge",
        "Samenvoegen",
        "Vragen twee mensen hetzelfde? Dan krijgen beiden hetzelfde antwoord. U kunt dit ongedaan maken.",
        "Voeg samen",
        "De vraag is samengevoegd.",
        forms.MergeForm,
        lambda question, data, user: closing.merge(question, data["into"], user),
    ),
    "losmaken": Operation(
        "separate",
        "Losmaken",
        "De vraag staat daarna weer op zichzelf.",
        "Maak los",
        "De vraag staat weer op zichzelf.",
        forms.StepForm,
        lambda question, data, user: closing.separate(question, user),
    ),
    "afwijzen": Operation(
        "decline",
        "Niet in behandeling nemen",
        "Er komt geen antwoord. De vragensteller leest waarom. U kunt de vraag later toch weer opnemen.",
        "Neem niet in behandeling",
        "De vraag is niet in behandeling genomen.",
        forms.DeclineForm,
        lambda question, data, user: closing.decline(question, user, data["reason"], data["message"]),
        "contentadmin/question_decline.html",
    ),
    "heropenen": Operation(
        "reopen",
        "Weer opnemen",
        "De vraag komt weer in behandeling, bij u.",
        "Neem weer op",
        "De vraag is weer in behandeling, bij u.",
        forms.StepForm,
        lambda question, data, user: closing.reopen(question, user),
    ),
}
