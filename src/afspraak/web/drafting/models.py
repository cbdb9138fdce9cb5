"""Drafts of a next edition, the answers of an interview, and changes that wait for a second yes."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q

from afspraak.web.editions.models import Edition


class Draft(models.Model):
    """A protocol file that somebody writes on. It may have problems: nothing holds yet.

    `number` and `text_hash` are those of the latest version, as far as it can be read.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    number = models.CharField(max_length=400, default="", db_default="")
    text_hash = models.CharField(max_length=64, default="", db_default="")
    version = models.PositiveIntegerField(default=1)
    based_on = models.ForeignKey(Edition, null=True, on_delete=models.PROTECT, related_name="+")
    started_at = models.DateTimeField()
    changed_at = models.DateTimeField(db_index=True)


class DraftVersion(models.Model):
    """What a draft was at one moment. None is ever overwritten."""

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="versions")
    version = models.PositiveIntegerField()
    source = models.BinaryField()
    at = models.DateTimeField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        constraints = [models.UniqueConstraint("draft", "version", name="draft_version_once")]


class Interview(models.Model):
    """Somebody's answers so far, as typed, by field. `made_at` is when they became a draft."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="interview"
    )
    answers = models.JSONField(default=dict)
    started_at = models.DateTimeField()
    changed_at = models.DateTimeField(db_index=True)
    made_at = models.DateTimeField(null=True)


class Change(models.Model):
    """A file of the edition in force in which only what nobody signs is different.

    It waits for somebody else's yes. `base` is the hash of the file that it was made from.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="changes")
    base = models.CharField(max_length=64)
    source = models.BinaryField()
    why = models.TextField(default="", db_default="")
    proposed_at = models.DateTimeField(db_index=True)
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    decision = models.CharField(max_length=10, default="", db_default="")
    reason = models.TextField(default="", db_default="")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(decision="", decided_at=None)
                | Q(decision__in=["yes", "no", "taken-back"], decided_at__isnull=False),
                name="change_decision_is_known",
            )
        ]
