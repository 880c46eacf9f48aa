"""The record of processing: every piece of data of who asks, reads, follows or advises, and of what editors do with it, with
its purpose, ground and term. The table is the code.

The accounts of editors, and which change of a page or of the vocabulary is whose, are not in it: Django and Wagtail keep
those for as long as an administrator keeps the account.

A test holds it beside the models: a new field about an asker, a reader or an expert must be named here, or among the
fields that say nothing about a person.
"""

from dataclasses import dataclass

from content.privacy.terms import (
    ANSWERED,
    CONTACT,
    INVITATION,
    REMARK,
    SENT,
    STOPPED,
    SUSPECT,
    UNANSWERED,
    UNCONFIRMED,
    UNDELIVERED,
    Term,
)

INTEREST = "gerechtvaardigd belang: een vraag beantwoorden die u zelf stelt (AVG art. 6 lid 1 onder f)"
CONSENT = "uw toestemming, die u intrekt door alles te wissen (AVG art. 6 lid 1 onder a)"
QUALITY = "gerechtvaardigd belang: onze kennis verbeteren (AVG art. 6 lid 1 onder f)"
SAFETY = "gerechtvaardigd belang: misbruik tegenhouden (AVG art. 6 lid 1 onder f)"
ACCOUNT = "gerechtvaardigd belang: kunnen zien wie wat deed (AVG art. 6 lid 1 onder f)"
HANDLERS = "wie vragen behandelt"


@dataclass(frozen=True, slots=True)
class Kept:
    """Something that is kept of people.

    Attributes:
        what: as the privacy page calls it.
        of: whose it is.
        fields: model and field, as ``Question.context``.
        purpose: why it is kept.
        ground: the lawful basis.
        terms: when it is erased; the first that comes.
        seen_by: who can see it.
    """

    what: str
    of: str
    fields: tuple[str, ...]
    purpose: str
    ground: str
    terms: tuple[Term, ...]
    seen_by: str

    @property
    def until(self) -> str:
        """The terms in words."""
        return "; ".join(term.shown for term in self.terms)


ASKER, READER, EXPERT, EDITOR = "wie een vraag stelt", "lezers", "deskundigen", "redacteuren"
FOLLOWER = "wie iets volgt"
WHOLE = (ANSWERED, UNANSWERED)

REGISTER = (
    Kept(
        "Vraag en situatie",
        ASKER,
        ("Question.question", "Question.context"),
        "de vraag beantwoorden",
        INTEREST,
        WHOLE,
        HANDLERS,
    ),
    Kept(
        "Beroep, plek, onderwerpen en haast",
        ASKER,
        ("Question.profession", "Question.setting", "Question.domains", "Question.urgency"),
        "een antwoord dat past bij het werk, door de juiste deskundige",
        INTEREST,
        WHOLE,
        HANDLERS,
    ),
    Kept(
        "Of de vraag in algemene woorden op de site mag",
        ASKER,
        ("Question.may_publish",),
        "doen wat u koos",
        CONSENT,
        WHOLE,
        HANDLERS,
    ),
    Kept(
        "E-mailadres, apart van de vraag",
        ASKER,
        ("Contact.email", "Contact.given_at", "Contact.confirmed_at", "Contact.told_of"),
        "het antwoord sturen",
        CONSENT,
        (CONTACT, UNCONFIRMED),
        "niemand; de site stuurt de mail",
    ),
    Kept(
        "Kenmerk, stand en stappen",
        ASKER,
        (
            "Question.reference",
            "Question.status",
            "Question.status_since",
            "Question.received_at",
            "Question.decline_reason",
            "QuestionEvent.at",
            "QuestionEvent.step",
        ),
        "u laten zien hoe het met uw vraag staat",
        INTEREST,
        WHOLE,
        "u, met uw eigen link, en wie vragen behandelt",
    ),
    Kept(
        "Onze woorden voor uw vraag, en notities",
        ASKER,
        ("Question.wording", "Question.wording_context", "QuestionNote.text", "QuestionNote.at"),
        "de vraag aan een deskundige voorleggen zonder iets herkenbaars",
        INTEREST,
        WHOLE,
        "wie vragen behandelt; de woorden ook de deskundige",
    ),
    Kept(
        "Vraag die op reclame lijkt",
        ASKER,
        (
            "SuspectQuestion.sent",
            "SuspectQuestion.reason",
            "SuspectQuestion.reference",
            "SuspectQuestion.received_at",
        ),
        "reclame tegenhouden zonder een echte vraag te missen",
        SAFETY,
        (SUSPECT,),
        HANDLERS,
    ),
    Kept(
        "E-mailadres bij een vraag die op reclame lijkt, apart van die vraag",
        ASKER,
        ("SuspectContact.email",),
        "u kunnen antwoorden als uw vraag toch geen reclame is",
        CONSENT,
        (SUSPECT,),
        "niemand; de site stuurt pas mail als uw vraag is toegelaten",
    ),
    Kept(
        "Mail die nog weg moet",
        "wie mail van ons krijgt",
        (
            "OutgoingMail.to",
            "OutgoingMail.subject",
            "OutgoingMail.text",
            "OutgoingMail.html",
            "OutgoingMail.headers",
        ),
        "de mail bezorgen, ook als de mailserver even weg is",
        CONSENT,
        (SENT, UNDELIVERED),
        "niemand; van mail die niet aankwam zien behandelaars het eind van het adres",
    ),
    Kept(
        "Reactie op een pagina",
        READER,
        ("Remark.text", "Remark.kind", "Remark.received_on"),
        "fouten herstellen en pagina’s verbeteren",
        QUALITY,
        (REMARK,),
        "de redactie",
    ),
    Kept(
        "E-mailadres van wie iets volgt, en hoe vaak",
        FOLLOWER,
        ("Follower.email", "Follower.reference", "Follower.frequency", "Follower.told_until"),
        "u vertellen wat er nieuw is bij wat u volgt",
        CONSENT,
        (STOPPED, UNCONFIRMED),
        "niemand; de site stuurt de mail",
    ),
    Kept(
        "Wat iemand volgt",
        FOLLOWER,
        (
            "Follow.page",
            "Follow.concept",
            "Follow.search",
            "Follow.asked_at",
            "Follow.confirmed_at",
            "Follow.stopped_at",
        ),
        "u vertellen wat er nieuw is bij wat u volgt",
        CONSENT,
        (STOPPED, UNCONFIRMED),
        "u, met uw eigen link",
    ),
    Kept(
        "Naam, e-mailadres en rol van een deskundige",
        EXPERT,
        ("Invitation.name", "Invitation.email", "Invitation.role"),
        "een deskundige om een antwoord vragen",
        INTEREST,
        (INVITATION,),
        HANDLERS,
    ),
    Kept(
        "Concept van een deskundige",
        EXPERT,
        (
            "Invitation.short_answer",
            "Invitation.text",
            "Invitation.invited_at",
            "Invitation.written_at",
            "Invitation.taken_at",
        ),
        "er een antwoord van maken",
        INTEREST,
        (INVITATION,),
        HANDLERS,
    ),
    Kept(
        "Wie een vraag of reactie behandelde",
        EDITOR,
        (
            "Question.assigned_to",
            "Question.wording_by",
            "QuestionEvent.by",
            "QuestionEvent.actor",
            "QuestionNote.by",
            "Invitation.by",
            "Remark.handled_by",
            "Remark.handled_at",
        ),
        "kunnen zien wie wat deed",
        ACCOUNT,
        WHOLE,
        HANDLERS,
    ),
)

# Fields beside them that say nothing about a person: keys, links between rows and what makes sending safe to repeat.
WITHOUT_PERSON = frozenset(
    {
        "Question.id",
        "Question.submission",
        "Question.duplicate_of",
        "Question.answer_page",
        "Contact.id",
        "Contact.question",
        "QuestionEvent.id",
        "QuestionEvent.question",
        "QuestionNote.id",
        "QuestionNote.question",
        "SuspectQuestion.id",
        "SuspectQuestion.submission",
        "SuspectContact.id",
        "SuspectContact.suspect",
        "OutgoingMail.id",
        "OutgoingMail.key",
        "OutgoingMail.message_id",
        "OutgoingMail.state",
        "OutgoingMail.attempts",
        "OutgoingMail.error",
        "OutgoingMail.queued_at",
        "OutgoingMail.due_at",
        "OutgoingMail.done_at",
        "Remark.id",
        "Remark.page",
        "Remark.status",
        "Remark.submission",
        "Follower.id",
        "Follow.id",
        "Follow.follower",
        "Follow.reference",
        "Invitation.id",
        "Invitation.nonce",
        "Invitation.question",
        "Invitation.expires_at",
        "Invitation.reminded_at",
        "Invitation.revoked_at",
    }
)
