"""Groups of publishers that were made before there were canned replies may use them now, as new ones do."""

from typing import Any

from django.db import migrations

PUBLISHER, MODEL, NAME = "Eindredacteur", "cannedreply", "standaardantwoord"
ACTIONS = ("view", "add", "change", "delete")


def grant(apps: Any, schema_editor: Any) -> None:
    """Give each permission; on an older database they are not made yet, since that is done after migrating."""
    group = apps.get_model("auth", "Group").objects.filter(name=PUBLISHER).first()
    if group is None:
        return  # a new site: its group is made with all permissions
    kind, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(app_label="content", model=MODEL)
    for action in ACTIONS:
        permission, _ = apps.get_model("auth", "Permission").objects.get_or_create(
            content_type=kind, codename=f"{action}_{MODEL}", defaults={"name": f"Can {action} {NAME}"}
        )
        group.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [
        ("content", "0017_imported_vocabulary"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(grant, migrations.RunPython.noop)]
