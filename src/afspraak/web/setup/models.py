"""Links that make somebody the first administrator."""

from django.db import models


class OwnerLink(models.Model):
    """A link that was printed where only who runs the machine reads. Only its hash is kept."""

    token_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
