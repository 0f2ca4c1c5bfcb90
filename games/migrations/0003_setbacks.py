from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("games", "0002_snapshot_memory")]

    operations = [
        migrations.AlterField(
            model_name="match",
            name="host_user_id",
            field=models.BigIntegerField(db_index=True, help_text="0: whoever sits down next"),
        ),
        migrations.CreateModel(
            name="Setback",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("user_id", models.BigIntegerField()),
                ("count", models.PositiveSmallIntegerField(default=0)),
                (
                    "match",
                    models.ForeignKey(
                        on_delete=models.deletion.CASCADE,
                        related_name="setbacks",
                        to="games.match",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("match", "user_id"), name="one_count_each")
                ],
            },
        ),
    ]
