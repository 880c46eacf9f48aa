"""Who keeps search: whoever may change the vocabulary. A right of its own would be one more to forget."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from wagtail.permission_policies.base import BasePermissionPolicy

from content.admin.changes import MAY


class VocabularyKeepers(BasePermissionPolicy):
    """Every action on a model of this room is for those who may change concepts."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        """Whether the user keeps the vocabulary."""
        return bool(user.has_perm(MAY))

    def users_with_any_permission(self, actions: Any) -> QuerySet[Any]:
        """All who keep the vocabulary."""
        return get_user_model().objects.with_perm(MAY)


def keepers_only(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A view that refuses everybody else."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.has_perm(MAY):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded
