from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("worker", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="job",
            name="claimed_by",
            field=models.CharField(db_default="", default="", max_length=100),
        ),
        migrations.CreateModel(
            name="Backup",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField()),
                ("size", models.BigIntegerField()),
                ("version", models.CharField(max_length=40)),
            ],
        ),
    ]
