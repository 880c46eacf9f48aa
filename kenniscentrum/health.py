"""A page for machines that watch this site."""

from django.db import DatabaseError, connection
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from content.models import OutgoingMail
from search.changes import pending


@require_safe
@never_cache
def health(request: HttpRequest) -> JsonResponse:
    """200 while the database answers, else 503; with the pages that wait for the index and the mails that wait to go."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        waiting = pending()
        mails = OutgoingMail.objects.filter(state=OutgoingMail.State.QUEUED).count()
    except DatabaseError:
        return JsonResponse({"status": "error", "database": False}, status=503)
    return JsonResponse({"status": "ok", "database": True, "index_pending": waiting, "mail_waiting": mails})
