"""When each periodic job runs next, when a worker was last seen, and when a backup was made."""

from django.db import models


class Job(models.Model):
    """A periodic job. `claimed_until` keeps two workers from running it at once."""

    name = models.CharField(max_length=100, primary_key=True)
    due_at = models.DateTimeField()
    claimed_until = models.DateTimeField(null=True)
    claimed_by = models.CharField(max_length=100, default="", db_default="")
    ran_at = models.DateTimeField(null=True)
    failed = models.CharField(max_length=100, default="", db_default="")


class Heartbeat(models.Model):
    """A worker that was alive at `at`."""

    worker = models.CharField(max_length=100, primary_key=True)
    at = models.DateTimeField()


class Backup(models.Model):
    """A backup that was made of everything here."""

    at = models.DateTimeField()
    size = models.BigIntegerField()
    version = models.CharField(max_length=40)
