"""What only a demo keeps."""

from django.db import models


class Received(models.Model):
    """A mail that the demo's mailbox received. Of what came with it only the names are kept."""

    at = models.DateTimeField()
    to = models.CharField(max_length=500)
    subject = models.CharField(max_length=500)
    text = models.TextField()
    message_id = models.CharField(max_length=200, default="")
    files = models.JSONField(default=list)
