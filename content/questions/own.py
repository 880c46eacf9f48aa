"""What an asker is told of their own question: where it stands in plain words, the answer, and what we keep of it."""

from dataclasses import dataclass
from typing import Any

from content.models import Contact, ContentPage, Question, SuspectQuestion
from content.privacy.tasks import wipe_erased
from content.questions.asker import erase

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
            return {"versie": EXPORT_VERSION, "ontvangen": self.held.received_at, **self.held.sent}
        return self._stored_as_data(self.stored) if self.stored else {}

    def _stored_as_data(self, stored: Question) -> dict[str, Any]:
        contact = self.contact
        return {
            "versie": EXPORT_VERSION,
            "kenmerk": stored.reference,
            "ontvangen": stored.received_at,
            "stand": self.state.heading,
            "vraag": stored.question,
            "situatie": stored.context,
            "beroep": stored.profession,
            "plek": stored.setting.pref_label if stored.setting else None,
            "onderwerpen": [domain.pref_label for domain in stored.domains.all()],
            "haast": stored.get_urgency_display(),
            "mag_in_algemene_woorden_op_de_site": stored.may_publish,
            "e-mailadres": contact.email if contact else None,
            "e-mailadres_bevestigd": contact.confirmed_at if contact else None,
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
