from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("games", "0004_server_process")]

    operations = [
        migrations.CreateModel(
            name="Uptime",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("began_at", models.BigIntegerField(unique=True)),
                ("noted_at", models.BigIntegerField(help_text="When a server process last lived")),
            ],
        ),
    ]
