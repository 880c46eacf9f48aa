"""Erase what is over its term. Part of housekeeping; whatever it could not do, the next round does."""

from django.db.models import Q

from content.mail import folder
from content.models import Contact, OutgoingMail, Question, SuspectQuestion
from content.models.mail import PERSONAL
from content.privacy import terms
from content.questions.asker import erase

DONE = (Question.Status.PUBLISHED, Question.Status.DECLINED)


def erase_due() -> int:
    """Erase addresses, questions, suspects and traces of mail whose term is over.

    Returns:
        How many questions were erased whole.
    """
    _erase_contacts()
    due = Question.objects.filter(
        _done_by(terms.ANSWERED) | Q(received_at__lte=terms.UNANSWERED.began_before())
    )
    erased = 0
    for question in due:
        erase(question)
        erased += 1
    SuspectQuestion.objects.filter(received_at__lte=terms.SUSPECT.began_before()).delete()
    given_up = OutgoingMail.objects.filter(done_at__lte=terms.UNDELIVERED.began_before()).exclude(to="")
    given_up.update(**PERSONAL)
    OutgoingMail.objects.filter(done_at__lte=terms.SENT.began_before()).delete()
    folder.forget_before(terms.SENT.began_before().timestamp())
    return erased


def _erase_contacts() -> None:
    done = Question.objects.filter(_done_by(terms.CONTACT))
    unconfirmed = Q(confirmed_at=None, given_at__lte=terms.UNCONFIRMED.began_before())
    Contact.objects.filter(Q(question__in=done) | unconfirmed).delete()


def _done_by(term: terms.Term) -> Q:
    """Answered or declined that long ago; one that was merged goes by the question it was merged with."""
    since = term.began_before()
    own = Q(status__in=DONE, status_since__lte=since)
    leading = Q(duplicate_of__status__in=DONE, duplicate_of__status_since__lte=since)
    return own | Q(status=Question.Status.DUPLICATE) & leading
