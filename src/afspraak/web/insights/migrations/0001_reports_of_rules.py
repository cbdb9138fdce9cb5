import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Permission",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("reference", models.CharField(max_length=400)),
                ("agreed_on", models.DateField()),
                ("given_at", models.DateTimeField()),
                ("taken_back_at", models.DateTimeField(null=True)),
                (
                    "given_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "taken_back_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="WeekCount",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("rule", models.CharField(max_length=60)),
                ("sort", models.CharField(max_length=10)),
                ("week", models.DateField(db_index=True)),
                ("count", models.PositiveIntegerField(default=0)),
                (
                    "permission",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="counts",
                        to="insights.permission",
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="permission",
            constraint=models.UniqueConstraint(
                models.Value(1),
                condition=models.Q(("taken_back_at", None)),
                name="one_permission_at_a_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="weekcount",
            constraint=models.UniqueConstraint(
                models.F("permission"),
                models.F("rule"),
                models.F("sort"),
                models.F("week"),
                name="counted_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="weekcount",
            constraint=models.CheckConstraint(
                condition=models.Q(("sort__in", ["annoying", "wrong"])), name="sort_is_known"
            ),
        ),
    ]
