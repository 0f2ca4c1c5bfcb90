from django.db import migrations, models

import accounts.models


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="user",
            name="seen_on",
            field=models.DateField(
                default=accounts.models.today,
                editable=False,
                help_text="Day (UTC) of the last visit, for guests",
            ),
        ),
        migrations.AddIndex(
            model_name="user",
            index=models.Index(fields=["kind", "seen_on"], name="accounts_last_seen"),
        ),
    ]
