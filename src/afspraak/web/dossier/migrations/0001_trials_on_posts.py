import uuid

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Trial",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("proceeding", models.UUIDField(db_index=True)),
                ("version", models.PositiveIntegerField()),
                ("ending", models.CharField(max_length=20)),
                ("column", models.CharField(db_default="", default="", max_length=200)),
                ("at_column", models.CharField(db_default="", default="", max_length=200)),
                ("offered_at", models.DateTimeField(db_index=True)),
                ("state", models.CharField(db_default="waiting", default="waiting", max_length=10)),
                ("claim", models.UUIDField(null=True)),
                ("attempts", models.PositiveIntegerField(db_default=0, default=0)),
                ("percent", models.PositiveIntegerField(db_default=0, default=0)),
                ("posts", models.PositiveIntegerField(db_default=0, default=0)),
                ("ended_at", models.DateTimeField(null=True)),
                ("problem", models.JSONField(default=dict)),
                ("outcome", models.JSONField(default=dict)),
                ("posts_gone_at", models.DateTimeField(null=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["waiting", "running", "done", "refused"])
                        ),
                        name="trial_state_is_known",
                    ),
                    models.UniqueConstraint(
                        models.F("proceeding"),
                        condition=models.Q(("state__in", ("waiting", "running"))),
                        name="one_trial_of_a_proposal_at_a_time",
                    ),
                ],
            },
        ),
    ]
