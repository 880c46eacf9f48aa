"""How long somebody had a form before it came back. Programs are fast; people are not."""

from django.conf import settings
from django.core import signing

SALT = "vraag-begonnen"
LONGEST = 24 * 60 * 60  # seconds that a stamp is good; who takes longer looks at the check page once more


def stamp() -> str:
    """A signed moment, for a form that is shown now."""
    return signing.TimestampSigner(salt=SALT).sign("")


def took_time(given: str) -> bool:
    """Whether the stamp is ours and at least ``ASK_MIN_SECONDS`` old; any stamp is good where that is 0."""
    if not settings.ASK_MIN_SECONDS:
        return True
    signer = signing.TimestampSigner(salt=SALT)
    try:
        signer.unsign(given, max_age=LONGEST)
    except signing.BadSignature:
        return False
    try:
        signer.unsign(given, max_age=settings.ASK_MIN_SECONDS)
    except signing.SignatureExpired:
        return True
    return False
