"""Mails that wait to go out. The row is the job."""

from django.conf import settings
from django.db import models


class OutgoingMail(models.Model):
    """A mail to one person. `key` is what it is about: one mail for each, however often asked.

    The text is made when it is sent, in the receiver's language, from `kind` and `values`.
    """

    key = models.CharField(max_length=200, unique=True)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="mails"
    )
    kind = models.CharField(max_length=60)
    values = models.JSONField(default=dict)
    queued_at = models.DateTimeField()
    not_before = models.DateTimeField()
    claimed_until = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    sent_at = models.DateTimeField(null=True)
    given_up_at = models.DateTimeField(null=True)
    trouble = models.CharField(max_length=60, default="", db_default="")

    class Meta:
        indexes = [
            models.Index(
                fields=["not_before"],
                condition=models.Q(sent_at=None, given_up_at=None),
                name="mail_due",
            )
        ]
