from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from afspraak.engine import kinds, networks
from afspraak.protocol import loader
from afspraak.protocol.problems import UnableToLoad
from afspraak.protocol.text_hash import protocol_hash, text_hash


def take_over(apps: Apps, schema: BaseDatabaseSchemaEditor) -> None:
    """Makes a proposal of every file that waited for a decision."""
    here = schema.connection.alias
    for held in apps.get_model("editions", "Proposal").objects.using(here):
        source = bytes(held.source)
        try:
            protocol = loader.load(
                source, kinds=kinds.options_of_kinds(), networks=networks.names()
            )
        except UnableToLoad:
            continue  # what cannot be read any more can be uploaded again
        proceeding = (
            apps.get_model("agreeing", "Proceeding")
            .objects.using(here)
            .create(id=held.pk, number=held.number, state="draft", started_at=held.added_at)
        )
        apps.get_model("agreeing", "Offer").objects.using(here).create(
            proceeding=proceeding,
            version=1,
            source=source,
            text_hash=text_hash(protocol),
            protocol_hash=protocol_hash(protocol),
            added_at=held.added_at,
        )


class Migration(migrations.Migration):
    dependencies = [
        ("agreeing", "0001_initial"),
    ]

    operations = [
        migrations.RunPython(take_over, migrations.RunPython.noop),
    ]
