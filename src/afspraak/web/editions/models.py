"""Editions of the protocol, and the files they were read from."""

from django.db import models


class Edition(models.Model):
    """A protocol that was decided on, by the hash of what people read.

    It is the edition in force from `in_force_from` until a later one takes over. One with
    `planned_for` waits for those who lead to read it, and holds from when they have; until then
    `in_force_from` is empty. When `must_be_read` is false, what people signed is the same as
    before.
    """

    number = models.CharField(max_length=400)
    text_hash = models.CharField(max_length=64)
    in_force_from = models.DateTimeField(db_index=True, null=True)
    planned_for = models.DateTimeField(null=True)
    must_be_read = models.BooleanField(default=True)
    created_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(in_force_from__isnull=False)
                | models.Q(planned_for__isnull=False),
                name="edition_holds_or_is_planned",
            ),
            models.UniqueConstraint(
                models.Value(1),
                condition=models.Q(in_force_from=None, withdrawn_at=None),
                name="one_edition_awaits",
            ),
        ]


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
        indexes = [
            # The latest file of an edition is asked for on every page; its bytes are many.
            models.Index(
                fields=["edition", "-added_at", "-id", "protocol_hash"], name="edition_file_latest"
            )
        ]


class PublicHandbook(models.Model):
    """How the handbook is shown outside. There is at most one row, with key 1."""

    may_be_found = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(pk=1), name="there_is_one_public_handbook")
        ]
