"""What was deleted, and when each rule ran. Nothing of what was deleted is in here."""

from django.db import models


class Deletion(models.Model):
    """The receipt of one deletion: the rule, when, how many, and a fingerprint of which.

    `digest` is a SHA-256 over the sorted lines that the rule gave: ids and dates, no content.
    """

    rule = models.CharField(max_length=100)
    at = models.DateTimeField(db_index=True)
    count = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)


class RuleRun(models.Model):
    """When a rule ran last, and what failed then."""

    rule = models.CharField(max_length=100, primary_key=True)
    at = models.DateTimeField()
    failed = models.CharField(max_length=100, default="", db_default="")
