"""The role of an expert is erased with the invitation: the history of a question says only that there was an expert."""

from typing import Any

from django.db import migrations

STEPS = (
    "deskundige gevraagd",
    "concept geschreven",
    "uitnodiging opnieuw verstuurd",
    "uitnodiging ingetrokken",
    "concept van de deskundige overgenomen",
)


def drop_roles(apps: Any, schema_editor: Any) -> None:
    """Leave of each step what was done."""
    events = apps.get_model("content", "QuestionEvent").objects
    for step in STEPS:
        events.filter(step__startswith=f"{step}: ").update(step=step)


class Migration(migrations.Migration):
    dependencies = [("content", "0020_suspects_address_apart")]

    operations = [migrations.RunPython(drop_roles, migrations.RunPython.noop)]
