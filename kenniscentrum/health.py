"""A page for machines that watch this site."""

from collections.abc import Callable

from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from content.models import OutgoingMail
from search.changes import pending

ADDRESS = "/gezondheid/"


class HealthMiddleware:
    """Answers at ``ADDRESS`` under any host name: who watches a machine asks it by its own address, not by that of the site.

    That is safe, because nothing of the request comes back in the answer.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return health(request) if request.path_info == ADDRESS else self.get_response(request)


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
