"""Documents that somebody brought, what they say of each clause, and what the editor chose."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q

from afspraak.web.editions.models import Edition

WAITING, READING, READY, STOPPED = "waiting", "reading", "ready", "stopped"
CHOICES = ("add", "keep-theirs", "leave-out")


class Document(models.Model):
    """A document beside a protocol. The bytes go with the row, on `goes_at` at the latest.

    `claim` is of the worker that reads it; one that was cut off has lost it by the time another
    begins. `judgement` is empty until it is ready.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=200)
    form = models.CharField(max_length=4)
    language = models.CharField(max_length=2)
    content = models.BinaryField()
    edition = models.ForeignKey(Edition, null=True, on_delete=models.PROTECT, related_name="+")
    source = models.BinaryField()
    brought_at = models.DateTimeField()
    brought_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    goes_at = models.DateTimeField(db_index=True)
    state = models.CharField(max_length=10, default=WAITING, db_default=WAITING)
    claim = models.UUIDField(null=True)
    claimed_at = models.DateTimeField(null=True)
    attempts = models.PositiveIntegerField(default=0, db_default=0)
    percent = models.PositiveIntegerField(default=0, db_default=0)
    judgement = models.JSONField(default=list)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=[WAITING, READING, READY, STOPPED]),
                name="supplement_state_is_known",
            )
        ]


class Choice(models.Model):
    """What the editor does with one clause. Leaving one out takes a reason."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="choices")
    clause = models.CharField(max_length=60)
    choice = models.CharField(max_length=12)
    reason = models.TextField(default="", db_default="")

    class Meta:
        constraints = [
            models.UniqueConstraint("document", "clause", name="supplement_choice_once"),
            models.CheckConstraint(
                condition=Q(choice__in=["add", "keep-theirs"])
                | (Q(choice="leave-out") & ~Q(reason="")),
                name="supplement_leaving_out_has_a_reason",
            ),
        ]
