"""Editions of the protocol, and the files they were read from."""

from django.db import models


class Edition(models.Model):
    """A protocol that was put in force, by the hash of what people read.

    It is the edition in force from `in_force_from` until a later one takes over. When
    `must_be_read` is false, what people signed is the same as before.
    """

    number = models.CharField(max_length=400)
    text_hash = models.CharField(max_length=64)
    in_force_from = models.DateTimeField(db_index=True)
    must_be_read = models.BooleanField(default=True)
    created_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)


class EditionFile(models.Model):
    """The file of an edition. A later file of the same edition changes only what nobody signs."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="files")
    source = models.BinaryField()
    protocol_hash = models.CharField(max_length=64)
    pack = models.BinaryField()
    page_pack = models.BinaryField()
    added_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint("edition", "protocol_hash", name="edition_file_once")
        ]
