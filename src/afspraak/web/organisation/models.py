"""The organisation that lives here: what it chose on a screen rather than in its protocol."""

from django.db import models


class Organisation(models.Model):
    """There is one row, with key 1, from the end of the set-up on."""

    name = models.CharField(max_length=200)
    languages = models.JSONField(default=list)
    timezone = models.CharField(max_length=60, default="Europe/Amsterdam")
    accent = models.CharField(max_length=7, default="", blank=True)
    handbook_is_public = models.BooleanField(default=False)
    set_up_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(pk=1), name="there_is_one_organisation")
        ]
