"""Trials of a proposal on real posts. The posts themselves are in no table."""

import uuid

from django.db import models
from django.db.models import Q

UNDERWAY = ("waiting", "running")


class Trial(models.Model):
    """A trial of a proposal on the posts of the company's channels.

    The posts lie in a file beside the database until `posts_gone_at`. `claim` is of the run that
    may write; a run that was cut off has lost it by the time another begins.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    proceeding = models.UUIDField(db_index=True)
    version = models.PositiveIntegerField()
    ending = models.CharField(max_length=20)
    column = models.CharField(max_length=200, default="", db_default="")
    at_column = models.CharField(max_length=200, default="", db_default="")
    offered_at = models.DateTimeField(db_index=True)
    state = models.CharField(max_length=10, default="waiting", db_default="waiting")
    claim = models.UUIDField(null=True)
    attempts = models.PositiveIntegerField(default=0, db_default=0)
    percent = models.PositiveIntegerField(default=0, db_default=0)
    posts = models.PositiveIntegerField(default=0, db_default=0)
    ended_at = models.DateTimeField(null=True)
    problem = models.JSONField(default=dict)
    outcome = models.JSONField(default=dict)
    posts_gone_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=["waiting", "running", "done", "refused"]),
                name="trial_state_is_known",
            ),
            models.UniqueConstraint(
                "proceeding",
                condition=Q(state__in=UNDERWAY),
                name="one_trial_of_a_proposal_at_a_time",
            ),
        ]
