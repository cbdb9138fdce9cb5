"""Proposals for an edition: every text that was offered, what came of it, and who did what."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q

from afspraak.decisions.agreeing import Answer, Body, Ground, State
from afspraak.web.editions.models import Edition
from afspraak.web.people.models import Person


def _who() -> "models.ForeignKey[Person | None]":
    """Somebody who did something; nobody any more once they were erased."""
    return models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")


class Proceeding(models.Model):
    """One proposal on its way to an edition. `version` is its latest text.

    `alone` says that who offered it decided as well, because nobody else works here.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    number = models.CharField(max_length=400)
    state = models.CharField(max_length=30, db_index=True)
    version = models.PositiveIntegerField(default=1)
    draft = models.UUIDField(null=True, db_index=True)
    edition = models.OneToOneField(
        Edition, null=True, on_delete=models.PROTECT, related_name="proceeding"
    )
    started_at = models.DateTimeField(db_index=True)
    decided_at = models.DateTimeField(null=True)
    decided_by = _who()
    alone = models.BooleanField(default=False)
    planned_for = models.DateTimeField(null=True)
    asked_leaders_at = models.DateTimeField(null=True)
    in_force_at = models.DateTimeField(null=True)
    replaced_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = _who()
    withdrawn_reason = models.TextField(default="", db_default="")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=sorted(each.value for each in State)),
                name="proceeding_state_is_known",
            ),
            models.CheckConstraint(
                condition=Q(edition__isnull=False)
                | ~Q(state__in=["decided", "leaders-reading", "in-force", "replaced"]),
                name="what_is_decided_has_an_edition",
            ),
        ]


class Offer(models.Model):
    """One text of a proposal. Without `offered_at` it is being looked at. None is overwritten."""

    proceeding = models.ForeignKey(Proceeding, on_delete=models.CASCADE, related_name="offers")
    version = models.PositiveIntegerField()
    source = models.BinaryField()
    text_hash = models.CharField(max_length=64)
    protocol_hash = models.CharField(max_length=64)
    added_at = models.DateTimeField()
    offered_at = models.DateTimeField(null=True)
    offered_by = _who()
    body = models.CharField(max_length=10, default="", db_default="")
    asked_at = models.DateTimeField(null=True)
    asked_by = _who()
    request = models.TextField(default="", db_default="")
    taken_back_at = models.DateTimeField(null=True)
    taken_back_by = _who()
    taken_back_reason = models.TextField(default="", db_default="")

    class Meta:
        constraints = [
            models.UniqueConstraint("proceeding", "version", name="offer_version_once"),
            models.CheckConstraint(
                condition=Q(body__in=["", *sorted(each.value for each in Body)]),
                name="offer_body_is_known",
            ),
        ]


class Overruled(models.Model):
    """That a passage stays although the linter would have it changed, and why."""

    offer = models.ForeignKey(Offer, on_delete=models.CASCADE, related_name="overruled")
    clause = models.CharField(max_length=60)
    code = models.CharField(max_length=20)
    reason = models.TextField()
    at = models.DateTimeField()
    by = _who()

    class Meta:
        constraints = [
            models.UniqueConstraint("offer", "clause", "code", name="overruled_once_a_text")
        ]


class Outcome(models.Model):
    """What came of asking the staff about one text, or why nobody was asked.

    `by_representation` says that they recorded it themselves.
    """

    offer = models.ForeignKey(Offer, on_delete=models.CASCADE, related_name="outcomes")
    answer = models.CharField(max_length=20)
    ground = models.CharField(max_length=20, default="", db_default="")
    text_hash = models.CharField(max_length=64)
    on = models.DateField()
    reference = models.CharField(max_length=400, default="", db_default="")
    says = models.TextField(default="", db_default="")
    recorded_at = models.DateTimeField()
    recorded_by = _who()
    by_representation = models.BooleanField(default=False)
    letter_name = models.CharField(max_length=200, default="", db_default="")
    met_at = models.DateTimeField(null=True)
    met_by = _who()
    met_how = models.TextField(default="", db_default="")

    class Meta:
        constraints = [
            models.UniqueConstraint("offer", "answer", name="answered_once_a_text"),
            models.CheckConstraint(
                condition=Q(answer__in=sorted(each.value for each in Answer)),
                name="answer_is_known",
            ),
            models.CheckConstraint(
                condition=Q(ground__in=["", *sorted(each.value for each in Ground), "paper"]),
                name="ground_is_known",
            ),
        ]


class Letter(models.Model):
    """The letter that goes with an answer, apart because it is large."""

    outcome = models.OneToOneField(Outcome, on_delete=models.CASCADE, related_name="letter")
    content = models.BinaryField()


class Excused(models.Model):
    """That an edition need not wait for somebody who leads and is away, and why."""

    proceeding = models.ForeignKey(Proceeding, on_delete=models.CASCADE, related_name="excused")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="excused"
    )
    reason = models.TextField()
    at = models.DateTimeField()
    by = _who()

    class Meta:
        constraints = [models.UniqueConstraint("proceeding", "person", name="excused_once")]
