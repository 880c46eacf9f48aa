"""Who may do what: two groups of editors and the workflow between them. Made after migrating where absent."""

from django.apps import apps
from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.management import create_contenttypes
from wagtail.models import (
    GroupApprovalTask,
    GroupPagePermission,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from content.models import HomePage

WRITER, PUBLISHER = "Redacteur", "Eindredacteur"
WORKFLOW = "Redactie"
DEFAULT_GROUPS = ("Editors", "Moderators")
DEFAULT_WORKFLOW = "Moderators approval"
APPS = ("content", "wagtailadmin", "wagtailcore", "wagtailredirects")

PAGE_PERMISSIONS = {
    WRITER: ("add_page", "change_page"),
    PUBLISHER: ("add_page", "change_page", "publish_page", "lock_page", "unlock_page", "bulk_delete_page"),
}
# Permissions on other things than pages: (app, codename).
OTHER_PERMISSIONS = {
    WRITER: (("wagtailadmin", "access_admin"),),
    PUBLISHER: (
        ("wagtailadmin", "access_admin"),
        *(
            ("content", f"{action}_{model}")
            for model in ("concept", "conceptscheme", "cannedreply")
            for action in ("view", "add", "change", "delete")
        ),
        *(("wagtailredirects", f"{action}_redirect") for action in ("view", "add", "change", "delete")),
        ("content", "handle_question"),
    ),
}


def ensure_roles() -> None:
    """Make the groups and the workflow that are absent; what an administrator changed later stays as it is."""
    for name in APPS:
        config = apps.get_app_config(name)
        create_contenttypes(config, verbosity=0)
        create_permissions(config, verbosity=0)
    home = HomePage.objects.get()
    for name in (WRITER, PUBLISHER):
        group, made = Group.objects.get_or_create(name=name)
        if made:
            _grant(group, home)
    _ensure_workflow(home)
    _drop_defaults()


def _grant(group: Group, home: HomePage) -> None:
    for codename in PAGE_PERMISSIONS[group.name]:
        permission = Permission.objects.get(content_type__app_label="wagtailcore", codename=codename)
        GroupPagePermission.objects.get_or_create(group=group, page=home, permission=permission)
    for app, codename in OTHER_PERMISSIONS[group.name]:
        group.permissions.add(Permission.objects.get(content_type__app_label=app, codename=codename))


def _ensure_workflow(home: HomePage) -> None:
    if Workflow.objects.filter(name=WORKFLOW).exists():
        return
    workflow = Workflow.objects.create(name=WORKFLOW, active=True)
    task = GroupApprovalTask.objects.create(name=f"Nakijken door {PUBLISHER.lower()}", active=True)
    task.groups.add(Group.objects.get(name=PUBLISHER))
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    WorkflowPage.objects.update_or_create(page=home, defaults={"workflow": workflow})


def _drop_defaults() -> None:
    """Take away what Wagtail makes for a site without roles of its own, as long as nobody uses it."""
    Workflow.objects.filter(name=DEFAULT_WORKFLOW, workflow_states=None).delete()
    Group.objects.filter(name__in=DEFAULT_GROUPS, user=None).delete()
