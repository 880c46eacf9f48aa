"""The address that came with a question that is held apart, in a row of its own."""

from typing import Any

import django.db.models.deletion
from django.db import migrations, models


def move_addresses(apps: Any, schema_editor: Any) -> None:
    """Take each address out of what was sent."""
    SuspectContact = apps.get_model("content", "SuspectContact")
    for suspect in apps.get_model("content", "SuspectQuestion").objects.iterator():
        email = suspect.sent.pop("email", "")
        suspect.save(update_fields=["sent"])
        if email:
            SuspectContact.objects.create(suspect=suspect, email=email)


def put_back(apps: Any, schema_editor: Any) -> None:
    """Each address where it was."""
    emails = dict(apps.get_model("content", "SuspectContact").objects.values_list("suspect", "email"))
    for suspect in apps.get_model("content", "SuspectQuestion").objects.iterator():
        suspect.sent["email"] = emails.get(suspect.pk, "")
        suspect.save(update_fields=["sent"])


class Migration(migrations.Migration):
    dependencies = [("content", "0019_told_of_an_answer")]

    operations = [
        migrations.CreateModel(
            name="SuspectContact",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("email", models.EmailField(editable=False, max_length=254, verbose_name="e-mailadres")),
                (
                    "suspect",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="contact",
                        to="content.suspectquestion",
                    ),
                ),
            ],
            options={
                "verbose_name": "bereikbaarheid bij een apart gehouden vraag",
                "verbose_name_plural": "bereikbaarheid bij apart gehouden vragen",
            },
        ),
        migrations.RunPython(move_addresses, put_back),
    ]
