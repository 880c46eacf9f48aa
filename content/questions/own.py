"""What an asker is told of their own question: where it stands in plain words, the answer, and what we keep of it."""

import datetime
from dataclasses import dataclass
from typing import Any

from content.models import Concept, Contact, ContentPage, Question, SuspectQuestion
from content.privacy.tasks import wipe_erased
from content.questions import choices
from content.questions.asker import erase
from content.questions.suspicion import address_of

Status = Question.Status
STATES = {
    Status.NEW: ("Wij hebben uw vraag", "Een redacteur leest haar binnenkort."),
    Status.ASSIGNED: ("Een redacteur werkt aan uw vraag", "Zo nodig zoekt zij een deskundige."),
    Status.EXPERT: (
        "Een deskundige schrijft aan het antwoord",
        "De deskundige ziet uw vraag in algemene woorden en weet niet wie u bent.",
    ),
    Status.DRAFTED: ("Het antwoord is bijna klaar", "Een eindredacteur kijkt het na."),
    Status.PUBLISHED: ("Uw vraag is beantwoord", "Het antwoord staat op de site."),
    Status.DECLINED: ("Wij kunnen uw vraag niet beantwoorden", ""),
}
TOGETHER = "Uw vraag lijkt op die van een collega. U krijgt allebei hetzelfde antwoord."
DECLINED = "De reden: uw vraag {reason}."
EXPORT_VERSION = 1


@dataclass(frozen=True, slots=True)
class State:
    """Where a question stands: a heading, a sentence, and the page with the answer where there is one."""

    heading: str
    text: str
    together: str = ""
    answer: ContentPage | None = None


@dataclass(frozen=True, slots=True)
class _Given:
    """What an asker gave, wherever it is kept."""

    question: str
    context: str
    profession: str
    setting: Concept | None
    domains: list[Concept]
    urgency: str
    may_publish: bool
    email: str
    confirmed_at: datetime.datetime | None = None


@dataclass(frozen=True, slots=True)
class Own:
    """A question as its asker finds it by its reference; one that is held apart looks like one that was not read yet."""

    stored: Question | None
    held: SuspectQuestion | None

    @property
    def state(self) -> State:
        """Where it stands."""
        if self.stored is None:
            return State(*STATES[Status.NEW])
        leading = self.stored.duplicate_of or self.stored
        together = TOGETHER if leading is not self.stored else ""
        heading, text = STATES.get(Status(leading.status), STATES[Status.NEW])
        if leading.status == Status.DECLINED and leading.decline_reason:
            text = DECLINED.format(reason=leading.get_decline_reason_display())
        return State(heading, text, together, _public_answer(leading))

    @property
    def contact(self) -> Contact | None:
        """The address they gave, as long as we have it."""
        return Contact.objects.filter(question=self.stored).first() if self.stored else None

    def erase(self) -> None:
        """Delete everything of it."""
        if self.stored:
            erase(self.stored)
        if self.held:
            self.held.delete()
        wipe_erased.enqueue()

    def as_data(self) -> dict[str, Any]:
        """All that we keep of what the asker gave, for the asker (GDPR articles 15 and 20)."""
        if self.held:
            return self._as_data(self.held, _given_with_held(self.held))
        return (
            self._as_data(self.stored, _given_with_stored(self.stored, self.contact)) if self.stored else {}
        )

    def _as_data(self, row: Question | SuspectQuestion, given: _Given) -> dict[str, Any]:
        return {
            "versie": EXPORT_VERSION,
            "kenmerk": row.reference,
            "ontvangen": row.received_at,
            "stand": self.state.heading,
            "vraag": given.question,
            "situatie": given.context,
            "beroep": given.profession,
            "plek": given.setting.pref_label if given.setting else None,
            "onderwerpen": [domain.pref_label for domain in given.domains],
            "haast": Question.Urgency(given.urgency).label,
            "mag_in_algemene_woorden_op_de_site": given.may_publish,
            "e-mailadres": given.email or None,
            "e-mailadres_bevestigd": given.confirmed_at,
        }


def own_question(reference: str) -> Own | None:
    """The question with a reference; none if it was erased or never was."""
    stored = Question.objects.select_related("duplicate_of", "setting").filter(reference=reference).first()
    held = None if stored else SuspectQuestion.objects.filter(reference=reference).first()
    return Own(stored, held) if stored or held else None


def _public_answer(question: Question) -> ContentPage | None:
    if question.answer_page_id is None:
        return None
    return ContentPage.objects.live().public().filter(pk=question.answer_page_id).specific().first()


def _given_with_stored(stored: Question, contact: Contact | None) -> _Given:
    return _Given(
        question=stored.question,
        context=stored.context,
        profession=stored.profession,
        setting=stored.setting,
        domains=list(stored.domains.all()),
        urgency=stored.urgency,
        may_publish=stored.may_publish,
        email=contact.email if contact else "",
        confirmed_at=contact.confirmed_at if contact else None,
    )


def _given_with_held(held: SuspectQuestion) -> _Given:
    sent = held.sent
    return _Given(
        question=sent["question"],
        context=sent["context"],
        profession=sent["profession"],
        setting=choices.concept(choices.SETTINGS, sent["setting"]),
        domains=choices.domain_concepts(sent["domains"]),
        urgency=sent["urgency"],
        may_publish=sent["may_publish"],
        email=address_of(held),
    )
