from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("games", "0001_initial")]

    operations = [
        migrations.RemoveConstraint("snapshot", "one_snapshot_a_sequence"),
        migrations.AddField(
            model_name="snapshot",
            name="memory",
            field=models.BinaryField(
                default=b"", help_text="zlib of what else is known (games/matches/snapshots.py)"
            ),
            preserve_default=False,
        ),
        migrations.AddConstraint(
            "snapshot", models.UniqueConstraint(fields=["match"], name="one_snapshot_a_match")
        ),
    ]
