"""When each periodic job runs next, and when a worker was last seen."""

from django.db import models


class Job(models.Model):
    """A periodic job. `claimed_until` keeps two workers from running it at once."""

    name = models.CharField(max_length=100, primary_key=True)
    due_at = models.DateTimeField()
    claimed_until = models.DateTimeField(null=True)
    ran_at = models.DateTimeField(null=True)
    failed = models.CharField(max_length=100, default="", db_default="")


class Heartbeat(models.Model):
    """A worker that was alive at `at`."""

    worker = models.CharField(max_length=100, primary_key=True)
    at = models.DateTimeField()
