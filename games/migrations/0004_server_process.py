from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("games", "0003_setbacks")]

    operations = [
        migrations.CreateModel(
            name="ServerProcess",
            fields=[
                (
                    "id",
                    models.CharField(
                        editable=False, max_length=32, primary_key=True, serialize=False
                    ),
                ),
                ("people", models.PositiveIntegerField(help_text="Who have a socket there")),
                ("noted_at", models.BigIntegerField()),
            ],
        ),
    ]
