from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("editions", "0004_editions_that_wait_for_leaders"),
        ("agreeing", "0002_take_over_files_put_ready"),
    ]

    operations = [
        migrations.DeleteModel(name="Proposal"),
    ]
