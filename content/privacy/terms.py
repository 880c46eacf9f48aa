"""How long things are kept, in the words of the privacy page and in days from the settings."""

import datetime
from dataclasses import dataclass

from django.conf import settings
from django.utils import timezone

from content.models.feedback import REMARKS_KEPT_DAYS


@dataclass(frozen=True, slots=True)
class Term:
    """A stretch of time after something happened.

    Attributes:
        length: days, or the name of the setting that holds them.
        words: what the privacy page says, with ``{days}``.
    """

    length: int | str
    words: str

    @property
    def days(self) -> int:
        """The days, as this site is set up."""
        return self.length if isinstance(self.length, int) else int(getattr(settings, self.length))

    @property
    def shown(self) -> str:
        """The term in words."""
        return self.words.format(days=self.days)

    def began_before(self) -> datetime.datetime:
        """What happened at or before this moment is over now."""
        return timezone.now() - datetime.timedelta(days=self.days)


ANSWERED = Term("KEEP_QUESTION_DAYS", "tot {days} dagen na het antwoord, of tot u alles wist")
UNANSWERED = Term("KEEP_OPEN_DAYS", "zonder antwoord hoogstens {days} dagen")
CONTACT = Term("KEEP_CONTACT_DAYS", "tot {days} dagen na het antwoord, of tot u alles wist")
UNCONFIRMED = Term("KEEP_UNCONFIRMED_DAYS", "zonder uw bevestiging {days} dagen")
SUSPECT = Term("KEEP_SUSPECT_DAYS", "hoogstens {days} dagen")
SENT = Term("KEEP_MAIL_DAYS", "tot de mail weg is; dat er een mail was, nog {days} dagen")
UNDELIVERED = Term(7, "kwam de mail niet aan, dan nog {days} dagen, om het opnieuw te proberen")
STOPPED = Term(1, "tot u stopt; wat u stopt nog {days} dag, zodat u het kunt terughalen")
REMARK = Term(REMARKS_KEPT_DAYS, "hoogstens {days} dagen")
INVITATION = Term(30, "tot {days} dagen na het einde van de uitnodiging")
