import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("editions", "0004_editions_that_wait_for_leaders"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Offer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField()),
                ("source", models.BinaryField()),
                ("text_hash", models.CharField(max_length=64)),
                ("protocol_hash", models.CharField(max_length=64)),
                ("added_at", models.DateTimeField()),
                ("offered_at", models.DateTimeField(null=True)),
                ("body", models.CharField(db_default="", default="", max_length=10)),
                ("asked_at", models.DateTimeField(null=True)),
                ("request", models.TextField(db_default="", default="")),
                ("taken_back_at", models.DateTimeField(null=True)),
                ("taken_back_reason", models.TextField(db_default="", default="")),
                (
                    "asked_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "offered_by",
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
            name="Outcome",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("answer", models.CharField(max_length=20)),
                ("ground", models.CharField(db_default="", default="", max_length=20)),
                ("text_hash", models.CharField(max_length=64)),
                ("on", models.DateField()),
                ("reference", models.CharField(db_default="", default="", max_length=400)),
                ("says", models.TextField(db_default="", default="")),
                ("recorded_at", models.DateTimeField()),
                ("by_representation", models.BooleanField(default=False)),
                ("letter_name", models.CharField(db_default="", default="", max_length=200)),
                ("met_at", models.DateTimeField(null=True)),
                ("met_how", models.TextField(db_default="", default="")),
                (
                    "met_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "offer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="outcomes",
                        to="agreeing.offer",
                    ),
                ),
                (
                    "recorded_by",
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
            name="Letter",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("content", models.BinaryField()),
                (
                    "outcome",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="letter",
                        to="agreeing.outcome",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Overruled",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("clause", models.CharField(max_length=60)),
                ("code", models.CharField(max_length=20)),
                ("reason", models.TextField()),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "offer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="overruled",
                        to="agreeing.offer",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Proceeding",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("number", models.CharField(max_length=400)),
                ("state", models.CharField(db_index=True, max_length=30)),
                ("version", models.PositiveIntegerField(default=1)),
                ("draft", models.UUIDField(db_index=True, null=True)),
                ("started_at", models.DateTimeField(db_index=True)),
                ("decided_at", models.DateTimeField(null=True)),
                ("alone", models.BooleanField(default=False)),
                ("planned_for", models.DateTimeField(null=True)),
                ("asked_leaders_at", models.DateTimeField(null=True)),
                ("in_force_at", models.DateTimeField(null=True)),
                ("replaced_at", models.DateTimeField(null=True)),
                ("withdrawn_at", models.DateTimeField(null=True)),
                ("withdrawn_reason", models.TextField(db_default="", default="")),
                (
                    "decided_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "edition",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="proceeding",
                        to="editions.edition",
                    ),
                ),
                (
                    "withdrawn_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="offer",
            name="proceeding",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="offers",
                to="agreeing.proceeding",
            ),
        ),
        migrations.CreateModel(
            name="Excused",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("reason", models.TextField()),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="excused",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "proceeding",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="excused",
                        to="agreeing.proceeding",
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="outcome",
            constraint=models.UniqueConstraint(
                models.F("offer"), models.F("answer"), name="answered_once_a_text"
            ),
        ),
        migrations.AddConstraint(
            model_name="outcome",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("answer__in", ["conditions", "consent", "not-needed", "permission", "refusal"])
                ),
                name="answer_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="outcome",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ground__in", ["", "alone", "collective", "other", "same-text", "paper"])
                ),
                name="ground_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="overruled",
            constraint=models.UniqueConstraint(
                models.F("offer"),
                models.F("clause"),
                models.F("code"),
                name="overruled_once_a_text",
            ),
        ),
        migrations.AddConstraint(
            model_name="proceeding",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "state__in",
                        [
                            "decided",
                            "draft",
                            "in-force",
                            "leaders-reading",
                            "offered",
                            "replaced",
                            "with-representation",
                            "withdrawn",
                        ],
                    )
                ),
                name="proceeding_state_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="proceeding",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("edition__isnull", False),
                    models.Q(
                        ("state__in", ["decided", "leaders-reading", "in-force", "replaced"]),
                        _negated=True,
                    ),
                    _connector="OR",
                ),
                name="what_is_decided_has_an_edition",
            ),
        ),
        migrations.AddConstraint(
            model_name="offer",
            constraint=models.UniqueConstraint(
                models.F("proceeding"), models.F("version"), name="offer_version_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="offer",
            constraint=models.CheckConstraint(
                condition=models.Q(("body__in", ["", "meeting", "or", "pvt"])),
                name="offer_body_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="excused",
            constraint=models.UniqueConstraint(
                models.F("proceeding"), models.F("person"), name="excused_once"
            ),
        ),
    ]
