"""Who was asked to read which edition, and who received and read it.

An edition here is always one that had to be read; a later edition with the same text asks nobody
again, and whoever reads that one has read this.
"""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from afspraak.web.editions.models import Edition


class Campaign(models.Model):
    """That an edition is being asked. Leaders come first, everybody from `everybody_at` on."""

    edition = models.OneToOneField(Edition, on_delete=models.PROTECT, related_name="campaign")
    started_at = models.DateTimeField()
    everybody_at = models.DateTimeField(null=True)
    reason = models.TextField(default="", db_default="")


class Asked(models.Model):
    """That one person was asked to read one edition: once, whatever happens.

    `next_at` is when they are reminded; without one they are not.
    """

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="asked"
    )
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="asked")
    at = models.DateTimeField()
    reminders = models.PositiveSmallIntegerField(default=0)
    next_at = models.DateTimeField(null=True)
    by_hand_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint("person", "edition", name="asked_once")]
        indexes = [
            models.Index(
                fields=["next_at"], condition=Q(next_at__isnull=False), name="reminder_due"
            )
        ]


class Reading(models.Model):
    """That one person received and read one edition. `receipt` is what was signed about it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="readings"
    )
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="readings")
    number = models.CharField(max_length=400)
    at = models.DateTimeField()
    language = models.CharField(max_length=2)
    route = models.CharField(max_length=10)
    objection = models.TextField(default="", db_default="")
    answer = models.TextField(default="", db_default="")
    answered_at = models.DateTimeField(null=True)
    receipt = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint("person", "edition", name="read_once"),
            models.CheckConstraint(
                condition=Q(route__in=["screen", "paper"]), name="route_is_known"
            ),
            models.CheckConstraint(
                condition=Q(answered_at=None) | ~Q(objection=""), name="only_objections_answered"
            ),
        ]
        indexes = [
            models.Index(
                fields=["at"],
                condition=~Q(objection="") & Q(answered_at=None),
                name="objection_waiting",
            ),
            models.Index(F("edition"), F("at"), name="readings_by_day"),
        ]


class Pinned(models.Model):
    """A post of a leader's own, shown with a clause as an example. Pasted by themselves."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="pinned"
    )
    clause = models.CharField(max_length=60, db_index=True)
    text = models.TextField()
    link = models.URLField(max_length=500, default="", db_default="")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint("person", "clause", name="one_example_a_clause")]
