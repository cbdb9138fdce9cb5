from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("editions", "0003_find_the_latest_file"),
    ]

    operations = [
        migrations.AlterField(
            model_name="edition",
            name="in_force_from",
            field=models.DateTimeField(db_index=True, null=True),
        ),
        migrations.AddField(
            model_name="edition",
            name="planned_for",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddConstraint(
            model_name="edition",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("in_force_from__isnull", False),
                    ("planned_for__isnull", False),
                    _connector="OR",
                ),
                name="edition_holds_or_is_planned",
            ),
        ),
        migrations.AddConstraint(
            model_name="edition",
            constraint=models.UniqueConstraint(
                models.Value(1),
                condition=models.Q(("in_force_from", None), ("withdrawn_at", None)),
                name="one_edition_awaits",
            ),
        ),
    ]
