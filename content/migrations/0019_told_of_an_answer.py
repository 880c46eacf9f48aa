"""Who has been told of which answer page: remembered with the address, longer than the trace of the mail."""

from typing import Any

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q


def remember(apps: Any, schema_editor: Any) -> None:
    """Whoever confirmed an address was told within a minute of each answer that is published now."""
    contacts = apps.get_model("content", "Contact").objects
    published = Q(question__status="published", question__answer_page__live=True)
    merged = Q(
        question__status="duplicate",
        question__duplicate_of__status="published",
        question__duplicate_of__answer_page__live=True,
    )
    told = contacts.filter(published | merged, confirmed_at__isnull=False)
    for contact in told.select_related("question__duplicate_of"):
        contact.told_of_id = (contact.question.duplicate_of or contact.question).answer_page_id
        contact.save(update_fields=["told_of"])


class Migration(migrations.Migration):
    dependencies = [("content", "0018_canned_replies_for_publishers")]

    operations = [
        migrations.AddField(
            model_name="contact",
            name="told_of",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="content.answerpage",
                verbose_name="kreeg bericht van",
            ),
        ),
        migrations.RunPython(remember, migrations.RunPython.noop),
    ]
