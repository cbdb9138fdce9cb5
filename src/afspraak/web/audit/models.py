"""The log of what was done. Rows are added and never changed; the database itself refuses it."""

from django.db import models


class Entry(models.Model):
    """One thing that was done.

    `seal` covers everything in the row, the seal of the row before it, and a commitment to the
    personal part, which stands apart so that it can be erased.
    """

    number = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField()
    action = models.CharField(max_length=100)
    edition = models.CharField(max_length=100, default="")
    actor = models.UUIDField(null=True)
    subject = models.CharField(max_length=100, default="")
    facts = models.JSONField(default=dict)
    commitment = models.CharField(max_length=64, default="")
    seal = models.CharField(max_length=64)

    class Meta:
        indexes = [
            models.Index(fields=["at"], name="audit_by_moment"),
            models.Index(fields=["action", "-number"], name="audit_by_action"),
            models.Index(fields=["actor"], name="audit_by_actor"),
            models.Index(fields=["subject"], name="audit_by_subject"),
        ]


class Personal(models.Model):
    """What in an entry is about a person. `salt` keeps the commitment from being guessed."""

    entry = models.OneToOneField(
        Entry, on_delete=models.DO_NOTHING, primary_key=True, related_name="personal"
    )
    person = models.UUIDField(null=True, db_index=True)
    facts = models.JSONField()
    salt = models.CharField(max_length=64)
    erase_after = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["erase_after"], name="audit_due")]


class Verification(models.Model):
    """That the log was verified, and what was found. `findings` holds the first ones."""

    at = models.DateTimeField(db_index=True)
    entries = models.BigIntegerField()
    number = models.BigIntegerField()
    seal = models.CharField(max_length=64)
    found = models.BigIntegerField()
    findings = models.JSONField(default=list)
