"""Editors upload no images or documents any more: no page can show them, and nobody looks what stands in them."""

from typing import Any

from django.db import migrations

GROUPS = ("Redacteur", "Eindredacteur")
FILES = ("add_image", "choose_image", "add_document", "choose_document")


def take_away(apps: Any, schema_editor: Any) -> None:
    """Take the permissions that these groups were made with; what an administrator gave beside them stays."""
    given = apps.get_model("wagtailcore", "GroupCollectionPermission").objects
    given.filter(group__name__in=GROUPS, permission__codename__in=FILES).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("content", "0021_no_roles_in_the_history"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("wagtailcore", "0066_collection_management_permissions"),
    ]

    operations = [migrations.RunPython(take_away, migrations.RunPython.noop)]
