from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('content', '0009_contact_apart_from_the_question'),
    ]

    operations = [
        migrations.RemoveField(
            model_name='question',
            name='email',
        ),
    ]
